"""The travel money of a year's grant, what is left of it, and two warnings (D-15, D-37)."""

from bot.dialog import (
    Amount,
    Button,
    Choose,
    Closed,
    Count,
    Dialog,
    Euros,
    Message,
    Option,
    Row,
    Table,
    YesNo,
    _,
    just,
    say,
)
from bot.domain.claims.budget import Budget
from bot.domain.claims.claims_desk import ClaimsDesk
from bot.domain.claims.cover import AGREED, Cost
from bot.domain.claims.errands import ErrandKind
from bot.domain.occasion import Occasion

YEAR = _("Which year?")
FIRST, LAST = 2018, 2099


class TravelBudget(Dialog, name="travel_budget", confirm=False):
    occasion: Occasion
    desk: ClaimsDesk

    title = _("Travel money of a year")

    year = Count(YEAR, least=FIRST, most=LAST)

    @year.presume
    def this_year(self) -> str:
        return str(self.occasion.today.year)

    def submit(self) -> Message:
        given = {"year": str(self.year)}
        buttons = (
            Button(_("Set the travel money"), "set_budget", given),
            Button(_("What the grant allows"), "set_exception", given),
            Button(_("Travel claims waiting"), "claim_queue"),
        )
        budget = self.desk.budget(self.year)
        if budget is None:
            told = _("Nobody has entered the travel money of {year} yet.", year=self.year)
            return say(told, buttons=buttons)
        return say(
            _("{percent} % has been approved.", percent=budget.percent_spent),
            tables=(budget_table(self.year, budget),),
            buttons=buttons,
        )


def budget_table(year: int, budget: Budget) -> Table:
    sums = (
        (_("In the grant"), budget.planned),
        (_("Approved"), budget.spent),
        (_("Left"), budget.left),
        (_("Waiting for a decision"), budget.waiting),
        (_("Left if all is approved"), budget.left_if_all_is_approved),
    )
    rows = tuple(Row((name, just(Euros(cents)))) for name, cents in sums)
    return Table(_("Travel money of {year}", year=year), (_("What"), _("Sum")), rows)


class SetBudget(Dialog, name="set_budget"):
    desk: ClaimsDesk

    title = _("Set the travel money")

    year = Count(YEAR, least=FIRST, most=LAST)
    cents = Amount(_("How much is there for travel in the year’s grant?"))

    def submit(self) -> Message:
        self.desk.plan(self.year, self.cents)
        budget = self.desk.budget(self.year)
        tables = (budget_table(self.year, budget),) if budget else ()
        return say(_("The travel money of {year} has been set.", year=self.year), tables=tables)


class SetException(Dialog, name="set_exception"):
    """What a grant decision may allow in job rotations, year by year (D-13)."""

    desk: ClaimsDesk

    title = _("What the grant allows")

    year = Count(YEAR, least=FIRST, most=LAST)
    substitutes = YesNo(
        _("May the grant be used for substitutes of those in job rotation?"),
        hint=_("By default it may not. Where it may, AKE decides on each one by itself."),
    )

    def submit(self) -> Message:
        key = (ErrandKind.JOB_ROTATION, Cost.SUBSTITUTE)
        self.desk.grants.set_exceptions(self.year, {key: AGREED} if self.substitutes else {})
        if self.substitutes:
            return say(
                _(
                    "In {year} a substitute’s costs may be asked for, and AKE decides.",
                    year=self.year,
                )
            )
        return say(_("In {year} substitutes’ costs are not paid.", year=self.year))


class BudgetWarned(Dialog, name="budget_warned", confirm=False):
    desk: ClaimsDesk

    title = _("Travel money runs low")

    year = Count(YEAR, least=FIRST, most=LAST)

    def submit(self) -> Message:
        budget = self.desk.budget(self.year)
        if budget is None or not budget.is_warned:
            raise Closed(say(_("There is travel money left again.")))
        told = _(
            "{percent} % of the travel money of {year} has been approved.",
            percent=budget.percent_spent,
            year=self.year,
        )
        return say(told, tables=(budget_table(self.year, budget),))


class RateMissing(Dialog, name="rate_missing", confirm=False):
    """Said as long as the year has no rate."""

    occasion: Occasion
    desk: ClaimsDesk

    title = _("A kilometre rate is missing")

    year = Choose[str](YEAR)

    @year.options
    def without_rate(self) -> list[Option]:
        known = {rate.year for rate in self.occasion.region.rates}
        given = self.given.get("year", "")
        return [] if not given.isdecimal() or int(given) in known else [Option(given, just(given))]

    def submit(self) -> Message:
        return say(
            _(
                "A travel claim needs the kilometre rate of {year}, which is not in the region’s "
                "data yet. Such claims stay drafts until it is added.",
                year=self.year,
            )
        )
