"""Indicators of the year against their targets (D-21, D-23)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bot.dialog import Choose, Dialog, Message, Option, Row, Table, _, as_is, just, say
from bot.domain.coffee.desk import CoffeeDesk
from bot.domain.indicators import Share, Standing, compare
from bot.domain.occasion import Occasion
from bot.domain.pairing.share import TARGET
from bot.domain.partners.share import partners_in
from bot.domain.visits.visited import visited

Line = Callable[[Occasion, int], Row]
"""One indicator of a year: its name, its figure, its target, how it stands."""

HALF = 50
"""Percent of the libraries, to be visited in a year (AV-10)."""

STANDINGS = {
    Standing.BELOW: _("Not reached yet"),
    Standing.REACHED: _("Reached"),
    Standing.EXCEEDED: _("Exceeded"),
    Standing.UNKNOWN: _("Not known"),
}


class Coordinators:
    """Lets in AKE's coordinators only."""

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()


class ShowIndicators(Dialog, name="indicators", confirm=False):
    allowed: Coordinators
    occasion: Occasion

    title = _("Indicators")
    commands = ("mittarit", "nyckeltal")
    desk_wishes = ("indicators",)

    year = Choose[str](_("Of which year?"))

    @year.options
    def years(self) -> list[Option]:
        this = self.occasion.today.year
        return [Option(str(year), as_is(str(year))) for year in range(this, this - 5, -1)]

    @year.presume
    def this_year(self) -> str:
        return str(self.occasion.today.year)

    def submit(self) -> Message:
        head = (_("Indicator"), _("Figure"), _("Target"), _("State"))
        rows = tuple(line(self.occasion, int(self.year)) for line in LINES)
        return say(tables=(Table(_("Indicators {year}", year=self.year), head, rows),))


def partner_libraries(occasion: Occasion, year: int) -> Row:
    """PL-21: a municipality counts once; the service points are shown beside."""
    found = partners_in(year, occasion)
    towns, points = found.municipalities, found.service_points
    target = Share(TARGET * 100, towns.of)
    figure = _(
        "{count} of {of} municipal libraries, {percent} % ({points} of {all} service points)",
        count=towns.count,
        of=towns.of,
        percent=percent(towns.count, towns.of),
        points=points.count,
        all=points.of,
    )
    aim = _("At least {percent} %: {needed} libraries", percent=30, needed=towns.needed(TARGET))
    standing = STANDINGS[compare(towns.count, target)]
    return Row((_("Libraries in partner library activity"), figure, aim, standing))


def visited_libraries(occasion: Occasion, year: int) -> Row:
    """AV-10, D-25: hosts and those that joined count; the hosts alone are shown beside."""
    found = visited(occasion.records.visits.since(date(year, 1, 1)), year, occasion.today)
    whole = len(occasion.region.municipalities)
    target = Share(HALF, whole)
    figure = _(
        "{count} of {of} municipal libraries, {percent} % ({hosts} of them as hosts)",
        count=len(found.met),
        of=whole,
        percent=percent(len(found.met), whole),
        hosts=len(found.hosts),
    )
    aim = _("At least {percent} %: {needed} libraries", percent=HALF, needed=(whole + 1) // 2)
    standing = STANDINGS[compare(len(found.met), target)]
    return Row((_("Libraries that AKE has visited"), figure, aim, standing))


def coffee_hours(occasion: Occasion, year: int) -> Row:
    """CO-1, D-20: only what was held counts."""
    held, standing = CoffeeDesk(occasion).standing(year)
    rules = occasion.region.arrangements.coffee
    aim = _("{least}–{most} a year", least=rules.least_a_year, most=rules.most_a_year)
    return Row((_("Coffee hours held"), just(held), aim, STANDINGS[standing]))


def percent(count: int, of: int) -> Decimal:
    """With one decimal, for people to read; targets are compared with the exact figure."""
    exact = Decimal(100 * count) / Decimal(of) if of else Decimal(0)
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)


LINES: tuple[Line, ...] = (partner_libraries, visited_libraries, coffee_hours)
"""Every indicator there is, in the order they are shown."""
