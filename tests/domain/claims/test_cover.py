"""Who pays what (TC-1 to TC-11)."""

from __future__ import annotations

import pytest

from bot.domain.claims.cover import (
    MEMBER,
    STAND_IN,
    TRAVEL,
    Cost,
    Cover,
    Payer,
    cost_of,
    ruling,
)
from bot.domain.claims.errands import ErrandKind
from bot.domain.claims.legs import Mode

from .trips import drive, ride

VISIT, MEETING, ROTATION, OTHER = ErrandKind


@pytest.mark.parametrize("kind", [VISIT, MEETING, ROTATION])
def test_the_way_is_paid(kind: ErrandKind) -> None:
    """Kilometres and tickets are AKE's for all three, at a meeting for its named members."""
    expected = MEMBER if kind is MEETING else TRAVEL
    assert ruling(kind, Cost.OWN_CAR) == ruling(kind, Cost.TICKET) == expected
    assert ruling(kind, Cost.PASSENGER) == TRAVEL


@pytest.mark.parametrize("kind", list(ErrandKind))
@pytest.mark.parametrize(
    "cost", [Cost.PER_DIEM, Cost.MEAL, Cost.CATERING, Cost.WELLBEING, Cost.SUBSTITUTE]
)
def test_what_is_never_paid(kind: ErrandKind, cost: Cost) -> None:
    """Daily allowances, meals, treats, wellbeing and substitutes are refused, and a payer named."""
    found = ruling(kind, cost)
    assert not found.may_be_claimed
    assert found.payer is not Payer.AKE


@pytest.mark.parametrize("cost", list(Cost))
def test_nothing_is_claimed_for_other_errands(cost: Cost) -> None:
    """Trainings, coffees and AKE's own visits have no claims (TC-4, TC-5, TC-8)."""
    assert not ruling(OTHER, cost).may_be_claimed


@pytest.mark.parametrize("kind", [VISIT, MEETING, ROTATION])
def test_ake_decides(kind: ErrandKind) -> None:
    """A taxi and a night are asked of AKE, never simply paid and never simply refused."""
    assert ruling(kind, Cost.TAXI).cover is ruling(kind, Cost.LODGING).cover is Cover.ASKED


def test_a_grant_decision_changes_the_table() -> None:
    """A year in which substitutes are paid is an exception, not new code (D-13)."""
    paid = {(ROTATION, Cost.SUBSTITUTE): TRAVEL}
    assert ruling(ROTATION, Cost.SUBSTITUTE, paid) == TRAVEL
    assert ruling(VISIT, Cost.SUBSTITUTE, paid) == STAND_IN


def test_every_line_has_a_row() -> None:
    """Each way of going stands on a row of the table."""
    assert cost_of(drive("10")) is Cost.OWN_CAR
    assert cost_of(ride(Mode.TAXI, 100)) is Cost.TAXI
    assert {cost_of(ride(mode, 100)) for mode in (Mode.TRAIN, Mode.BUS, Mode.FERRY)} == {
        Cost.TICKET
    }
