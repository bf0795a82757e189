"""Who goes on a visit, and AKE's word to the library."""

from bot.dialog import (
    Button,
    Choose,
    ChooseMany,
    Closed,
    Dialog,
    Message,
    Option,
    Phrase,
    Rejected,
    Text,
    _,
    n_,
    say,
)
from bot.domain.ids import AkePersonId, VisitId
from bot.domain.visits.ake_people import AkeRole
from bot.domain.visits.crew import can_speak
from bot.domain.visits.desk import VisitDesk
from bot.domain.visits.visits import PersonTaken, Visit, VisitKind
from dialogs.visits.choices import visit_options
from dialogs.visits.wording import VisitWords

from .overview import with_load


class ChooseCrew(Dialog, name="choose_crew", review=True):
    """The crew there is, or the one proposed, is read back; any other that is free may go."""

    desk: VisitDesk
    words: VisitWords

    title = _("Who goes")

    visit = Choose[VisitId](_("Which visit?"))
    crew = ChooseMany[AkePersonId](
        _("Who goes?"), hint=_("These are free that day, with how often they travel this year.")
    )
    note = Text(
        _("Is there a word for the library, about a longer day or a night in between?"),
        most=500,
        default="",
    )

    @visit.options
    def booked(self) -> list[Option]:
        visits = [one for one in self.desk.booked() if one.kind is not VisitKind.DIRECTOR]
        if not visits:
            raise Closed(say(_("There are no booked visits ahead.")))
        return visit_options(self.words, visits)

    @crew.options
    def free(self) -> list[Option]:
        return crew_options(self.desk, self.chosen, AkeRole.INFORMATICIAN)

    @crew.presume
    def proposed(self) -> str | None:
        visit = self.chosen
        crew = visit.crew or (self.desk.crews.proposed(visit, visit.day) if visit.day else ())
        return ",".join(crew) or None

    @crew.check
    def enough(self, crew: tuple[AkePersonId, ...]) -> None:
        size = self.desk.crews.parts(self.chosen)[0][1]
        if len(crew) != size:
            raise Rejected(
                n_("One person goes on this visit.", "{count} people go on this visit.", size)
            )

    @note.presume
    def noted(self) -> str:
        return self.chosen.note

    @property
    def chosen(self) -> Visit:
        return self.desk.find(self.visit)

    def submit(self) -> Message:
        try:
            visit = self.desk.choose_crew(self.visit, self.crew, self.note)
        except PersonTaken:
            raise Rejected(someone_taken(), at=ChooseCrew.crew) from None
        crew = [self.desk.crews.find(one) for one in visit.crew]
        text = _(
            "{people} will go: {visit}, {when}.",
            people=self.words.crew(visit.crew),
            visit=self.words.title(visit),
            when=self.words.when(visit),
        )
        warning = () if can_speak(crew, visit.spoken) else (_("None of them speaks Swedish."),)
        return say(text, *warning, buttons=(Button(_("All visits"), "bookings"),))


def crew_options(desk: VisitDesk, visit: Visit, role: AkeRole) -> list[Option]:
    """Those who could go that day, the least travelled first."""
    if visit.day is None:
        return []
    load = desk.crews.load(visit.day.year)
    free = desk.crews.free(visit.day, role, visit.crew)
    return [
        Option(one.id, with_load(one.name, load.get(one.id, 0)))
        for one in sorted(free, key=lambda one: (load.get(one.id, 0), one.name))
    ]


def someone_taken() -> Phrase:
    return _("One of them was just given another visit that day. Please choose anew.")
