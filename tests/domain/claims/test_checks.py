"""What AKE is asked to look at, and what it is not bothered with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.claims.checks import Surroundings, flags, months_after
from bot.domain.claims.claims import Claim
from bot.domain.claims.errands import ErrandId, ErrandKind
from bot.domain.claims.flags import Flag, FlagKind
from bot.domain.claims.legs import Leg, Mode, Stop
from bot.domain.claims.members import Member
from bot.domain.claims.trains import train_between
from bot.domain.ids import MunicipalityCode, NetworkKey
from bot.regions.rail import stations

from .trips import (
    AINO,
    DAY,
    EERO,
    PORI,
    RAUMA,
    SALO,
    TURKU,
    claim_of,
    drive,
    handed_in,
    receipt,
    ride,
    route,
    visit,
)

STATIONS = stations("lounais-suomi")
APRIL = date(2024, 4, 20)
MEETING = replace(visit(ErrandKind.GROUP_MEETING, notified=None), group=NetworkKey("visibility"))


def road_km(one: MunicipalityCode, other: MunicipalityCode) -> int | None:
    return {frozenset({TURKU, RAUMA}): 104, frozenset({TURKU}): 0}.get(frozenset({one, other}))


AROUND = Surroundings(APRIL, visit(), road_km=road_km, stations=STATIONS)


def kinds(claim: Claim, around: Surroundings = AROUND) -> list[FlagKind]:
    return [flag.kind for flag in flags(claim, around)]


def test_an_ordinary_claim_has_no_flags() -> None:
    """A notified visit, two in a car, a believable distance: nothing to look at."""
    assert kinds(claim_of(AINO, drive("190", EERO))) == []


def test_a_second_claim_for_the_same_day() -> None:
    """The same person, day and visit again; a draft or a returned claim does not count."""
    first = handed_in(claim_of(AINO, drive("190"), key="first"))
    second = claim_of(AINO, drive("190"), key="second")
    assert Flag(FlagKind.DUPLICATE, other=first.id, day=DAY) in flags(
        second, replace(AROUND, others=(first,))
    )
    assert kinds(second, replace(AROUND, others=(claim_of(AINO, drive("190"), key="first"),))) == []
    elsewhere = replace(first, errand=ErrandId("another"))
    assert FlagKind.DUPLICATE not in kinds(second, replace(AROUND, others=(elsewhere,)))


def test_paid_in_somebody_elses_claim() -> None:
    """The flag tells whose way it is and which claim has it."""
    others = (handed_in(claim_of(EERO, drive("190", AINO))),)
    (flag,) = flags(claim_of(AINO, drive("190")), replace(AROUND, others=others))
    assert (flag.kind, flag.who, flag.other) == (FlagKind.PAID_AND_RODE, AINO, others[0].id)


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (date(2024, 4, 10), date(2024, 6, 10)),
        (date(2024, 12, 31), date(2025, 2, 28)),
        (date(2023, 12, 31), date(2024, 2, 29)),
        (date(2024, 11, 30), date(2025, 1, 30)),
    ],
)
def test_two_months(day: date, until: date) -> None:
    """Two months to the day are in time, the next day is late, whatever the month's length."""
    claim = claim_of(AINO, drive("190", EERO, day=day))
    assert months_after(day, 2) == until
    assert FlagKind.LATE not in kinds(claim, replace(AROUND, handed_in=until))
    late = replace(AROUND, handed_in=date.fromordinal(until.toordinal() + 1))
    assert FlagKind.LATE in kinds(claim, late)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 30))
