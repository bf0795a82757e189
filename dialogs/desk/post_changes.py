"""Moving a post before it goes, calling it off and putting it back."""

from datetime import datetime

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Day,
    Dialog,
    Message,
    Option,
    Preview,
    Rejected,
    Text,
    TimeOfDay,
    _,
    rule,
    say,
)
from bot.domain.occasion import Occasion
from bot.domain.outbox import OutboxDesk
from bot.domain.wallclock import instant
from dialogs.desk.coming_posts import GONE, options, says


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

    @rule
    def with_something_to_say(self) -> None:
        found = self.desk.post(self.post)
        if found and says(self.preview, found) and not says(self.preview, found, self.moment):
            raise Rejected(
                _("At that time I would have nothing left to say. Please choose an earlier one."),
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
