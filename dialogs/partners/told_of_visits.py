"""What the two libraries are told of their visits, and reminded of."""

from bot.dialog import Button, Choose, Dialog, Message, Option, Phrase, Text, Weight, _, just, say
from bot.domain.ids import PartnerVisitId
from bot.domain.occasion import Occasion
from bot.domain.partners.steps import Step, next_step
from bot.domain.partners.visiting import Visiting
from bot.domain.partners.visits import Consent, PartnerVisit, VisitState

from .plan_visit import NONE, asked, settled, show
from .show_visit import PartnerVisitSaid, button, claim
from .visit_choices import WHICH, about, as_agreed
from .wording import PartnerWords

DAY = _("Which day?")
AHEAD = (VisitState.PLANNED, VisitState.NOTIFIED)


class DaysSuggested(Dialog, name="partner_days_suggested"):
    """Said when days are suggested, and once more where they still wait for an answer."""

    occasion: Occasion
    visiting: Visiting
    words: PartnerWords

    title = _("Days for a visit")

    visit = Choose[PartnerVisitId](WHICH)

    @visit.options
    def awaiting_us(self) -> list[Option]:
        wanted = self.given.get("visit")
        waiting = (one for one in self.visiting.awaiting_me() if one.id == wanted)
        return self.words.visit_options(waiting)

    def submit(self) -> Message:
        visit = self.visiting.find(self.visit)
        suits = tuple(
            Button(just(day), "partner_days", {"visit": visit.id, "day": day.isoformat()})
            for day in visit.suggested
            if day > self.occasion.today
        )
        other = Button(_("None of these"), "partner_days", {"visit": visit.id, "day": NONE})
        return say(self.text(visit), buttons=(*suits, other))

    def text(self, visit: PartnerVisit) -> Phrase:
        host, guests = self.words.place(visit.asked_by), self.words.place(visit.host)
        return _(
            "{library} suggests days for a visit. The host is {host}: {days}. Which one suits you?",
            library=host,
            host=guests,
            days=visit.suggested,
        )


class DayAgreed(Dialog, name="partner_day_agreed"):
    occasion: Occasion
    visiting: Visiting
    words: PartnerWords

    title = _("The day is agreed")

    visit = Choose[PartnerVisitId](WHICH)
    day = Choose[str](DAY)

    visit.options(about(*AHEAD))
    day.options(as_agreed)

    def submit(self) -> Message:
        visit = self.visiting.find(self.visit)
        outline = button(_("Draft the outline of the day"), "partner_outline", visit, Weight.MAIN)
        first = () if visit.outline else (outline,)
        return say(settled(visit, self.words), *asked(visit), buttons=(*first, show(visit)))


class PartnerVisitReminder(Dialog, name="partner_visit_reminder"):
    """A week and a day before; what still waits is said too."""

    occasion: Occasion
    visiting: Visiting
    words: PartnerWords
    said: PartnerVisitSaid

    title = _("A visit is near")

    visit = Choose[PartnerVisitId](WHICH)
    day = Choose[str](DAY)

    visit.options(about(*AHEAD))
    day.options(as_agreed)

    def submit(self) -> Message:
        visit = self.visiting.find(self.visit)
        text = _(
            "You have a visit ahead: {visit}. The host is {host}.",
            visit=just(visit.day or self.occasion.today),
            host=self.words.place(visit.host),
        )
        return say(text, *self.waits(visit), buttons=(*self.said.acts(visit), show(visit)))

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

    title = _("Report of a visit")

    visit = Choose[PartnerVisitId](WHICH)
    day = Choose[str](DAY)

    visit.options(about(VisitState.HELD))
    day.options(as_agreed)

    def submit(self) -> Message:
        visit = self.visiting.find(self.visit)
        text = _(
            "How was the visit to {host} {day:on}? A few sentences in your own words will do as a "
            "report.",
            host=self.words.place(visit.host),
            day=visit.day or self.occasion.today,
        )
        claims = _("You can claim the travel costs already, report or no report.")
        write = button(_("Write the report"), "report", visit, Weight.MAIN)
        never = button(_("It did not take place"), "cancel_partner_visit", visit)
        return say(text, claims, buttons=(write, claim(visit), never))


class PartnerVisitAllowed(Dialog, name="partner_visit_allowed"):
    visiting: Visiting
    occasion: Occasion
    words: PartnerWords

    title = _("AKE consents")

    visit = Choose[PartnerVisitId](WHICH)

    @visit.options
    def allowed(self) -> list[Option]:
        found = self.visiting.one(self.given.get("visit"))
        given = (one for one in found if one.consent is Consent.GIVEN and not one.cancelled)
        return self.words.visit_options(given)

    def submit(self) -> Message:
        visit = self.visiting.find(self.visit)
        text = _(
            "AKE consents to your third visit: {visit}. It pays for the travel.",
            visit=self.words.visit(visit),
        )
        return say(text, buttons=(show(visit),))


class PartnerVisitCancelled(Dialog, name="partner_visit_cancelled"):
    """Also said to AKE, where it was told of the visit."""

    occasion: Occasion
    visiting: Visiting
    words: PartnerWords

    title = _("A visit is cancelled")

    visit = Choose[PartnerVisitId](WHICH)
    why = Text(_("Why?"), default="")

    visit.options(about(VisitState.CANCELLED))

    @why.presume
    def no_reason(self) -> str:
        return ""

    def submit(self) -> Message:
        visit = self.visiting.find(self.visit)
        text = _(
            "A visit between partner libraries is cancelled: {visit}.",
            visit=self.words.visit(visit),
        )
        reason = (_("The reason they gave: {why}", why=self.why),) if self.why else ()
        return say(text, *reason)
