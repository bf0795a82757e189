"""What the two libraries are told of their visits."""

from bot.dialog import (
    Button,
    Choose,
    Dialog,
    Message,
    Option,
    Phrase,
    Text,
    Weight,
    _,
    just,
    n_,
    say,
)
from bot.domain.ids import PartnerVisitId
from bot.domain.occasion import Occasion
from bot.domain.partners.visiting import Visiting
from bot.domain.partners.visits import Consent, PartnerVisit, VisitState

from .plan_visit import asked, settled, show
from .show_visit import button
from .visit_choices import AHEAD, DAY, WHICH, about, as_agreed
from .wording import PartnerWords


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
        other = button(_("Suggest other days"), "partner_other_days", visit)
        return say(self.text(visit), buttons=(*suits, other))

    def text(self, visit: PartnerVisit) -> Phrase:
        partner, host = self.words.place(visit.asked_by), self.words.place(visit.host)
        return n_(
            "{library} suggests a day for a visit: {days}. The host is {host}. Does it suit you?",
            "{library} suggests days for a visit. The host is {host}: {days}. Which one suits you?",
            len(visit.suggested),
            library=partner,
            host=host,
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
