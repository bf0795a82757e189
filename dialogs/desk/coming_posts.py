"""What is going to be said in rooms: seen before it goes, moved, called off and put back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Day,
    Dialog,
    Message,
    Option,
    Phrase,
    Preview,
    Rejected,
    Row,
    Table,
    Text,
    TimeOfDay,
    Weight,
    _,
    as_is,
    just,
    n_,
    rule,
    say,
)
from bot.domain.notifications import Notification
from bot.domain.occasion import Occasion
from bot.domain.outbox import OutboxDesk
from bot.domain.rooms import Room
from bot.domain.wallclock import instant

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


def buttons(brief: str) -> tuple[Button, ...]:
    """What can be done with a post."""
    this = {"post": brief}
    return (
        Button(_("Move"), MovePost.name, this),
        Button(_("Call off"), CallOffPost.name, this, Weight.GRAVE),
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
        message = self.preview.post(post.opens, post.facts, room.languages)
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


class MovePost(Dialog, name="move_post"):
    occasion: Occasion
    desk: OutboxDesk
    preview: Preview

    title = _("Move a post")

    post = Choose[str](_("Which post shall I move?"))
    day = Day(_("On which day shall it go?"))
    clock = TimeOfDay(_("At what time?"))

    @post.options
    def coming(self) -> list[Option]:
        return options(self.desk, self.preview)

    @property
    def moment(self) -> datetime:
        return instant(self.day, self.clock, self.occasion.region.zone)

    @rule
    def ahead(self) -> None:
        if self.moment <= self.occasion.now:
            raise Rejected(_("That time has passed already."), at=MovePost.clock)

    @rule
    def at_a_good_time(self) -> None:
        if self.desk.disturbs(self.moment):
            raise Rejected(
                _("I do not post at night or on holidays. Please choose another time."),
                at=MovePost.day,
            )

    def submit(self) -> Message:
        if not self.desk.move(self.post, self.moment):
            raise Closed(GONE)
        return say(_("Done. The post goes {moment:on}.", moment=self.moment))


class CallOffPost(Dialog, name="call_off_post"):
    desk: OutboxDesk
    preview: Preview

    title = _("Call off a post")

    post = Choose[str](_("Which post shall I call off?"))

    @post.options
    def coming(self) -> list[Option]:
        return options(self.desk, self.preview)

    def submit(self) -> Message:
        post = self.desk.call_off(self.post)
        if post is None:
            raise Closed(GONE)
        back = Button(_("Put it back"), RestorePost.name, {"post": post.key})
        return say(_("The post is called off."), buttons=(back,))


class RestorePost(Dialog, name="restore_post", confirm=False):
    desk: OutboxDesk

    title = _("Put a post back")

    post = Text(_("Which post shall I put back?"), most=200)

    def submit(self) -> Message:
        if not self.desk.restore(self.post):
            raise Closed(say(_("It is too late to put it back.")))
        return say(_("The post is back and goes at its time."))
