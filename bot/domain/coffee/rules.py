"""How often: every so many weeks on a weekday, or on the first, second … or last one of a month."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.arrangements import CadenceUnit, CoffeeRules

LAST = -1
"""Stands for the last of a month, be it the fourth or the fifth."""

WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Weekly:
    """Every second week on Tuesdays is `Weekly(weekday=1, every=2)`; Monday is 0."""

    weekday: int
    every: int = 1

    def __post_init__(self) -> None:
        _must_be_a_weekday(self.weekday)
        if self.every < 1:
            raise ValueError(f"every {self.every} weeks")

    def days(self, start: date) -> Iterator[date]:
        """From the first such weekday on or after `start`; without an end."""
        day = first_on_or_after(start, self.weekday)
        while True:
            yield day
            day += self.every * WEEK


@dataclass(frozen=True)
class Monthly:
    """The first Tuesday is `Monthly(weekday=1, nth=1)`; `every=2` takes every second month."""

    weekday: int
    nth: int
    every: int = 1

    def __post_init__(self) -> None:
        _must_be_a_weekday(self.weekday)
        if self.nth not in (1, 2, 3, 4, LAST):
            raise ValueError(f"no month is sure to have a weekday number {self.nth}")
        if self.every < 1:
            raise ValueError(f"every {self.every} months")

    def days(self, start: date) -> Iterator[date]:
        """From the first such day on or after `start`; without an end."""
        month = start.year * 12 + start.month - 1
        if self._day_in(month) < start:
            month += 1
        while True:
            yield self._day_in(month)
            month += self.every

    def _day_in(self, month: int) -> date:
        """Months are counted from the year 0."""
        year, month = month // 12, month % 12 + 1
        if self.nth == LAST:
            end = date(year, month, monthrange(year, month)[1])
            return end - timedelta(days=(end.weekday() - self.weekday) % 7)
        return first_on_or_after(date(year, month, 1), self.weekday) + (self.nth - 1) * WEEK


Rule = Weekly | Monthly


def usual(rules: CoffeeRules, start: date) -> Rule:
    """How often a region's coffee hours come, from the day the first is on (D-20)."""
    if rules.unit is CadenceUnit.WEEK:
        return weekly_from(start, rules.every)
    return monthly_from(start, rules.every)


def weekly_from(start: date, every: int = 1) -> Weekly:
    """On the weekday of the day it starts."""
    return Weekly(start.weekday(), every)


def monthly_from(start: date, every: int = 1) -> Monthly:
    """On the first, second … weekday of a month that the start is; a fifth stands for the last."""
    nth = (start.day - 1) // 7 + 1
    return Monthly(start.weekday(), nth if nth < 5 else LAST, every)


def first_on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _must_be_a_weekday(weekday: int) -> None:
    if weekday not in range(7):
        raise ValueError(f"no weekday has the number {weekday}")
