"""What the two libraries are reminded of: a visit that is near, and its report."""

from bot.dialog import Choose, Closed, Dialog, Message, Phrase, Weight, _, say
from bot.domain.ids import PartnerVisitId
from bot.domain.occasion import Occasion
from bot.domain.partners.access import is_host
from bot.domain.partners.steps import Step, next_step
from bot.domain.partners.visiting import Visiting
from bot.domain.partners.visits import PartnerVisit, VisitState
from bot.domain.reminder_wishes import ReminderWishes

from .plan_visit import show
from .show_visit import PartnerVisitSaid, button, claim
from .visit_choices import AHEAD, DAY, WHICH, about, as_agreed
from .wording import PartnerWords


class PartnerVisitReminder(Dialog, name="partner_visit_reminder"):
    """A week and a day before; what still waits is said too."""

    occasion: Occasion
    visiting: Visiting
    words: PartnerWords
    said: PartnerVisitSaid
    reminders: ReminderWishes

    title = _("A visit is near")

    visit = Choose[PartnerVisitId](WHICH)
    day = Choose[str](DAY)

    visit.options(about(*AHEAD))
    day.options(as_agreed)

    def submit(self) -> Message:
        visit = self.visiting.find(self.visit)
        if not self.reminders.wants_of_visit(visit.day):
            raise Closed(say())
        waits = self.waits(visit)
        return say(self.text(visit), *waits, buttons=(*self.said.acts(visit), show(visit)))

    def text(self, visit: PartnerVisit) -> Phrase:
        day, who = visit.day or self.occasion.today, self.occasion.who
        if is_host(who, visit):
            guests = self.words.places(visit.guests)
            return _("Guests come to you {day:on}: {guests}.", day=day, guests=guests)
        host = self.words.place(visit.host)
        return _(
            "You visit your partner {day:on}: {host}. Keep the receipts of the journey, so that "
            "claiming the costs is easy.",
            day=day,
            host=host,
        )

    def waits(self, visit: PartnerVisit) -> tuple[Phrase, ...]:
        match next_step(visit, self.occasion.today):
            case Step.OUTLINE:
                return (_("The outline of the day is still missing, and AKE has not been told."),)
            case Step.NOTICE:
                return (_("AKE has not been told of the visit yet."),)
        return ()


class ReportReminder(Dialog, name="partner_report_reminder"):
    """D-32: once there is a report, nothing is said."""

    occasion: Occasion
    visiting: Visiting
    words: PartnerWords
    reminders: ReminderWishes

    title = _("Report of a visit")

    visit = Choose[PartnerVisitId](WHICH)
    day = Choose[str](DAY)

    visit.options(about(VisitState.HELD))
    day.options(as_agreed)

    def submit(self) -> Message:
        visit = self.visiting.find(self.visit)
        if not self.reminders.wants("report"):
            raise Closed(say())
        write = button(_("Write the report"), "report", visit, Weight.MAIN)
        never = button(_("It did not take place"), "cancel_partner_visit", visit)
        if is_host(self.occasion.who, visit):
            return say(self.to_host(visit), buttons=(write, never))
        text = _(
            "How was the visit to {host} {day:on}? A few sentences in your own words will do as a "
            "report.",
            host=self.words.place(visit.host),
            day=visit.day or self.occasion.today,
        )
        claims = _("You can claim the travel costs already, report or no report.")
        return say(text, claims, buttons=(write, claim(visit), never))

    def to_host(self, visit: PartnerVisit) -> Phrase:
        return _(
            "How was it to have guests {day:on}: {guests}? A few sentences in your own words will "
            "do as a report.",
            day=visit.day or self.occasion.today,
            guests=self.words.places(visit.guests),
        )
