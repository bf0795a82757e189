"""What is going to be said in rooms, and how it will look: seen before it goes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Phrase,
    Preview,
    Row,
    Table,
    Weight,
    _,
    as_is,
    just,
    n_,
    say,
)
from bot.domain.notifications import Notification
from bot.domain.outbox import OutboxDesk
from bot.domain.rooms import Room

SHOWN = 20
"""Rows of a table that can be read through."""

NONE_COMING = say(_("There are no posts coming."))
GONE = say(_("The post has already gone out."))
Coming = tuple[Notification, Room]


def options(desk: OutboxDesk, preview: Preview) -> list[Option]:
    """Raises Closed where no posts are coming."""
    coming = desk.posts()
    if not coming:
        raise Closed(NONE_COMING)
    return [Option(post.brief, called(preview, post, room)) for post, room in coming]


def called(preview: Preview, post: Notification, room: Room) -> Phrase:
    what = preview.title(post.opens)
    return _("{what}, {room}, {moment}", what=what, room=room.name, moment=post.due)


def says(
    preview: Preview, coming: tuple[Notification, Room], at: datetime | None = None
) -> Message | None:
    """What a post says at its time or at another, as far as it is known now."""
    post, room = coming
    return preview.post(post.opens, post.facts, room.languages, at or post.due)


def buttons(brief: str) -> tuple[Button, ...]:
    """What can be done with a post."""
    this = {"post": brief}
    return (
        Button(_("Move"), "move_post", this),
        Button(_("Call off"), "call_off_post", this, Weight.GRAVE),
    )


class ListPosts(Dialog, name="coming_posts"):
    desk: OutboxDesk
    preview: Preview

    title = _("Coming posts")
    desk_wishes = ("coming_posts",)

    def submit(self) -> Message:
        coming = self.desk.posts()
        if not coming:
            raise Closed(NONE_COMING)
        caption = n_("One post is coming", "{count} posts are coming", len(coming))
        head = (_("Message"), _("Channel"), _("When"))
        rows = tuple(self.row(post, room) for post, room in coming[:SHOWN])
        return say(
            _("This is what I am going to post in channels."), tables=(Table(caption, head, rows),)
        )

    def row(self, post: Notification, room: Room) -> Row:
        cells = (self.preview.title(post.opens), as_is(room.name), just(post.due))
        see = Button(_("See"), SeePost.name, {"post": post.brief})
        return Row(cells, (see, *buttons(post.brief)))


class SeePost(Dialog, name="see_post"):
    desk: OutboxDesk
    preview: Preview

    title = _("See a post")

    post = Choose[str](_("Which post would you like to see?"))

    @post.options
    def coming(self) -> list[Option]:
        return options(self.desk, self.preview)

    def submit(self) -> Message:
        found = self.desk.post(self.post)
        if found is None:
            raise Closed(GONE)
        post, room = found
        message = says(self.preview, found)
        if message is None:
            return say(
                _("As things are now, I would say nothing: what the post is about is gone."),
                buttons=buttons(post.brief),
            )
        where = _("In the channel {room} I will say {moment:on}:", room=room.name, moment=post.due)
        return replace(
            message,
            text=(where, *message.text, *under(message.buttons)),
            buttons=buttons(post.brief),
        )


def under(pressable: Sequence[Button]) -> tuple[Phrase, ...]:
    """The buttons of a post, only told: pressed in a preview they would do what they say."""
    labels = tuple(button.label for button in pressable)
    return (_("Buttons under it: {labels}", labels=labels),) if labels else ()
