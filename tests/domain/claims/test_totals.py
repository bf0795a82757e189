"""A claim comes to the right cent, whatever the year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.claims.expenses import Expense, ExpenseKind
from bot.domain.claims.legs import Leg, Mode, Stop, split
from bot.domain.claims.refusals import RateUnknown
from bot.domain.claims.totals import totals
from bot.domain.claims.travellers import Traveller

from .trips import AINO, EERO, MINNA, PORI, TURKU, claim_of, drive, rates, ride, route

days = st.dates(date(2024, 1, 1), date(2026, 12, 31))
kilometres = st.integers(1, 50_000).map(lambda tenths: Decimal(tenths) / 10)
RIDERS = tuple(Traveller(f"Matkustaja {n}") for n in range(8))


@pytest.mark.parametrize(
    ("leg", "cents"),
    [
        (drive("142.0", EERO, MINNA, day=date(2024, 5, 2)), 92_30),
        (drive("57.5", day=date(2025, 5, 2)), 33_93),
        (drive("208", EERO, day=date(2026, 5, 2)), 122_72),
    ],
)
def test_worked_figures(leg: Leg, cents: int) -> None:
    """The three sums that AKE's travel notes work out come out the same."""
    assert totals(claim_of(AINO, leg), rates).cents == cents


@given(days, kilometres, st.integers(0, 8))
def test_every_day_of_three_years(day: date, km: Decimal, riders: int) -> None:
    """A drive is within half a cent of the exact sum, and an exact half goes up."""
    leg = drive(str(km), *RIDERS[:riders], day=day)
    exact = km * ({2024: 57, 2025: 59, 2026: 55}[day.year] + 4 * riders)
    too_much = totals(claim_of(AINO, leg), rates).cents - exact
    assert Decimal("-0.5") < too_much <= Decimal("0.5")


@given(st.lists(st.tuples(days, kilometres), min_size=1, max_size=6))
def test_a_sum_is_the_sum_of_its_lines(drives: list[tuple[date, Decimal]]) -> None:
    """What is added up is what is printed on each line, so papers always tally."""
    legs = (drive(str(km), number=n, day=day) for n, (day, km) in enumerate(drives, start=1))
    reckoned = totals(claim_of(AINO, *legs), rates)
    assert reckoned.cents == sum(line.cents or 0 for line in reckoned.lines)
    assert len(reckoned.lines) == len(drives)


def test_across_new_year() -> None:
    """There on New Year's Eve and back on New Year's Day: each way at its own year's rate."""
    there = drive("100", day=date(2024, 12, 31), stops=route(TURKU, PORI))
    back = drive("100", number=2, day=date(2025, 1, 1), stops=route(PORI, TURKU))
    assert [line.cents for line in totals(claim_of(AINO, there, back), rates).lines] == [5700, 5900]


@given(kilometres.filter(lambda km: km > 1), st.data())
def test_over_midnight(km: Decimal, data: st.DataObject) -> None:
    """A drive over midnight is parted without losing a metre or a passenger."""
    before = data.draw(st.integers(1, int(km * 10) - 1).map(lambda tenths: Decimal(tenths) / 10))
    eve = drive(str(km), EERO, day=date(2025, 12, 31), stops=route(PORI, TURKU))
    first, rest = split(eve, km=before, then=date(2026, 1, 1), number=2, at=Stop("Laitila"))
    assert (first.km or 0) + (rest.km or 0) == km
    assert (first.passengers, rest.passengers) == ((EERO,), (EERO,))
    assert (first.day, rest.day) == (date(2025, 12, 31), date(2026, 1, 1))
    assert first.stops[-1] == rest.stops[0]


def test_a_day_without_a_rate_is_never_guessed() -> None:
    """A sum cannot be had while a rate is missing, and the day it is missing for is told."""
    claim = claim_of(AINO, drive("10"), drive("10", number=2, day=date(2099, 1, 4)))
    with pytest.raises(RateUnknown) as refused:
        _ = totals(claim, rates).cents
    assert refused.value.days == (date(2099, 1, 4),)


def test_tickets_need_no_rate() -> None:
    """A train ticket of a year without a rate is paid as it is."""
    claim = claim_of(AINO, ride(Mode.TRAIN, 1990, 1990, day=date(2099, 1, 4)))
    assert totals(claim, rates).cents == 39_80


@given(st.integers(0, 20_000))
def test_never_more_than_the_employer_paid(paid: int) -> None:
    """AKE pays what the employer paid, and at most the cap."""
    reckoned = totals(claim_of(AINO, drive("100", paid=paid)), rates)
    assert reckoned.cents == min(paid, 57_00)
    assert reckoned.lines[0].is_below_cap is (paid < 57_00)


def test_a_ride_costs_nothing() -> None:
    """Riding along is no line; parking is one."""
    parking = Expense(2, date(2024, 4, 10), ExpenseKind.PARKING, 650)
    reckoned = totals(claim_of(AINO, ride(Mode.PASSENGER), parking), rates)
    assert [line.item for line in reckoned.lines] == [parking]


@given(days)
def test_only_the_travel_date_counts(day: date) -> None:
    """No other day's rate is looked at, however late the claim comes."""
    leg = drive("10", day=day)
    alone = totals(claim_of(AINO, leg), lambda asked: rates(asked) if asked == day else None)
    assert alone.cents == totals(claim_of(AINO, leg), rates).cents
