"""Series fall on the right day, at the right time on the wall, and never on a holiday."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.arrangements import CadenceUnit
from bot.domain.coffee.rules import (
    LAST,
    Monthly,
    Rule,
    Weekly,
    monthly_from,
    usual,
    weekly_from,
)
from bot.domain.coffee.series import OnHoliday, Series, coffee_hours, occurrences

from .cups import FINNISH, HELSINKI, ONCE_A_MONTH, series

weekdays = st.integers(0, 6)
rules: st.SearchStrategy[Rule] = st.builds(Weekly, weekdays, st.integers(1, 6)) | st.builds(
    Monthly, weekdays, st.sampled_from((1, 2, 3, 4, LAST)), st.integers(1, 4)
)
days = st.dates(date(2024, 1, 1), date(2032, 12, 31))
daytimes = st.times(time(7, 30), time(20)).map(lambda wall: wall.replace(second=0, microsecond=0))
all_series = st.builds(
    series,
    rule=rules,
    start=days,
    wall=daytimes,
    count=st.none() | st.integers(1, 9),
    until=st.none() | days,
    on_holiday=st.sampled_from(OnHoliday),
)


def walls(of: Series, through: date) -> list[str]:
    found = occurrences(of, through=through, zone=HELSINKI, is_holiday=FINNISH)
    return [f"{one.starts.astimezone(HELSINKI):%a %d.%m. %H.%M}" for one in found]


def test_the_first_tuesday_of_each_month() -> None:
    """Autumn's first Tuesdays, at nine on the wall before and after summer time ends."""
    assert walls(series(Monthly(1, 1)), date(2026, 12, 31)) == [
        "Tue 01.09. 09.00",
        "Tue 06.10. 09.00",
        "Tue 03.11. 09.00",
        "Tue 01.12. 09.00",
    ]


def test_the_last_friday_is_the_fourth_or_the_fifth() -> None:
    """The last one of a month, however many it has."""
    assert walls(series(Monthly(4, LAST)), date(2026, 11, 30)) == [
        "Fri 25.09. 09.00",
        "Fri 30.10. 09.00",
        "Fri 27.11. 09.00",
    ]


def test_a_month_whose_day_is_past_is_left() -> None:
    """A series that starts after September's first Tuesday begins in October."""
    later = series(Monthly(1, 1, every=2), date(2026, 9, 2))
    assert walls(later, date(2026, 12, 31)) == ["Tue 06.10. 09.00", "Tue 01.12. 09.00"]


def test_every_second_week_skips_a_holiday_and_keeps_its_beat() -> None:
    """Epiphany is left out, and the weeks after it are those they would have been."""
    assert walls(series(Weekly(2, every=2), date(2026, 12, 23)), date(2027, 2, 10)) == [
        "Wed 23.12. 09.00",
        "Wed 20.01. 09.00",
        "Wed 03.02. 09.00",
    ]


def test_a_holiday_moves_it_to_the_next_working_day() -> None:
    """Christmas Eve is a Thursday and then come two holidays and a Sunday: Monday it is."""
    moving = series(Weekly(3), date(2026, 12, 17), on_holiday=OnHoliday.MOVE)
    assert walls(moving, date(2026, 12, 31)) == [
        "Thu 17.12. 09.00",
        "Mon 28.12. 09.00",
        "Thu 31.12. 09.00",
    ]


def test_a_friday_is_moved_to_monday() -> None:
    """The first of May 2026 is a Friday, and a Saturday is no working day."""
    moving = series(Weekly(4), date(2026, 5, 1), on_holiday=OnHoliday.MOVE)
    assert walls(moving, date(2026, 5, 5)) == ["Mon 04.05. 09.00"]


@pytest.mark.parametrize(("days_off", "kept"), [(6, True), (7, False)])
def test_it_is_moved_within_the_week_or_not_at_all(days_off: int, kept: bool) -> None:
    """From a Tuesday on six days off lead to the next Monday; seven to none."""
    moving = series(on_holiday=OnHoliday.MOVE, until=date(2026, 9, 7))
    free = date(2026, 9, 1) + timedelta(days=days_off)
    found = occurrences(
        moving, through=date(2026, 9, 30), zone=HELSINKI, is_holiday=lambda day: day < free
    )
    assert [one.starts.date() for one in found] == [date(2026, 9, 7)] * kept


def test_a_count_is_of_what_takes_place() -> None:
    """Three times means three times, though Epiphany fell out between them."""
    thrice = series(Weekly(2), date(2026, 12, 30), count=3)
    assert walls(thrice, date(2027, 12, 31)) == [
        "Wed 30.12. 09.00",
        "Wed 13.01. 09.00",
        "Wed 20.01. 09.00",
    ]


def test_a_series_without_end_ends_where_one_stops_looking() -> None:
    """The asker's own end and the series' end: the earlier holds."""
    assert len(walls(series(until=date(2026, 9, 15)), date(2030, 1, 1))) == 3
    assert len(walls(series(until=date(2030, 1, 1)), date(2026, 9, 14))) == 2


