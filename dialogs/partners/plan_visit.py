"""Suggest days for a visit, answer to suggested ones, and suggest others (PL-16, step 1)."""

from datetime import date

from bot.dialog import Button, Choose, Day, Dialog, Message, Option, Phrase, Weight, _, just, say
from bot.domain.ids import PairId, PartnerVisitId, ServicePointId
from bot.domain.occasion import Occasion
from bot.domain.partners.partnership import Partnership
from bot.domain.partners.visiting import Visiting
from bot.domain.partners.visits import Consent, PartnerVisit

from .our_pair import OurPairs
from .visit_choices import UNSAID, WHICH, PartnerVisitChoices, distinct
from .wording import PartnerWords

SECOND = _("Another day that would suit you?")
THIRD = _("And a third one?")
SKIP = _("The more days there are to choose from, the easier it is. You can skip this.")
NONE = "none"
"""Chosen where none of the suggested days will do."""


class PlanPartnerVisit(Dialog, name="plan_partner_visit", home_first=True):
    pairs: OurPairs
    choices_of: PartnerVisitChoices
    partnership: Partnership
    visiting: Visiting
    words: PartnerWords

    title = _("Plan a visit")
    wishes = ("plan_partner_visit",)

    pair = Choose[PairId](_("With which partner?"))
    host = Choose[ServicePointId](_("Which library is the host?"))
    first = Day(_("Which day would suit you?"))
    second = Day(SECOND, default=UNSAID, hint=SKIP)
    third = Day(THIRD, default=UNSAID)

    @pair.options
    def ours(self) -> list[Option]:
        return self.pairs.options()

    @pair.presume
    def only_one(self) -> str | None:
        return self.pairs.only()

    @host.options
    def members(self) -> list[Option]:
        return self.words.point_options(self.partnership.find(self.pair).points)

    @first.check
    @second.check
    @third.check
    def ahead(self, day: date) -> None:
        self.choices_of.check_day(day)

    def submit(self) -> Message:
        days = distinct(self.first, self.second, self.third)
        visit = self.visiting.plan(self.pair, self.host, days)
        return suggested(visit)


class OtherDays(Dialog, name="partner_other_days", home_first=True):
    """Instead of suggested days, or to move a visit."""

    choices_of: PartnerVisitChoices
    visiting: Visiting
    words: PartnerWords

    title = _("Suggest other days")

    visit = Choose[PartnerVisitId](WHICH)
    first = Day(_("Which day would suit you?"))
    second = Day(SECOND, default=UNSAID, hint=SKIP)
    third = Day(THIRD, default=UNSAID)

    @visit.options
    def ahead_of_us(self) -> list[Option]:
        return self.choices_of.options(self.visiting.ahead())

    @visit.presume
    def only_one(self) -> str | None:
        return self.choices_of.only(self.visiting.ahead())

    @first.check
    @second.check
    @third.check
    def ahead(self, day: date) -> None:
        self.choices_of.check_day(day)

    def submit(self) -> Message:
        days = distinct(self.first, self.second, self.third)
        return suggested(self.visiting.suggest(self.visit, days))


class AnswerDays(Dialog, name="partner_days", home_first=True, confirm=False):
    occasion: Occasion
    choices_of: PartnerVisitChoices
    visiting: Visiting
    words: PartnerWords

    title = _("Days for a visit")

    visit = Choose[PartnerVisitId](WHICH)
    day = Choose[str](_("Your partner suggests these days. Which one suits you?"))

    @visit.options
    def awaiting_us(self) -> list[Option]:
        return self.choices_of.options(self.visiting.awaiting_me())

    @visit.presume
    def only_one(self) -> str | None:
        return self.choices_of.only(self.visiting.awaiting_me())

    @day.options
    def suggested(self) -> list[Option]:
        days = self.visiting.find(self.visit).suggested
        left = [Option(day.isoformat(), just(day)) for day in days if day > self.occasion.today]
        return [*left, Option(NONE, _("None of these"))]

    def submit(self) -> Message:
        given = {"visit": self.visit}
        if self.day == NONE:
            other = Button(_("Suggest other days"), "partner_other_days", given, Weight.MAIN)
            return say(_("All right. Which days would suit you?"), buttons=(other,))
        return agreed(self.visiting.agree(self.visit, date.fromisoformat(self.day)), self.words)


def suggested(visit: PartnerVisit) -> Message:
    text = _(
        "I have sent your days to your partner: {days}. I tell you when they answer.",
        days=visit.suggested,
    )
    return say(text, buttons=(show(visit),))


def agreed(visit: PartnerVisit, words: PartnerWords) -> Message:
    given = {"visit": visit.id}
    outline = Button(_("Draft the outline of the day"), "partner_outline", given, Weight.MAIN)
    return say(settled(visit, words), *asked(visit), buttons=(outline, show(visit)))


def settled(visit: PartnerVisit, words: PartnerWords) -> Phrase:
    return _(
        "The day is agreed: the visit to {host} is {day:on}. Take as many colleagues along as you "
        "can.",
        host=words.place(visit.host),
        day=visit.day or UNSAID,
    )


def asked(visit: PartnerVisit) -> tuple[Phrase, ...]:
    """One more than two in a direction and year (D-11)."""
    if visit.consent is not Consent.ASKED:
        return ()
    return (
        _(
            "It is your third visit this way this year, so I have asked AKE whether it can pay "
            "for the travel. I tell you what it answers."
        ),
    )


def show(visit: PartnerVisit) -> Button:
    return Button(_("Show the visit"), "partner_visit", {"visit": visit.id})
