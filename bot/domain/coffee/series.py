"""A series of coffee hours: one rule on the wall clock, and the hours it makes (D-20)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from itertools import islice, takewhile

from bot.domain.coffee.hours import CoffeeHour, CoffeeKind
from bot.domain.coffee.rules import Rule
from bot.domain.ids import CoffeeHourId, NetworkKey, SeriesId
from bot.domain.names import Name
from bot.domain.wallclock import instant

IsHoliday = Callable[[date], bool]

LONGEST_MOVE = 6
"""Days: less than a week, so that a coffee hour never overtakes the next one."""


class OnHoliday(StrEnum):
    """What becomes of a coffee hour that would fall on a holiday (CO-9)."""

    SKIP = "skip"
    MOVE = "move"
    """To the next working day."""


@dataclass(frozen=True)
class Series:
    id: SeriesId
    rule: Rule
    start: date
    """The first day it may fall on."""
    wall: time
    """What the clock on the wall shows when it begins, summer and winter."""
    audience: NetworkKey
    kind: CoffeeKind
    title: Name
    languages: tuple[str, ...]
    length: int
    """Minutes."""
    link: str = ""
    until: date | None = None
    """The last day it may fall on."""
    count: int | None = None
    """How many hours are held in all, those skipped for a holiday not counted."""
    on_holiday: OnHoliday = OnHoliday.SKIP

    def __post_init__(self) -> None:
        if self.wall.tzinfo is not None:
            raise ValueError(f"{self.id} begins at {self.wall}: the wall knows no time zone")
        if self.count is not None and self.count < 1:
            raise ValueError(f"{self.id} is held {self.count} times")


@dataclass(frozen=True)
class Occurrence:
    of: date
    """The day the rule gave: it names the occurrence, also when a holiday moved it."""
    starts: datetime
    """In UTC."""


def occurrences(
    series: Series, *, through: date, zone: tzinfo, is_holiday: IsHoliday
) -> Iterator[Occurrence]:
    """In the order of time, those that take place by `through`, an end of the asker's own."""
    last = min(through, series.until or through)
    days = _days(series, last, is_holiday)
    for of, day in islice(days, series.count):
        yield Occurrence(of, instant(day, series.wall, zone))


def coffee_hours(
    series: Series, *, through: date, zone: tzinfo, is_holiday: IsHoliday
) -> tuple[CoffeeHour, ...]:
    """Asked for again, the same hours have the same ids: none is planned twice."""
    found = occurrences(series, through=through, zone=zone, is_holiday=is_holiday)
    return tuple(_hour(series, occurrence) for occurrence in found)


def _days(series: Series, last: date, is_holiday: IsHoliday) -> Iterator[tuple[date, date]]:
    """The rule's day and the day it takes place on."""
    for of in takewhile(lambda day: day <= last, series.rule.days(series.start)):
        day = _kept_or_moved(of, series.on_holiday, is_holiday)
        if day is not None and day <= last:
            yield of, day


def _kept_or_moved(of: date, on_holiday: OnHoliday, is_holiday: IsHoliday) -> date | None:
    if not is_holiday(of):
        return of
    if on_holiday is OnHoliday.SKIP:
        return None
    following = (of + timedelta(days=days) for days in range(1, LONGEST_MOVE + 1))
    return next((day for day in following if day.weekday() < 5 and not is_holiday(day)), None)


def _hour(series: Series, occurrence: Occurrence) -> CoffeeHour:
    return CoffeeHour(
        id=CoffeeHourId(f"{series.id}:{occurrence.of.isoformat()}"),
        audience=series.audience,
        kind=series.kind,
        title=series.title,
        languages=series.languages,
        starts=occurrence.starts,
        length=series.length,
        link=series.link,
        series=series.id,
    )
