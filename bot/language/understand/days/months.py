"""Months and parts of them: toukokuussa, i mitten av maj, tammikuun toinen tiistai."""

from __future__ import annotations

from collections.abc import Callable

from .calendar import (
    Span,
    Standpoint,
    a_day,
    nth_week,
    nth_weekday,
    third,
    whole_month,
)
from .together import Readings, Together, agreed, single, year_of

MONTHS = Readings()


@MONTHS.reads(
    "month",
    "month, year",
    "month, relative year",
    "month, part",
    "month, part, year",
    "month, part, relative year",
)
def of_month(said: Together, standpoint: Standpoint) -> Span | None:
    month, year = said["month"].numbers[0], year_of(said, standpoint, said["month"], 1)
    if not 1 <= month <= 12:
        return None
    span = standpoint.month(month, year)
    return third(span, said["part"].numbers[0]) if span and "part" in said else span


@MONTHS.reads("month part", "month part, year", "month part, relative year")
def of_month_part(said: Together, standpoint: Standpoint) -> Span | None:
    part, month = said["month part"].numbers
    month, year = month or standpoint.today.month, year_of(said, standpoint, said["month part"], 2)
    span = standpoint.month(month, year)
    return span and third(span, part)


@MONTHS.reads("months")
def of_months(said: Together, standpoint: Standpoint) -> Span | None:
    first, last = said["months"].numbers[:2]
    start = standpoint.month(first, year_of(said, standpoint, said["months"], 2))
    return start and (start[0], whole_month(start[0].year + (last < first), last)[1])


@MONTHS.reads("near month", "near month, part")
def of_near_month(said: Together, standpoint: Standpoint) -> Span | None:
    month, way = said["near month"].numbers
    span = Standpoint(standpoint.today, past=way < 0).month(month)
    return third(span, said["part"].numbers[0]) if span and "part" in said else span


@MONTHS.reads(
    "nth weekday of month", "nth weekday of month, year", "nth weekday of month, relative year"
)
def of_nth_weekday_of_month(said: Together, standpoint: Standpoint) -> Span | None:
    piece = said["nth weekday of month"]
    place, weekday, month = piece.numbers
    year = year_of(said, standpoint, piece, 3)
    return within(month, year, standpoint, lambda span: single(nth_weekday(span, weekday, place)))


@MONTHS.reads("nth week of month", "nth week of month, year", "nth week of month, relative year")
def of_nth_week_of_month(said: Together, standpoint: Standpoint) -> Span | None:
    piece = said["nth week of month"]
    place, month = piece.numbers
    year = year_of(said, standpoint, piece, 2)
    return within(month, year, standpoint, lambda span: nth_week(span, place))


@MONTHS.reads(
    "last day of month",
    "last day of month, year",
    "last day of month, relative year",
    "last day of month, weekday",
)
def of_last_day_of_month(said: Together, standpoint: Standpoint) -> Span | None:
    piece = said["last day of month"]
    year = year_of(said, standpoint, piece, 1)
    return agreed(said, within(piece.numbers[0], year, standpoint, lambda span: single(span[1])))


def within(
    month: int, year: int | None, standpoint: Standpoint, part: Callable[[Span], Span | None]
) -> Span | None:
    """A part of a month, in the year in which that part is meant."""
    if year is not None:
        return part(whole_month(year, month))
    return standpoint.nearest(lambda each: part(whole_month(each, month)))


@MONTHS.reads(
    "relative month",
    "relative month, part",
    "relative month, day of month",
    "relative month, day of month, weekday",
    "relative month, nth weekday",
    "relative month, nth week",
    "relative month, nth day",
)
def of_relative_month(said: Together, standpoint: Standpoint) -> Span | None:
    span = standpoint.month_from_now(said["relative month"].numbers[0])
    if part := said.get("part"):
        return third(span, part.numbers[0])
    if day := said.get("day of month"):
        return agreed(said, a_day(span[0].year, span[0].month, day.numbers[0]))
    if nth := said.get("nth weekday"):
        return single(nth_weekday(span, nth.numbers[1], nth.numbers[0]))
    if nth := said.get("nth week"):
        return nth_week(span, nth.numbers[0])
    return single(span[1]) if "nth day" in said else span
