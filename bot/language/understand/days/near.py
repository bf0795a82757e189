"""Days, weekdays and weeks that are counted from today: ylihuomenna, nästa torsdag, viikko 49."""

from __future__ import annotations

from datetime import date, timedelta

from .calendar import Span, Standpoint, shifted, third
from .together import Readings, Together, agreed, single, year_of

NEAR = Readings()


@NEAR.reads("relative day", "relative day, weekday")
def of_relative_day(said: Together, standpoint: Standpoint) -> Span | None:
    day = shifted(standpoint.today, days=said["relative day"].numbers[0])
    return agreed(said, (day, day))


@NEAR.reads("days away", "days away, weekday", "days away, relative day")
def of_days_away(said: Together, standpoint: Standpoint) -> Span | None:
    """As in kahden viikon päästä, kahden viikon päästä torstaina, viikon päästä huomisesta"""
    away = said["days away"].numbers[0]
    start = said["relative day"].numbers[0] if "relative day" in said else 0
    weekday = said.get("weekday")
    if weekday and away % 7 == 0:
        return single(of_week(standpoint.week_from_now(away // 7), weekday.numbers[0]))
    return agreed(said, single(shifted(standpoint.today, days=start + away)))


@NEAR.reads("months away")
def of_months_away(said: Together, standpoint: Standpoint) -> Span | None:
    return single(shifted(standpoint.today, months=said["months away"].numbers[0]))


@NEAR.reads("weekday")
def of_weekday(said: Together, standpoint: Standpoint) -> Span | None:
    """A weekday alone is never today; of "ensi tiistai" on a Monday next week's is meant."""
    piece = said["weekday"]
    weekday = piece.numbers[0]
    match piece.name:
        case "n":
            return single(of_week(standpoint.week_from_now(1), weekday))
        case "t":
            return single(of_week(standpoint.week_from_now(0), weekday))
        case "q":
            return single(of_week(standpoint.week_from_now(-2), weekday))
        case "week after":
            return single(standpoint.weekday(weekday) + timedelta(days=7))
        case "p" | "c":
            return single(Standpoint(standpoint.today, past=piece.name == "p").weekday(weekday))
    return single(standpoint.weekday(weekday))


@NEAR.reads(
    "relative week",
    "relative week, weekday",
    "relative week, weekdays",
    "relative week, part",
    "relative week, week part",
    "relative week, weekend",
)
def of_relative_week(said: Together, standpoint: Standpoint) -> Span | None:
    return part_of_week(said, standpoint.week_from_now(said["relative week"].numbers[0]))


@NEAR.reads(
    "week",
    "week, weekday",
    "week, weekdays",
    "week, part",
    "week, year",
    "week, weekday, year",
    "week, relative year",
    "week, weekday, relative year",
    "week, weekend",
)
def of_numbered_week(said: Together, standpoint: Standpoint) -> Span | None:
    week = standpoint.week(said["week"].numbers[0], year_of(said, standpoint, said["week"], 1))
    return week and part_of_week(said, week)


def part_of_week(said: Together, week: Span) -> Span | None:
    """The weekday, the weekdays or the part of the week that was said, or all of it."""
    if weekday := said.get("weekday"):
        return single(of_week(week, weekday.numbers[0]))
    if weekdays := said.get("weekdays"):
        first, last = (of_week(week, each) for each in weekdays.numbers)
        return (first, last) if first <= last else None
    if part := said.get("part") or said.get("week part"):
        return third(week, part.numbers[0])
    return (of_week(week, 5), week[1]) if "weekend" in said else week


def of_week(week: Span, weekday: int) -> date:
    return week[0] + timedelta(days=weekday)


@NEAR.reads("week part")
def of_week_part(said: Together, standpoint: Standpoint) -> Span | None:
    """As in loppuviikosta: of this week"""
    return third(standpoint.week_from_now(0), said["week part"].numbers[0])


@NEAR.reads("weekend")
def of_weekend(said: Together, standpoint: Standpoint) -> Span | None:
    week = standpoint.week_from_now(said["weekend"].numbers[0])
    return of_week(week, 5), week[1]


@NEAR.reads("weekdays")
def of_weekdays(said: Together, standpoint: Standpoint) -> Span | None:
    """As in tiistaista torstaihin: from the Tuesday that is meant to the Thursday after it"""
    first, last = said["weekdays"].numbers
    start = standpoint.weekday(first)
    return start, start + timedelta(days=(last - first) % 7)


@NEAR.reads("weekdays, days away")
def of_weekdays_away(said: Together, standpoint: Standpoint) -> Span | None:
    weeks, rest = divmod(said["days away"].numbers[0], 7)
    return None if rest else part_of_week(said, standpoint.week_from_now(weeks))


@NEAR.reads("weeks")
def of_weeks(said: Together, standpoint: Standpoint) -> Span | None:
    first = standpoint.week(said["weeks"].numbers[0], year_of(said, standpoint, said["weeks"], 2))
    count = said["weeks"].numbers[1] - said["weeks"].numbers[0]
    return (first[0], first[1] + timedelta(weeks=count)) if first and 0 <= count < 53 else None
