"""A visit of partners: its six steps, its plans, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialog import (
    Button,
    Choose,
    Dialog,
    Message,
    Option,
    Phrase,
    Row,
    Table,
    Weight,
    _,
    as_is,
    just,
    n_,
    say,
)
from bot.domain.ids import PartnerVisitId
from bot.domain.occasion import Occasion
from bot.domain.partners.access import is_of
from bot.domain.partners.steps import Standing, Step, next_step, standings
from bot.domain.partners.visiting import Visiting
from bot.domain.partners.visits import Consent, PartnerVisit
from bot.domain.people import Person

from .visit_choices import WHICH, PartnerVisitChoices
from .wording import ITEMS, STATES, STEPS, PartnerWords

STANDINGS = {
    Standing.DONE: _("Done"),
    Standing.NEXT: _("Next"),
    Standing.LATER: _("Later"),
}


class PartnerVisitSaid:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.words = PartnerWords(occasion)

    def shown(self, visit: PartnerVisit) -> Message:
        steps = () if visit.cancelled else (self.steps(visit),)
        return say(tables=(self.facts(visit), *steps), buttons=tuple(self.acts(visit)))

    def facts(self, visit: PartnerVisit) -> Table:
        rows = tuple(Row(fact) for fact in self.told(visit))
        return Table(_("The visit"), (_("What"), _("As told")), rows)

    def told(self, visit: PartnerVisit) -> Iterator[tuple[Phrase, Phrase]]:
        yield _("Host library"), just(self.words.place(visit.host))
        yield _("Guests"), just(self.words.places(visit.guests))
        yield _("Day"), just(visit.day) if visit.day else _("Still open")
        if visit.suggested:
            yield _("Suggested days"), just(visit.suggested)
        yield _("State"), STATES[visit.state(self.occasion.today)]
        if visit.outline:
            yield _("Programme"), just(tuple(ITEMS[item] for item in visit.outline.items))
            if visit.outline.words:
                yield _("Outline of the day"), as_is(visit.outline.words)
            if visit.outline.wellbeing:
                yield _("Wellbeing programme"), _("Yes, paid for by the municipalities")
        yield from self.notice(visit)

    def notice(self, visit: PartnerVisit) -> Iterator[tuple[Phrase, Phrase]]:
        if visit.notice:
            people = n_("One traveller", "{count} travellers", visit.notice.participants)
            yield _("Travellers"), people
            yield _("How you travel"), as_is(visit.notice.travel)
            late = _("Yes, {day}, late", day=visit.notice.on)
            told = _("Yes, {day}", day=visit.notice.on)
            yield _("Has AKE been told?"), late if visit.notice.late else told
        if visit.consent is Consent.ASKED:
            yield _("AKE's consent to a third visit"), _("Asked for")

    def steps(self, visit: PartnerVisit) -> Table:
        """All six, and where each of them stands (PL-16)."""
        found = standings(visit, self.occasion.today)
        rows = (
            Row((just(number), STEPS[step], STANDINGS[standing]))
            for number, (step, standing) in enumerate(found.items(), 1)
        )
        head = (_("Step"), _("What you do"), _("State"))
        return Table(_("The steps of a visit"), head, tuple(rows))

    # What can be done

    def acts(self, visit: PartnerVisit) -> Iterator[Button]:
        """What comes next first. Only the two libraries plan; AKE may call a visit off."""
        today, following = self.occasion.today, next_step(visit, self.occasion.today)
        if any(is_of(self.occasion.who, point) for point in visit.points):
            yield from self.next_acts(visit, following)
            if visit.ahead(today) and visit.day is not None:
                yield button(_("Suggest other days"), "partner_other_days", visit)
            if visit.ahead(today) and visit.outline is not None:
                yield button(_("Change the outline"), "partner_outline", visit)
        if following is not None:
            label = _("It did not take place") if visit.is_over(today) else _("Cancel the visit")
            yield button(label, "cancel_partner_visit", visit, Weight.GRAVE)

    def next_acts(self, visit: PartnerVisit, following: Step | None) -> Iterator[Button]:
        if self.awaits_us(visit):
            yield button(_("Answer to the days"), "partner_days", visit, Weight.MAIN)
        match following:
            case Step.DAY:
                yield button(_("Suggest other days"), "partner_other_days", visit)
            case Step.OUTLINE:
                yield button(
                    _("Draft the outline of the day"), "partner_outline", visit, Weight.MAIN
                )
            case Step.NOTICE:
                yield button(_("Tell AKE of the plans"), "partner_notice", visit, Weight.MAIN)
            case Step.REPORT:
                yield button(_("Write the report"), "report", visit, Weight.MAIN)
        if visit.took_place(self.occasion.today):
            yield from claims(visit, self.occasion.who)

    def awaits_us(self, visit: PartnerVisit) -> bool:
        who = self.occasion.who
        return any(is_of(who, point) and visit.awaits(point) for point in visit.points)


def button(label: Phrase, opens: str, visit: PartnerVisit, weight: Weight = Weight.PLAIN) -> Button:
    return Button(label, opens, {"visit": visit.id}, weight)


def claim(visit: PartnerVisit) -> Button:
    """A report is not needed for it (D-32)."""
    return Button(_("Claim travel costs"), "claim", {"errand": visit.id})


def claims(visit: PartnerVisit, who: Person) -> tuple[Button, ...]:
    """Those who went there travelled; hosts did not."""
    return (claim(visit),) if any(is_of(who, guest) for guest in visit.guests) else ()


class ShowPartnerVisit(Dialog, name="partner_visit", home_first=True, confirm=False):
    choices_of: PartnerVisitChoices
    visiting: Visiting
    said: PartnerVisitSaid

    title = _("Visit between partners")
    wishes = ("partner_visits",)

    visit = Choose[PartnerVisitId](WHICH)

    @visit.options
    def seen(self) -> list[Option]:
        one = self.visiting.one(self.given.get("visit"))
        return self.choices_of.options(one or self.visiting.mine())

    @visit.presume
    def only_one(self) -> str | None:
        return self.choices_of.only(self.visiting.mine())

    def submit(self) -> Message:
        return self.said.shown(self.visiting.find(self.visit))