def test_364_of_364_are_at_the_right_time() -> None:
    """Seven years of Tuesdays across fourteen changes of summer time, none an hour off."""
    last = date(2026, 9, 1) + timedelta(weeks=363)
    found = list(occurrences(series(), through=last, zone=HELSINKI, is_holiday=lambda _day: False))
    utc = [one.starts.hour for one in found]
    assert len(found) == 364
    assert {one.starts.astimezone(HELSINKI).time() for one in found} == {time(9)}
    assert {6, 7} == set(utc)
    assert sum(one != other for one, other in pairwise(utc)) == 14


@pytest.mark.parametrize(
    ("start", "instant"),
    [
        (date(2026, 10, 25), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
    ],
)
def test_a_wall_time_that_is_twice_or_never(start: date, instant: datetime) -> None:
    """Half past three in autumn is the first of two; in spring it is when the clock shows 4.30."""
    night = series(Weekly(6), start, wall=time(3, 30), count=1)
    (found,) = occurrences(night, through=start, zone=HELSINKI, is_holiday=FINNISH)
    assert found.starts == instant


def test_asked_twice_the_hours_are_the_same() -> None:
    """Planning further into the future names what was planned before by the same ids."""
    moving = series(Weekly(3), date(2026, 12, 1), on_holiday=OnHoliday.MOVE)
    soon, late = (
        coffee_hours(moving, through=through, zone=HELSINKI, is_holiday=FINNISH)
        for through in (date(2026, 12, 28), date(2027, 6, 30))
    )
    assert late[: len(soon)] == soon
    assert soon[-1].id == "s:2026-12-24"
    assert soon[-1].starts.date() == date(2026, 12, 28)
    assert {(one.series, one.length, one.audience) for one in late} == {("s", 60, "varsat")}


@given(all_series, days)
def test_any_series_keeps_its_promises(any_series: Series, through: date) -> None:
    """In order, never twice, in its span, not oftener than told, on the wall's minute."""
    found = list(occurrences(any_series, through=through, zone=HELSINKI, is_holiday=FINNISH))
    local = [one.starts.astimezone(HELSINKI) for one in found]
    dates = [one.date() for one in local]
    assert dates == sorted(set(dates))
    assert all(any_series.start <= day <= through for day in dates)
    assert any_series.until is None or all(day <= any_series.until for day in dates)
    assert any_series.count is None or len(found) <= any_series.count
    assert {one.time() for one in local} <= {any_series.wall}
    assert not any(FINNISH(day) for day in dates)
    assert all(
        one.of == day or (FINNISH(one.of) and one.of < day and day.weekday() < 5)
        for one, day in zip(found, dates, strict=True)
    )
    assert {one.of.weekday() for one in found} <= {any_series.rule.weekday}


@given(rules, days)
def test_a_rule_keeps_its_beat(rule: Rule, start: date) -> None:
    """Weeks are whole multiples; months are never missed and the day is the nth, or the last."""
    made = rule.days(start)
    got = [next(made) for _ in range(8)]
    assert got[0] >= start
    if isinstance(rule, Weekly):
        assert {later - day for day, later in pairwise(got)} == {timedelta(weeks=rule.every)}
        assert got[0] - start < timedelta(weeks=1)
        return
    months = [day.year * 12 + day.month for day in got]
    assert {later - month for month, later in pairwise(months)} == {rule.every}
    if rule.nth == LAST:
        assert all((day + timedelta(weeks=1)).month != day.month for day in got)
    else:
        assert all((day.day - 1) // 7 + 1 == rule.nth for day in got)


@given(days)
def test_a_rule_from_a_day_begins_on_it(day: date) -> None:
    """Once a month from the day on which a series starts falls on that day; a week too."""
    assert next(weekly_from(day, 2).days(day)) == day
    assert next(monthly_from(day).days(day)) == day


def test_a_region_has_its_own_beat() -> None:
    """Once a month in one region, every second week in another (D-20)."""
    every_second_week = replace(ONCE_A_MONTH, every=2, unit=CadenceUnit.WEEK)
    assert usual(ONCE_A_MONTH, date(2026, 9, 15)) == Monthly(1, 3)
    assert usual(every_second_week, date(2026, 9, 15)) == Weekly(1, every=2)


def test_when_every_day_is_a_holiday_nothing_is_held() -> None:
    """A move that finds no working day within the week is given up."""
    moving = series(on_holiday=OnHoliday.MOVE, until=date(2026, 12, 31))
    assert not list(
        occurrences(moving, through=date.max, zone=HELSINKI, is_holiday=lambda _day: True)
    )


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (lambda: Weekly(7), "no weekday"),
        (lambda: Weekly(1, every=0), "every 0 weeks"),
        (lambda: Monthly(-1, 1), "no weekday"),
        (lambda: Monthly(1, 5), "no month is sure"),
        (lambda: Monthly(1, 1, every=0), "every 0 months"),
        (lambda: series(count=0), "held 0 times"),
        (lambda: series(wall=time(9, tzinfo=UTC)), "no time zone"),
    ],
)
def test_a_rule_makes_sense(wrong: Callable[[], object], why: str) -> None:
    """No eighth weekday, no fifth of every month, no time with a zone of its own."""
    with pytest.raises(ValueError, match=why):
        wrong()