def test_months_add_up(day: date, months: int) -> None:
    """The month is the right one and the day is never a later one."""
    later = months_after(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


@pytest.mark.parametrize(("km", "is_far"), [("312.0", False), ("312.1", True)])
def test_far_from_the_estimate(km: str, is_far: bool) -> None:
    """There and back is believed up to 2 × 1.5 × the estimate, and not a hectometre more."""
    assert (FlagKind.FAR in kinds(claim_of(AINO, drive(km, EERO)))) is is_far
    two_places = drive(km, EERO, stops=route(TURKU, RAUMA))
    assert (FlagKind.FAR in kinds(claim_of(AINO, two_places))) is is_far


def test_far_one_way() -> None:
    """Where the way back is a leg of its own, the way there is one way only."""
    there = drive("160", EERO, stops=route(TURKU, RAUMA))
    back = drive("104", EERO, number=2, stops=route(RAUMA, TURKU))
    (flag,) = flags(claim_of(AINO, there, back), AROUND)
    assert flag == Flag(FlagKind.FAR, 1, km=Decimal(160), expected=Decimal(156))


def test_no_estimate_no_flag() -> None:
    """A place nobody has measured is not called far."""
    village = (Stop("Turku", TURKU), Stop("Kylä"), Stop("Turku", TURKU))
    assert kinds(claim_of(AINO, drive("900", EERO, stops=village))) == []
    assert kinds(claim_of(AINO, drive("90", stops=route(TURKU, PORI)))) == []
    assert kinds(claim_of(AINO, drive("9", EERO, stops=route(TURKU, TURKU)))) == []


@pytest.mark.parametrize(
    ("leg", "flagged"),
    [
        (drive("280", stops=route(TURKU, PORI, TURKU)), True),
        (drive("280", EERO, stops=route(TURKU, PORI, TURKU)), False),
        (drive("200", stops=route(TURKU, PORI, TURKU)), False),
        (drive("140", stops=route(TURKU, PORI)), True),
        (drive("240", stops=route(TURKU, RAUMA, TURKU)), False),
        (drive("140", stops=(Stop("Koti"), Stop("Pori", PORI))), False),
    ],
)
def test_alone_where_a_train_runs(leg: Leg, flagged: bool) -> None:
    """Only alone, only over 100 km one way, and only between places with a station."""
    assert (FlagKind.TRAIN_RUNS in kinds(claim_of(AINO, leg))) is flagged


def test_direct_trains_and_changes() -> None:
    """AKE sees whether one would have had to change; no station, no train."""
    change, direct = train_between(STATIONS, TURKU, PORI), train_between(STATIONS, SALO, TURKU)
    assert change is not None
    assert not change.direct
    assert direct is not None
    assert direct.direct
    assert train_between(STATIONS, TURKU, RAUMA) is None
    assert train_between(STATIONS, TURKU, TURKU) is None


def test_notice_of_the_visit() -> None:
    """A visit told of in time, late, not at all, and one nobody knows."""
    claim = claim_of(AINO, drive("190", EERO))
    on_the_day, after = visit(notified=DAY), visit(notified=date(2024, 4, 11))
    assert kinds(claim, replace(AROUND, errand=on_the_day)) == []
    assert kinds(claim, replace(AROUND, errand=after)) == [FlagKind.NOTIFIED_LATE]
    assert kinds(claim, replace(AROUND, errand=visit(notified=None))) == [FlagKind.NOT_NOTIFIED]
    assert kinds(claim, replace(AROUND, errand=None)) == [FlagKind.UNKNOWN_ERRAND]


@pytest.mark.parametrize(
    ("member", "is_flagged"),
    [
        (Member(NetworkKey("visibility"), 2024, AINO), False),
        (Member(NetworkKey("visibility"), 2023, AINO), True),
        (Member(NetworkKey("digi"), 2024, AINO), True),
        (Member(NetworkKey("visibility"), 2024, EERO), True),
    ],
)
def test_named_members(member: Member, is_flagged: bool) -> None:
    """A member is one of this group in the year of the meeting."""
    claim = claim_of(AINO, drive("190", EERO), kind=ErrandKind.GROUP_MEETING)
    found = kinds(claim, replace(AROUND, errand=MEETING, members=(member,)))
    assert found == ([FlagKind.NOT_A_MEMBER] if is_flagged else [])


def test_ake_decides_and_receipts() -> None:
    """A taxi is AKE's to decide, and a ticket with no receipt is pointed out."""
    claim = claim_of(AINO, ride(Mode.TAXI, 2500, reason="Ei muuta kyytiä"))
    assert kinds(claim) == [FlagKind.AKE_DECIDES, FlagKind.NO_RECEIPT]
    assert kinds(claim.with_receipt(receipt("taksi"))) == [FlagKind.AKE_DECIDES]


def test_one_receipt_on_two_claims() -> None:
    """The same content under another name is the same receipt."""
    first = claim_of(EERO, ride(Mode.BUS, 1200)).with_receipt(receipt("a", digest="d1"))
    second = claim_of(AINO, ride(Mode.BUS, 1200)).with_receipt(receipt("b", digest="d1"))
    around = replace(AROUND, others=(handed_in(first),))
    assert kinds(second, around) == [FlagKind.SAME_RECEIPT]
