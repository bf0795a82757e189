"""Stand in the line for a visit day, and leave it."""

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Text,
    YesNo,
    _,
    say,
)
from bot.domain.ids import ServicePointId
from bot.domain.visits.booking import VisitBooking
from bot.domain.visits.line import Line
from bot.domain.visits.visits import VisitKind
from dialogs.options import library_options

from .move import alone
from .said import VisitSaid
from .wording import VisitWords


class WaitForDay(Dialog, name="wait_for_day", home_first=True, confirm=False):
    booking: VisitBooking
    line: Line
    words: VisitWords
    said: VisitSaid

    title = _("Waiting list")
    wishes = ("wait_for_day",)

    host = Choose[ServicePointId](_("Which library would wait for a day?"), search=True)
    suits = Text(
        _("Which days would suit you?"),
        default="",
        hint=_("For example: Tuesdays in May. You can skip this."),
    )

    @host.options
    def hosts(self) -> list[Option]:
        return library_options(self.booking.hosts(VisitKind.INFORMATICIANS))

    @host.presume
    def only_one(self) -> str | None:
        return alone(self.hosts())

    @host.check
    def has_none_ahead(self, host: ServicePointId) -> None:
        if (there := self.booking.ahead(host)) is not None:
            raise Closed(self.said.has_one(there))

    def submit(self) -> Message:
        waiting = self.line.join(self.host, self.suits)
        text = _(
            "{place} is on the waiting list. When a day becomes free and it is your turn, I "
            "hold it for you for a while and tell you at once.",
            place=self.words.libraries.find(waiting.host).name,
        )
        leave = Button(_("Take us off the list"), "leave_line", {"host": waiting.host})
        return say(text, buttons=(leave,))


class LeaveLine(Dialog, name="leave_line", confirm=False):
    line: Line
    words: VisitWords

    title = _("Leave the waiting list")

    host = Choose[ServicePointId](_("Which library?"), search=True)
    sure = YesNo(_("Shall I take you off the waiting list?"))

    @host.options
    def waiting(self) -> list[Option]:
        points = [each.host for each in self.line.mine()]
        if not points:
            raise Closed(say(_("You are not on the waiting list.")))
        return library_options(map(self.words.libraries.find, points))

    @host.presume
    def only_one(self) -> str | None:
        return alone(self.waiting())

    def submit(self) -> Message:
        if not self.sure:
            return say(_("All right, you keep your place on the waiting list."))
        self.line.leave(self.host)
        return say(
            _("You are off the waiting list."), buttons=(Button(_("Book an AKE visit"), "visit"),)
        )
