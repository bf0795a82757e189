"""The visits of one's own library, and one visit with all that was told of it."""

from bot.dialog import Button, Choose, Closed, Dialog, Message, Option, Row, Table, _, say
from bot.domain.ids import VisitId
from bot.domain.occasion import Occasion
from bot.domain.visits.access import VisitsSeen, may_act
from bot.domain.visits.changes import VisitChanges
from bot.domain.visits.visits import Visit

from .choices import visit_options
from .details import VisitDetails
from .said import VisitSaid, acts, calendar
from .wording import VisitWords, state


class ShowVisits(Dialog, name="visits", home_first=True, confirm=False):
    occasion: Occasion
    seen: VisitsSeen
    words: VisitWords

    title = _("Visits to us")
    commands = ("vierailut", "besok")
    wishes = ("visits",)

    def submit(self) -> Message:
        visits = self.seen.to_come()
        book = Button(_("Book an AKE visit"), "visit")
        if not visits:
            return say(_("There are no visits to your library ahead."), buttons=(book,))
        head = (_("Visit"), _("Day"), _("State"))
        rows = tuple(self.row(one) for one in visits)
        return say(tables=(Table(_("Visits ahead"), head, rows),), buttons=(book,))

    def row(self, visit: Visit) -> Row:
        title, when = self.words.title(visit), self.words.day(visit)
        show = Button(_("Show: {visit}", visit=title), "show_visit", {"visit": visit.id})
        return Row((title, when, state(visit, self.occasion.today)), (show,))


class ShowVisit(Dialog, name="show_visit", home_first=True, confirm=False):
    occasion: Occasion
    seen: VisitsSeen
    details: VisitDetails
    words: VisitWords
    said: VisitSaid

    title = _("A visit")

    visit = Choose[VisitId](_("Which visit?"))

    @visit.options
    def shown(self) -> list[Option]:
        one = self.seen.one(self.given.get("visit"))
        visits = one or self.seen.to_come()
        if not visits:
            raise Closed(self.said.nothing_ahead())
        return visit_options(self.words, visits)

    def submit(self) -> Message:
        visit = self.seen.one(self.visit)[0]
        return say(
            tables=(self.details.table(visit),),
            buttons=self.buttons(visit),
            documents=(calendar(visit),) if visit.day and visit.active else (),
        )

    def buttons(self, visit: Visit) -> tuple[Button, ...]:
        if not visit.ahead(self.occasion.today):
            return ()
        if may_act(self.occasion.who, visit):
            return acts(visit)
        if self.occasion.who.home in visit.guests:
            return (Button(_("We cannot come"), "stay_away", {"visit": visit.id}),)
        return ()


class StayAway(Dialog, name="stay_away", confirm=False):
    seen: VisitsSeen
    changes: VisitChanges
    words: VisitWords
    said: VisitSaid

    title = _("We cannot come")

    visit = Choose[VisitId](_("To which visit can you not come?"))

    @visit.options
    def joined(self) -> list[Option]:
        visits = self.seen.joined()
        if not visits:
            raise Closed(self.said.nothing_ahead())
        return visit_options(self.words, visits)

    def submit(self) -> Message:
        left = self.changes.stay_away(self.visit)
        place = self.words.place(left)
        return say(_("All right, I tell {place:lative} that you cannot come.", place=place))
