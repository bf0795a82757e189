"""A claim goes from the traveller to AKE and on to the invoice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.claims.claims import Amount, Claim, ClaimState, Declaration
from bot.domain.claims.errands import ErrandKind
from bot.domain.claims.expenses import Expense, ExpenseKind
from bot.domain.claims.legs import Leg, Mode, Ticket
from bot.domain.claims.progress import approve, mark_invoiced, send_back
from bot.domain.claims.refusals import (
    ClaimRefused,
    DriverAsPassenger,
    MoreThanAsked,
    NotDeclared,
    NothingToClaim,
    OutOfTurn,
    RateUnknown,
    ReasonMissing,
    TripAhead,
)
from bot.domain.claims.travellers import Traveller

from .trips import AINO, DAY, EERO, MINNA, RAUMA, TURKU, claim_of, drive, handed_in, ride, route

TODAY = date(2024, 4, 22)


def test_from_draft_to_invoice() -> None:
    """Submitted, approved and invoiced; every step is a new revision and keeps its day."""
    claim = handed_in(claim_of(AINO, drive("142", EERO)))
    approved = approve(claim, today=TODAY)
    invoiced = mark_invoiced(approved, today=date(2024, 5, 2))
    assert (claim.number, claim.cents) == ("AKE-2024-0001", 86_62)
    assert approved.revision == claim.revision + 1
    assert invoiced.state is ClaimState.INVOICED
    assert (invoiced.submitted, invoiced.decided, invoiced.invoiced, invoiced.cents) == (
        date(2024, 4, 20),
        TODAY,
        date(2024, 5, 2),
        86_62,
    )


def test_approved_in_part() -> None:
    """AKE may leave a line out or agree to less of it; the papers follow what was agreed."""
    claim = handed_in(claim_of(AINO, drive("100"), ride(Mode.TAXI, 2000, number=2, reason="Yö")))
    approved = approve(
        claim, today=TODAY, amounts=(Amount(1, 50_00), Amount(2, 0)), word="Taksi ei"
    )
    assert approved.amounts == (Amount(1, 50_00),)
    assert approved.cents == 50_00


@pytest.mark.parametrize("amounts", [(Amount(1, 57_01),), (Amount(9, 1),), (Amount(1, -1),)])
def test_no_more_than_was_asked(amounts: tuple[Amount, ...]) -> None:
    """A slip of the pen cannot pay more than was asked for, or a line that is not there."""
    with pytest.raises(MoreThanAsked):
        approve(handed_in(claim_of(AINO, drive("100"))), today=TODAY, amounts=amounts)


def test_approving_nothing_is_no_approval() -> None:
    """A claim of which nothing is paid is returned with a word instead."""
    with pytest.raises(NothingToClaim):
        approve(handed_in(claim_of(AINO, drive("100"))), today=TODAY, amounts=(Amount(1, 0),))


def test_returned_and_handed_in_again() -> None:
    """A returned claim can be changed and comes back under the same number."""
    returned = send_back(handed_in(claim_of(AINO, drive("410"))), "Onko 410 oikein?", today=TODAY)
    mended = returned.with_item(drive("140"))
    again = handed_in(mended, TODAY, number="AKE-2024-0002")
    assert (returned.word, again.number, again.cents) == (
        "Onko 410 oikein?",
        "AKE-2024-0001",
        79_80,
    )


def test_a_day_without_a_rate_keeps_it_a_draft() -> None:
    """The refusal tells the day, and the claim is as it was."""
    claim = claim_of(AINO, drive("100", day=date(2099, 1, 11)))
    with pytest.raises(RateUnknown) as refused:
        handed_in(claim, date(2099, 1, 20))
    assert refused.value.days == (date(2099, 1, 11),)
    assert claim.state is ClaimState.DRAFT


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (claim_of(AINO), NothingToClaim),
        (claim_of(AINO, ride(Mode.PASSENGER)), NothingToClaim),
        (claim_of(AINO, drive("10", day=date(2024, 4, 21))), TripAhead),
        (claim_of(AINO, ride(Mode.TAXI, 2000)), ReasonMissing),
        (claim_of(AINO, Expense(1, DAY, ExpenseKind.LODGING, 90_00)), ReasonMissing),
        (replace(claim_of(AINO, drive("10")), declaration=None), NotDeclared),
        (
            claim_of(AINO, drive("10")).declared(Declaration(approved=True, no_other_payer=False)),
            NotDeclared,
        ),
        (
            claim_of(AINO, drive("10")).declared(Declaration(approved=False, no_other_payer=True)),
            NotDeclared,
        ),
    ],
)
def test_what_keeps_a_claim_from_going(claim: Claim, why: type[ClaimRefused]) -> None:
    """Each thing that is missing has a refusal of its own."""
    with pytest.raises(why):
        handed_in(claim)


def test_out_of_turn() -> None:
    """A card pressed too late changes nothing."""
    draft = claim_of(AINO, drive("10"))
    claim = handed_in(draft)
    late: tuple[Callable[[], Claim], ...] = (
        lambda: handed_in(claim),
        lambda: claim.with_item(drive("20")),
        lambda: claim.without_item(1),
        lambda: approve(draft, today=TODAY),
        lambda: send_back(draft, "", today=TODAY),
        lambda: mark_invoiced(claim, today=TODAY),
    )
    for press in late:
        with pytest.raises(OutOfTurn):
            press()


def test_lines_come_and_go() -> None:
    """A line is changed under its number, removed by it, and the rest stand in day order."""
    claim = claim_of(AINO, drive("10", number=2), drive("20", number=1, day=date(2024, 4, 12)))
    changed = claim.with_item(drive("30", number=2))
    assert [item.number for item in changed.items] == [2, 1]
    assert changed.without_item(2).items == (drive("20", number=1, day=date(2024, 4, 12)),)
    assert changed.next_number == 3
    assert changed.revision == claim.revision + 1


def test_nobody_drives_and_rides_at_once() -> None:
    """The driver cannot be a passenger of the same car, however the name is written."""
    with pytest.raises(DriverAsPassenger):
        claim_of(AINO, drive("10", Traveller("aino  AALTO")))


def test_people_of_a_claim() -> None:
    """Someone who rode both ways is one person on the invoice."""
    there = drive("71", EERO, stops=route(TURKU, RAUMA))
    back = drive("71", Traveller("Eero Eskola"), MINNA, number=2, stops=route(RAUMA, TURKU))
    assert claim_of(AINO, there, back).people == (AINO, EERO, MINNA)


@pytest.mark.parametrize(
    "senseless",
    [
        lambda: drive("0"),
        lambda: drive("10.05"),
        lambda: drive("10", EERO, Traveller("eero eskola")),
        lambda: drive("10", *(Traveller(str(n)) for n in range(9))),
        lambda: drive("10", paid=-1),
        lambda: drive("10", stops=()),
        lambda: ride(Mode.TRAIN),
        lambda: ride(Mode.TRAIN, 0),
        lambda: ride(Mode.PASSENGER, 100),
        lambda: Leg(1, DAY, drive("1").stops, Mode.BUS, passengers=(EERO,), tickets=(Ticket(1),)),
        lambda: Expense(1, DAY, ExpenseKind.PARKING, 0),
    ],
)
def test_senseless_lines_cannot_be_made(senseless: Callable[[], object]) -> None:
    """No line without a way, a sum or sense ever comes into being."""
    with pytest.raises(ValueError, match=r"leg|expense"):
        senseless()


def test_kinds_go_with_the_table() -> None:
    """A night agreed for a rotation goes through with its word."""
    night = Expense(1, DAY, ExpenseKind.LODGING, 90_00, reason="Sovittu AKEn kanssa 2.4.")
    assert handed_in(claim_of(AINO, night, kind=ErrandKind.JOB_ROTATION)).cents == 90_00
