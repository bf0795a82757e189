"""Dates and holidays: 12.5., den 24 november, 24. päivä, vappuna."""

from __future__ import annotations

from .calendar import Span, Standpoint, a_day, holiday, shifted
from .pieces import Piece
from .together import Readings, Together, agreed, year_of

DATED = Readings()


@DATED.reads(
    "date",
    "date, weekday",
    "date, relative year",
    "date, weekday, relative year",
    "date, year",
    "date, weekday, year",
)
def of_date(said: Together, standpoint: Standpoint) -> Span | None:
    day, month = said["date"].numbers[:2]
    return agreed(said, standpoint.dated(day, month, year_of(said, standpoint, said["date"], 2)))


@DATED.reads("dates", "dates, year", "dates, relative year")
def of_dates(said: Together, standpoint: Standpoint) -> Span | None:
    from_day, from_month, day, month = said["dates"].numbers[:4]
    last = standpoint.dated(day, month, year_of(said, standpoint, said["dates"], 4))
    if not last:
        return None
    first = a_day(last[1].year, from_month, from_day)
    return (first[0], last[1]) if first and first[0] <= last[1] else None


@DATED.reads("day of month", "day of month, weekday")
def of_day_of_month(said: Together, standpoint: Standpoint) -> Span | None:
    """24. päivä: of this month, or of the nearest that it may be."""
    way = -1 if standpoint.past else 1
    for months in range(0, 3 * way, way):
        start = standpoint.month_from_now(months)[0]
        span = a_day(start.year, start.month, said["day of month"].numbers[0])
        if span and (
            span[0] <= standpoint.today if standpoint.past else span[0] >= standpoint.today
        ):
            return agreed(said, span)
    return None


@DATED.reads(
    "holiday",
    "holiday, year",
    "holiday, relative year",
    "holiday, weekday",
    "holiday, weekday, year",
)
def of_holiday(said: Together, standpoint: Standpoint) -> Span | None:
    piece = said["holiday"]
    year = year_of(said, standpoint, piece, 9)
    if year is not None:
        return agreed(said, yearly(piece, year))
    return agreed(said, standpoint.nearest(lambda each: yearly(piece, each)))


def yearly(piece: Piece, year: int) -> Span:
    """A holiday; the Sundays of Advent are counted from the first."""
    if piece.name != "advent":
        return holiday(piece.name, year)
    first = holiday("7@11-27", year)[0]
    day = shifted(first, days=7 * (min(piece.numbers[0], 4) - 1))
    return day, day
