"""Answer the wishes for visits: set a day, say who goes, or say no."""

from dataclasses import replace
from datetime import date

from bot.dialog import Button, Choose, Closed, Day, Dialog, Message, Option, Rejected, Text, _, say
from bot.domain.ids import AkePersonId, VisitId
from bot.domain.occasion import Occasion
from bot.domain.visits.ake_people import AkeRole
from bot.domain.visits.changes import VisitChanges
from bot.domain.visits.desk import VisitDesk
from bot.domain.visits.visits import PersonTaken, Visit, VisitKind
from dialogs.visits.choices import visit_options
from dialogs.visits.move import alone
from dialogs.visits.wording import VisitWords

from .crew import crew_options, someone_taken

NOBODY = _("Nobody with this role is free that day. Choose another day, or see to AKE's people.")


class SetVisitDay(Dialog, name="set_visit_day"):
    """For a visit of the director of library services and the authority (AV-2)."""

    occasion: Occasion
    desk: VisitDesk
    words: VisitWords

    title = _("Set a day")

    visit = Choose[VisitId](_("Which visit?"))
    day = Day(_("On which day do they go?"))
    director = Choose[AkePersonId](_("Who goes from the library services?"))
    official = Choose[AkePersonId](_("Who goes from the authority?"))

    @visit.options
    def wished(self) -> list[Option]:
        visits = [one for one in self.desk.to_come() if one.kind is VisitKind.DIRECTOR]
        if not visits:
            raise Closed(say(_("There are no wishes to answer.")))
        return visit_options(self.words, visits)

    @day.check
    def ahead(self, day: date) -> None:
        if day <= self.occasion.today:
            raise Rejected(_("Please choose a day that is still ahead."))
        for role in (AkeRole.DIRECTOR, AkeRole.AUTHORITY):
            if not crew_options(self.desk, self.on(day), role):
                raise Rejected(NOBODY)

    @director.options
    def directors(self) -> list[Option]:
        return crew_options(self.desk, self.on(self.day), AkeRole.DIRECTOR)

    @director.presume
    def only_director(self) -> str | None:
        return alone(self.directors())

    @official.options
    def officials(self) -> list[Option]:
        return crew_options(self.desk, self.on(self.day), AkeRole.AUTHORITY)

    @official.presume
    def only_official(self) -> str | None:
        return alone(self.officials())

    def on(self, day: date) -> Visit:
        visit = self.desk.find(self.visit)
        return replace(visit, day=day, crew=visit.crew if visit.day == day else ())

    def submit(self) -> Message:
        crew = tuple({self.director, self.official})
        try:
            visit = self.desk.set_day(self.visit, self.day, crew)
        except PersonTaken:
            raise Rejected(someone_taken(), at=SetVisitDay.director) from None
        return settled(visit, self.words)


class ConfirmVisit(Dialog, name="confirm_visit"):
    """For a presentation to a consortium's board, which has a day of its own (ACT-10)."""

    desk: VisitDesk
    words: VisitWords

    title = _("Confirm a visit")

    visit = Choose[VisitId](_("Which visit?"))
    goes = Choose[AkePersonId](_("Who goes?"))

    @visit.options
    def wished(self) -> list[Option]:
        visits = [one for one in self.desk.wishes() if one.kind is VisitKind.PRESENTATION]
        if not visits:
            raise Closed(say(_("There are no wishes to answer.")))
        return visit_options(self.words, visits)

    @goes.options
    def free(self) -> list[Option]:
        options = crew_options(self.desk, self.desk.find(self.visit), AkeRole.INFORMATICIAN)
        if not options:
            raise Rejected(NOBODY, at=ConfirmVisit.visit)
        return options

    def submit(self) -> Message:
        try:
            return settled(self.desk.confirm(self.visit, (self.goes,)), self.words)
        except PersonTaken:
            raise Rejected(someone_taken(), at=ConfirmVisit.goes) from None


class DeclineWish(Dialog, name="decline_wish"):
    desk: VisitDesk
    changes: VisitChanges
    words: VisitWords

    title = _("Say no to a wish")

    visit = Choose[VisitId](_("Which visit?"))
    why = Text(_("What shall I tell the library?"), most=500)

    @visit.options
    def wished(self) -> list[Option]:
        visits = self.desk.wishes()
        if not visits:
            raise Closed(say(_("There are no wishes to answer.")))
        return visit_options(self.words, visits)

    def submit(self) -> Message:
        declined = self.changes.cancel(self.visit, self.why)
        text = _("I tell the library: {visit}.", visit=self.words.title(declined))
        return say(text, buttons=(Button(_("All visits"), "bookings"),))


def settled(visit: Visit, words: VisitWords) -> Message:
    text = _(
        "The visit is settled: {visit}, {when}. {people} will go, and I tell the library.",
        visit=words.title(visit),
        when=words.when(visit),
        people=words.crew(visit.crew),
    )
    return say(text, buttons=(Button(_("All visits"), "bookings"),))
