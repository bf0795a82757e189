"""Rounds by the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import regions
from bot.domain.arrangements import RoundKind, Season
from bot.domain.rounds import Round, RoundState, Window, coming, current, usual

REGION = regions.load("lounais-suomi")
KIND = RoundKind.AKE_VISIT
SPRING = Round(KIND, 2026, Season.SPRING, Window(date(2026, 2, 16), date(2026, 3, 15)))
AUTUMN = Round(KIND, 2026, Season.AUTUMN, Window(date(2026, 8, 16), date(2026, 9, 15)))


@pytest.mark.parametrize(
    ("today", "is_open"),
    [
        (date(2026, 2, 15), False),
        (date(2026, 2, 16), True),
        (date(2026, 3, 15), True),
        (date(2026, 3, 16), False),
    ],
)
def test_both_ends_of_a_window_belong_to_it(today: date, is_open: bool) -> None:
    """A round is open on its first and on its last day (D-1)."""
    assert SPRING.is_open(today) is is_open
    assert current([AUTUMN, SPRING], KIND, today) is (SPRING if is_open else None)


def test_kinds_have_rounds_of_their_own() -> None:
    """An open round for visits says nothing of partner libraries (D-2)."""
    assert current([SPRING], RoundKind.PARTNER, date(2026, 3, 1)) is None


def test_the_usual_rounds_of_a_year() -> None:
    """Spring has its days; autumn is a draft until AKE sets them (D-1)."""
    rounds = {
        (one.kind, one.season): usual(one, 2024, REGION.zone) for one in REGION.arrangements.rounds
    }
    spring = rounds[RoundKind.PARTNER, Season.SPRING]
    assert spring.window == Window(date(2024, 2, 16), date(2024, 3, 15))
    assert spring.info_session is not None
    assert spring.info_session.begins == datetime(2024, 3, 27, 7, tzinfo=UTC)
    assert rounds[RoundKind.PARTNER, Season.AUTUMN].state is RoundState.DRAFT


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_the_next_round_is_ahead(today: date) -> None:
    """The next one opens later than today, and none is between."""
    found = coming([AUTUMN, SPRING], KIND, today)
    later = [one for one in (SPRING, AUTUMN) if one.window and one.window.opens_on > today]
    assert found is (later[0] if later else None)
