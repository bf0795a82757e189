"""How much travel money is left, and the one warning."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.claims.budget import Budget, budget, tips
from bot.domain.claims.progress import approve, mark_invoiced, send_back

from .trips import AINO, claim_of, drive, handed_in

TODAY = date(2024, 4, 30)
CLAIM = handed_in(claim_of(AINO, drive("100")))


def test_spent_and_waiting() -> None:
    """Approved and invoiced claims are spent, submitted ones wait, the others do not count."""
    approved = approve(CLAIM, today=TODAY)
    claims = [
        CLAIM,
        approved,
        mark_invoiced(approved, today=TODAY),
        send_back(CLAIM, "", today=TODAY),
        claim_of(AINO, drive("100")),
    ]
    found = budget(1000_00, 2024, claims)
    assert (found.spent, found.waiting, found.left) == (114_00, 57_00, 886_00)
    assert found.left_if_all_is_approved == 829_00


def test_a_trip_belongs_to_the_year_it_ended() -> None:
    """Another year's trip does not burden this one."""
    approved = approve(CLAIM, today=TODAY)
    assert budget(1000_00, 2025, [approved]).spent == 0


@pytest.mark.parametrize(("spent", "warned"), [(79_99, False), (80_00, True), (130_00, True)])
def test_eighty_percent(spent: int, warned: bool) -> None:
    """The warning comes at exactly 80 %, not a cent before."""
    assert Budget(100_00, spent).is_warned is warned


@given(st.integers(0, 10**7), st.lists(st.integers(1, 10**5), max_size=30))
def test_warned_once(planned: int, sums: list[int]) -> None:
    """However the money goes, AKE is warned at most once."""
    spent = [sum(sums[:n]) for n in range(len(sums) + 1)]
    states = [Budget(planned, one) for one in spent]
    warnings = sum(tips(one, other) for one, other in pairwise(states))
    assert warnings == (states[-1].is_warned and not states[0].is_warned)
