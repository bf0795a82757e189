"""Indicators are compared with their targets exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.indicators import (
    AtLeast,
    Between,
    LikeLastYear,
    NotBelowLastYear,
    Number,
    Share,
    Standing,
    Target,
    compare,
    lacking,
)

LIBRARIES = 43


@pytest.mark.parametrize(("percent", "needed"), [(50, 22), (30, 13), (10, 5), (90, 39), (60, 26)])
def test_a_share_of_43_libraries(percent: int, needed: int) -> None:
    """As many heads as the decision lists are enough, and one less is not (D-21)."""
    target = Share(percent, LIBRARIES)
    assert lacking(0, target) == needed
    assert compare(needed, target) is Standing.REACHED
    assert compare(needed - 1, target) is Standing.BELOW
    assert lacking(needed - 1, target) == 1
    assert lacking(needed + 1, target) == 0


def test_the_percent_itself_is_exact() -> None:
    """21 of 43 is not half."""
    assert Share(50, LIBRARIES).of(21) == Fraction(2100, 43)


@pytest.mark.parametrize(
    ("value", "target", "standing"),
    [
        (14, Between(15, 20), Standing.BELOW),
        (15, Between(15, 20), Standing.REACHED),
        (20, Between(15, 20), Standing.REACHED),
        (25, Between(15, 20), Standing.EXCEEDED),
        (2, AtLeast(2), Standing.REACHED),
        (0, AtLeast(1), Standing.BELOW),
        (Decimal("4.0"), AtLeast(Decimal("4.0")), Standing.REACHED),
        (Decimal("3.99"), AtLeast(Decimal("4.0")), Standing.BELOW),
        (None, AtLeast(2), Standing.UNKNOWN),
    ],
)
def test_a_value_stands_where_it_stands(
    value: Number | None, target: Target, standing: Standing
) -> None:
    """Limits belong to the target, and no number is no standing."""
    assert compare(value, target) is standing


@pytest.mark.parametrize(
    ("value", "standing"),
    [
        (899, Standing.BELOW),
        (900, Standing.REACHED),
        (1100, Standing.REACHED),
        (1101, Standing.EXCEEDED),
    ],
)
def test_like_last_year_is_within_a_tenth(value: int, standing: Standing) -> None:
    """Ten percent to either side are like last year; more than that is more (D-22, D-23)."""
    assert compare(value, LikeLastYear(), last_year=1000) is standing


def test_the_tenth_can_be_another() -> None:
    """With five percent, 94 of 100 is not like last year."""
    assert compare(94, LikeLastYear(5), last_year=100) is Standing.BELOW


def test_without_last_year_nothing_is_known() -> None:
    """A first year cannot be compared, and nobody can say how many are lacking."""
    for target in (LikeLastYear(), NotBelowLastYear()):
        assert compare(5, target) is Standing.UNKNOWN
        assert lacking(5, target) is None
    assert compare(5, NotBelowLastYear(), last_year=5) is Standing.REACHED
    assert compare(4, NotBelowLastYear(), last_year=5) is Standing.BELOW


def test_exceeded_counts_as_reached() -> None:
    """25 trainings where 15–20 were aimed at are no failure (D-23)."""
    assert Standing.EXCEEDED.counts_as_reached
    assert Standing.REACHED.counts_as_reached
    assert not Standing.BELOW.counts_as_reached
    assert not Standing.UNKNOWN.counts_as_reached


@given(st.integers(1, 100), st.integers(1, 500), st.integers(0, 500))
def test_what_is_lacking_is_just_enough(percent: int, whole: int, value: int) -> None:
    """With what is lacking the share is reached, and with one less it is not."""
    target = Share(percent, whole)
    more = lacking(value, target)
    assert more is not None
    assert compare(value + more, target).counts_as_reached
    assert more == 0 or compare(value + more - 1, target) is Standing.BELOW
