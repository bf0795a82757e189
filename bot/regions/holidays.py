"""The public holidays of a region's country, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.domain.names import Name


@dataclass(frozen=True)
class Holidays:
    """Called with a day, says whether it is one; Midsummer Eve and Christmas Eve are (CO-9)."""

    country: str = "FI"

    def __call__(self, day: date) -> bool:
        return day in _holidays(self.country, day.year)

    def name(self, day: date) -> Name | None:
        return _holidays(self.country, day.year).get(day)


@cache
def _holidays(country: str, year: int) -> Mapping[date, Name]:
    """A year at a time, and whole: the library fills its own calendar while it is being read."""
    from holidays import country_holidays  # noqa: PLC0415 (slow to read, and not needed to begin)

    finnish = country_holidays(country, years=year, language="fi", expand=False)
    swedish = country_holidays(country, years=year, language="sv_FI", expand=False)
    return {day: Name(fi=finnish[day], sv=swedish[day]) for day in finnish}
