"""What may happen to a coffee hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.domain.coffee.hours import (
    AlreadyHeld,
    CalledOff,
    CoffeeHour,
    CoffeeState,
    InThePast,
    NotBegun,
)
from bot.domain.coffee.indicator import held_in, target
from bot.domain.indicators import Standing, compare

from .cups import HELSINKI, ONCE_A_MONTH, hour

BEFORE = datetime(2026, 9, 10, 9, tzinfo=UTC)
AFTER = datetime(2026, 9, 15, 7, tzinfo=UTC)
A_WEEK = timedelta(weeks=1)


def test_a_moved_hour_keeps_its_name_and_its_length() -> None:
    """Moved twice it is the same hour, and those who know of it have been told twice."""
    first = hour()
    moved = first.move(first.starts + A_WEEK, now=BEFORE).move(first.starts, now=BEFORE)
    assert moved.id == first.id
    assert moved.ends == first.ends
    assert (moved.state, moved.revision) == (CoffeeState.MOVED, 2)
    assert moved.is_coming


def test_moving_to_where_it_is_tells_nobody() -> None:
    """The same time again is no change."""
    assert hour().move(hour().starts, now=BEFORE) == hour()


def test_a_move_is_kept_in_utc() -> None:
    """A time given in another zone is the same instant."""
    starts = datetime(2026, 9, 22, 9, tzinfo=HELSINKI)
    assert hour().move(starts, now=BEFORE) == replace(
        hour(), starts=datetime(2026, 9, 22, 6, tzinfo=UTC), state=CoffeeState.MOVED, revision=1
    )


def test_nothing_is_moved_into_the_past() -> None:
    """A time that has come already is refused."""
    with pytest.raises(InThePast):
        hour().move(AFTER, now=AFTER)


def test_a_cancelled_hour_stays_cancelled() -> None:
    """It cannot be moved, held or cancelled once more."""
    cancelled = hour().cancel()
    assert (cancelled.state, cancelled.revision) == (CoffeeState.CANCELLED, 1)
    with pytest.raises(CalledOff):
        cancelled.move(hour().starts + A_WEEK, now=BEFORE)
    with pytest.raises(CalledOff):
        cancelled.hold(4, now=AFTER)
    with pytest.raises(CalledOff):
        cancelled.cancel()


def test_an_hour_is_held_when_it_has_begun() -> None:
    """A minute before it begins nobody can have been counted; then they can, and again."""
    with pytest.raises(NotBegun):
        hour().hold(9, now=hour().starts - timedelta(minutes=1))
    held = hour().hold(9, now=hour().starts)
    assert (held.state, held.head_count) == (CoffeeState.HELD, 9)
    assert held.hold(1, now=AFTER).head_count == 1


def test_what_was_held_cannot_be_undone() -> None:
    """An hour that people came to is neither moved nor cancelled."""
    held = hour().hold(9, now=AFTER)
    assert not held.is_coming
    with pytest.raises(AlreadyHeld):
        held.cancel()
    with pytest.raises(AlreadyHeld):
        held.move(AFTER + A_WEEK, now=AFTER)


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts": datetime(2026, 9, 15, 9, tzinfo=HELSINKI)},
        {"starts": datetime(2026, 9, 15, 9, tzinfo=timezone(timedelta(0), "GMT"))},
        {"length": 0},
        {"head_count": 4},
        {"state": CoffeeState.HELD},
    ],
)
def test_a_coffee_hour_makes_sense(wrong: dict[str, object]) -> None:
    """In UTC, not without length, and with heads counted exactly when it was held."""
    with pytest.raises(ValueError, match="1 "):
        replace(hour(), **wrong)  # type: ignore[arg-type]


def test_an_hour_held_for_nobody_was_not_held() -> None:
    """A head-count begins with one."""
    with pytest.raises(ValueError, match="0 people"):
        hour().hold(0, now=AFTER)


def test_the_shortest_hour_has_a_minute() -> None:
    """It ends a minute after it starts."""
    short = replace(hour(), length=1)
    assert short.ends - short.starts == timedelta(minutes=1)


def held(starts: datetime) -> CoffeeHour:
    return hour(starts=starts).hold(3, now=starts)


def test_the_indicator_counts_what_was_held() -> None:
    """Planned, moved and cancelled hours count for nothing; nine held are one too few."""
    year = [held(datetime(2026, month, 5, 8, tzinfo=UTC)) for month in range(1, 10)]
    rest = [hour(), hour().cancel(), hour().move(hour().starts + A_WEEK, now=BEFORE)]
    aim = target(ONCE_A_MONTH)
    assert held_in(2026, year + rest, HELSINKI) == 9
    assert compare(9, aim) is Standing.BELOW
    assert compare(10, aim) is Standing.REACHED
    assert compare(20, aim) is Standing.REACHED
    assert compare(21, aim) is Standing.EXCEEDED


def test_new_year_comes_by_the_wall_clock() -> None:
    """What begins at half past midnight in Turku is of the new year, though not yet in UTC."""
    assert held_in(2027, [held(datetime(2026, 12, 31, 22, 30, tzinfo=UTC))], HELSINKI) == 1
