"""Counting on the calendar: the day, week or month that is meant when the year is left out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

Span = tuple[date, date]
"""The first and the last day."""
REACH = 9
"""Years that are looked through for a day that not every year has: 29.2., week 53."""


@dataclass(frozen=True)
class Standpoint:
    """Where a person stands who names a day, looking ahead of today or back."""

    today: date
    past: bool = False

    def years(self) -> Iterable[int]:
        step = -1 if self.past else 1
        return range(self.today.year - step, self.today.year + step * REACH, step)

    def nearest(self, in_year: Callable[[int], Span | None]) -> Span | None:
        """The first of its yearly occurrences that is not yet over, or the last that has begun."""
        for year in self.years():
            span = in_year(year)
            if span and (span[0] <= self.today if self.past else span[1] >= self.today):
                return span
        return None

    def dated(self, day: int, month: int, year: int | None = None) -> Span | None:
        """12.5.2026, or 12.5. of the year that is meant; None if there is no such day."""
        return one_of(year, self, lambda each: a_day(each, month, day))

    def month(self, month: int, year: int | None = None) -> Span | None:
        return one_of(year, self, lambda each: whole_month(each, month))

    def week(self, number: int, year: int | None = None) -> Span | None:
        return one_of(year, self, lambda each: numbered_week(each, number))

    def weekday(self, weekday: int) -> date:
        """The weekday named alone: never today."""
        if self.past:
            return self.today - timedelta(days=(self.today.weekday() - weekday - 1) % 7 + 1)
        return self.today + timedelta(days=(weekday - self.today.weekday() - 1) % 7 + 1)

    def week_from_now(self, weeks: int) -> Span:
        """The Monday-to-Sunday week so many weeks away; 0 is this one."""
        monday = shifted(self.today, days=7 * weeks - self.today.weekday())
        return monday, monday + timedelta(days=6)

    def month_from_now(self, months: int) -> Span:
        day = shifted(self.today.replace(day=1), months=months)
        return day, last_of(day)


def one_of(
    year: int | None, standpoint: Standpoint, in_year: Callable[[int], Span | None]
) -> Span | None:
    return standpoint.nearest(in_year) if year is None else in_year(year)


def a_day(year: int, month: int, day: int) -> Span | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return (date(year, month, day),) * 2


def whole_month(year: int, month: int) -> Span:
    return date(year, month, 1), last_of(date(year, month, 1))


def last_of(day: date) -> date:
    """The last day of that day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def numbered_week(year: int, number: int) -> Span | None:
    """An ISO week; None if the year has no week of that number."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def shifted(day: date, *, days: int = 0, months: int = 0) -> date:
    """So many days or months on. A month with fewer days gives its last one."""
    count = day.year * 12 + day.month - 1 + months
    year, month = min(max(count // 12, 1900), 2200), count % 12 + 1
    moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    return moved + timedelta(days=max(-36500, min(days, 36500)))


def third(span: Span, part: int) -> Span:
    """Of a month its days 1–10, 11–20 or the rest; of a week its first, middle or last days."""
    first, last = span
    if (last - first).days < 7:
        starts, ends = (0, 1, 3), (2, 3, 6)
    else:
        starts, ends = (0, 10, 20), (9, 19, (last - first).days)
    return first + timedelta(days=starts[part]), first + timedelta(days=ends[part])


def nth_weekday(span: Span, weekday: int, place: int) -> date | None:
    """The second Tuesday of a month, or with -1 its last one."""
    if place == -1:
        return span[1] - timedelta(days=(span[1].weekday() - weekday) % 7)
    first = span[0] + timedelta(days=(weekday - span[0].weekday()) % 7)
    day = first + timedelta(days=7 * (place - 1))
    return day if day <= span[1] else None


def nth_week(span: Span, place: int) -> Span | None:
    """A week belongs to the month that has its Thursday."""
    thursday = nth_weekday(span, 3, place)
    if thursday is None:
        return None
    return thursday - timedelta(days=3), thursday + timedelta(days=3)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> Span:
    """A yearly day by its rule: `12-06`, `easter-2`, or `7@05-08`, the Sunday on or after 8.5."""
    if rule.startswith("easter"):
        day = easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    else:
        weekday, _, from_day = rule.rpartition("@")
        month, number = from_day.split("-")
        day = date(year, int(month), int(number))
        if weekday:
            day += timedelta(days=(int(weekday) - 1 - day.weekday()) % 7)
    return day, day
