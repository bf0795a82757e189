"""Move or cancel a visit."""

from datetime import date

from bot.dialog import Choose, Closed, Dialog, Message, Option, Rejected, Text, YesNo, _, say
from bot.domain.ids import VisitId
from bot.domain.visits.access import VisitsSeen
from bot.domain.visits.changes import TooLate, VisitChanges
from bot.domain.visits.visits import DayTaken, Visit, VisitKind

from .choices import ChooseDay, day_options, just_taken, visit_options
from .said import VisitSaid, acts, calendar, too_late
from .wording import VisitWords


class MoveVisit(Dialog, name="move_visit"):
    seen: VisitsSeen
    changes: VisitChanges
    words: VisitWords
    said: VisitSaid

    title = _("Move a visit")
    wishes = ("move_visit",)

    visit = Choose[VisitId](_("Which visit would you like to move?"))
    day = ChooseDay(_("To which day?"), search=True)

    @visit.options
    def movable(self) -> list[Option]:
        mine = [one for one in self.seen.mine() if one.kind is VisitKind.INFORMATICIANS]
        if not mine:
            raise Closed(self.said.nothing_ahead())
        return visit_options(self.words, mine)

    @visit.check
    def in_time(self, visit: VisitId) -> None:
        found(self.changes, visit)

    @visit.presume
    def only_one(self) -> str | None:
        return alone(self.movable())

    @day.options
    def free(self) -> list[Option]:
        visit = found(self.changes, self.visit)
        days = self.changes.days_for(visit)
        if not days:
            raise Closed(self.said.nowhere_to_move(visit))
        return day_options(days)

    def submit(self) -> Message:
        try:
            moved = self.changes.move(self.visit, date.fromisoformat(self.day))
        except DayTaken:
            raise Rejected(just_taken(self.day), at=MoveVisit.day) from None
        text = _(
            "The visit is moved: see you {place:locative} {day:on}!",
            place=self.words.place(moved),
            day=date.fromisoformat(self.day),
        )
        coming = _("{people} will come to you.", people=self.words.crew(moved.crew))
        return say(text, coming, buttons=acts(moved), documents=(calendar(moved),))


class CancelVisit(Dialog, name="cancel_visit", confirm=False):
    seen: VisitsSeen
    changes: VisitChanges
    words: VisitWords
    said: VisitSaid

    title = _("Cancel a visit")
    wishes = ("cancel_visit",)

    visit = Choose[VisitId](_("Which visit would you like to cancel?"))
    sure = YesNo(
        _("Are you sure that the visit shall be cancelled?"),
        hint=_("It costs nothing. Those who were coming are told."),
    )
    why = Text(_("Would you like to tell them why?"), most=500, default="")

    @visit.options
    def mine(self) -> list[Option]:
        mine = self.seen.mine()
        if not mine:
            raise Closed(self.said.nothing_ahead())
        return visit_options(self.words, mine)

    @visit.check
    def in_time(self, visit: VisitId) -> None:
        found(self.changes, visit)

    @visit.presume
    def only_one(self) -> str | None:
        return alone(self.mine())

    @why.when
    def is_sure(self) -> bool:
        return self.sure

    def submit(self) -> Message:
        if not self.sure:
            visit = found(self.changes, self.visit)
            return say(_("All right, the visit stays as it was."), buttons=acts(visit))
        cancelled = self.changes.cancel(self.visit, self.why)
        return say(
            _(
                "The visit is cancelled: {visit}, {when}. I tell those whom it concerns.",
                visit=self.words.title(cancelled),
                when=self.words.when(cancelled),
            )
        )


def alone(options: list[Option]) -> str | None:
    """The only one there is to choose."""
    return options[0].value if len(options) == 1 else None


def found(changes: VisitChanges, visit: VisitId) -> Visit:
    """A visit that may still be changed. Raises Rejected."""
    try:
        return changes.find(visit)
    except TooLate:
        raise Rejected(too_late()) from None
