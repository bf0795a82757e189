"""How many coffee hours a year has seen (CO-1, CO-10, D-20)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo

from bot.domain.arrangements import CoffeeRules
from bot.domain.coffee.hours import CoffeeHour, CoffeeState
from bot.domain.indicators import Between
from bot.domain.wallclock import shown


def held_in(year: int, hours: Iterable[CoffeeHour], zone: tzinfo) -> int:
    """Those marked held, by the local year they began in; a planned one counts for nothing."""
    held = (hour for hour in hours if hour.state is CoffeeState.HELD)
    return sum(shown(hour.starts, zone).year == year for hour in held)


def target(rules: CoffeeRules) -> Between:
    return Between(rules.least_a_year, rules.most_a_year)
