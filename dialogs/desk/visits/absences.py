"""When somebody of AKE is away, and so not to be sent on visits."""

from bot.dialog import Button, Choose, Closed, Day, Dialog, Message, Option, Rejected, _, rule, say
from bot.domain.ids import AbsenceId, AkePersonId
from bot.domain.visits.people_desk import AkePeopleDesk
from dialogs.visits.wording import VisitWords

from .people import BACK, ake_person_options, days, others_needed


class AddAbsence(Dialog, name="add_absence"):
    desk: AkePeopleDesk
    words: VisitWords

    title = _("Note an absence")
    desk_wishes = ("add_absence",)

    person = Choose[AkePersonId](_("Who is away?"))
    first = Day(_("What is the first day?"))
    last = Day(_("What is the last day?"))

    @person.options
    def listed(self) -> list[Option]:
        return ake_person_options(self.desk)

    @rule
    def in_order(self) -> None:
        if self.last < self.first:
            raise Rejected(_("The last day is before the first."), at=AddAbsence.last)

    def submit(self) -> Message:
        visits = self.desk.away(self.person, self.first, self.last)
        text = _(
            "{name} is away {days} and is not sent on visits.",
            name=self.desk.find(self.person).name,
            days=days(self.first, self.last),
        )
        back = (Button(_("Call off an absence"), "drop_absence"),)
        return say(text, *others_needed(visits, self.words), buttons=(*BACK, *back))


class DropAbsence(Dialog, name="drop_absence", confirm=False):
    desk: AkePeopleDesk

    title = _("Call off an absence")

    absence = Choose[AbsenceId](_("Which absence?"))

    @absence.options
    def noted(self) -> list[Option]:
        options = [
            Option(
                one.id,
                _(
                    "{name}, {days}",
                    name=self.desk.find(one.person).name,
                    days=days(one.first, one.last),
                ),
            )
            for one in self.desk.absences()
            if one.person in {each.id for each in self.desk.all()}
        ]
        if not options:
            raise Closed(say(_("No absences are noted."), buttons=BACK))
        return options

    def submit(self) -> Message:
        self.desk.back(self.absence)
        return say(_("The absence is called off."), buttons=BACK)
