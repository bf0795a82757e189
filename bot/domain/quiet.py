"""The hours and the days on which the bot says nothing of its own accord."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.domain.arrangements import QuietHours
from bot.domain.wallclock import instant, shown

FURTHEST = 14
"""Days that something may be put off or brought forward over holidays in a row."""


def never(_day: date) -> bool:
    return False


@dataclass(frozen=True)
class Quiet:
    """The hours in which nobody is disturbed, and the days (RE-2, RE-4)."""

    zone: tzinfo
    hours: QuietHours
    evening: time = time(20)
    """When that is said which would fall into the night."""
    is_holiday: Callable[[date], bool] = never

    def __post_init__(self) -> None:
        if self.hours.cover(self.evening):
            raise ValueError(f"the evening of {self.evening} is in the quiet hours")

    def disturbs(self, moment: datetime) -> bool:
        local = shown(moment, self.zone)
        return self.hours.cover(local.time()) or self.is_holiday(local.date())

    def before(self, moment: datetime) -> datetime:
        """The moment itself, if it disturbs nobody, else on the evening before or a day before."""
        if not self.disturbs(moment):
            return moment
        local = shown(moment, self.zone)
        day, wall = local.date(), local.time()
        if self.hours.cover(wall):
            day -= timedelta(days=wall < self.evening)
            wall = self.evening
        return instant(self._free(day, -1), wall, self.zone)

    def after(self, moment: datetime) -> datetime:
        """The moment itself, if it disturbs nobody, else the next morning that does not."""
        if not self.disturbs(moment):
            return moment
        local = shown(moment, self.zone)
        day = local.date() + timedelta(days=local.time() >= self.hours.ends)
        return instant(self._free(day, +1), self.hours.ends, self.zone)

    def _free(self, day: date, step: int) -> date:
        days = (day + timedelta(days=step * away) for away in range(FURTHEST))
        return next((free for free in days if not self.is_holiday(free)), day)
