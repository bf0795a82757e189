"""Numbers on papers hold their check digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.claims.numbers import (
    claim_number,
    grouped_reference,
    is_business_id,
    reference_check_digit,
    reference_number,
)


def test_claim_numbers() -> None:
    """Four digits, and more when a year needs them."""
    assert claim_number("AKE", 2026, 42) == "AKE-2026-0042"
    assert claim_number("AKE", 2026, 12345) == "AKE-2026-12345"


def test_known_references() -> None:
    """The banks' own examples come out right."""
    assert reference_check_digit("123456") == "1"
    assert reference_check_digit("123") == "2"


@given(st.integers(2018, 2100), st.integers(1, 99_999), st.data())
def test_a_mistyped_reference_is_noticed(year: int, sequence: int, data: st.DataObject) -> None:
    """Any one wrong digit breaks the check."""
    reference = reference_number(year, sequence)
    place = data.draw(st.integers(0, len(reference) - 2))
    wrong = data.draw(st.sampled_from([d for d in "0123456789" if d != reference[place]]))
    mistyped = reference[:place] + wrong + reference[place + 1 : -1]
    assert reference_check_digit(mistyped) != reference[-1]


def test_references_in_print() -> None:
    """Groups of five, counted from the right."""
    assert grouped_reference("202600427") == "2026 00427"
    assert grouped_reference("2026004277") == "20260 04277"


@pytest.mark.parametrize("given", ["0204819-8", "1572860-0", "0112038-9"])
def test_business_ids(given: str) -> None:
    """Real ids of a city, of companies; one with a zero for its check digit."""
    assert is_business_id(given)


@pytest.mark.parametrize(
    "given", ["0204819-7", "02048198", "204819-8", "", "0204819-8 ", "٠204819-8"]
)
def test_wrong_business_ids(given: str) -> None:
    """A wrong digit, a missing dash, a short one."""
    assert not is_business_id(given)
