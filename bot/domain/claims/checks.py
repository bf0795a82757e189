"""The checks of one claim; each says what it noticed as flags for AKE (TRAVEL-3, D-12, D-17)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise

from bot.domain.ids import MunicipalityCode

from .claims import Claim, ClaimState
from .cover import Cover, cost_of, ruling
from .errands import Errand, ErrandKind
from .flags import Flag, FlagKind
from .legs import Leg, Mode
from .members import Member, is_member
from .overlaps import overlaps
from .receipts import in_common
from .trains import StationLines, train_between

FAR = Decimal("1.5")
"""How many times the estimated distance is still believed without a word."""
ALONE_BY_TRAIN_KM = 100
MONTHS_TO_CLAIM = 2

RoadKm = Callable[[MunicipalityCode, MunicipalityCode], int | None]
"""The region's estimate from centre to centre; None or nothing where it cannot tell."""


def nobody_knows(_one: MunicipalityCode, _other: MunicipalityCode) -> int | None:
    """A road estimate where there is none."""
    return None


@dataclass(frozen=True)
class Surroundings:
    """What the checks look at besides the claim: the day it came, and what else is known.

    `others` are the claims of the same errand, and of the same person on the same days.
    """

    handed_in: date
    errand: Errand | None = None
    others: tuple[Claim, ...] = ()
    road_km: RoadKm = nobody_knows
    stations: StationLines = field(default_factory=dict)
    members: Collection[Member] = ()

    def rivals(self, claim: Claim) -> tuple[Claim, ...]:
        """Other claims that have been handed in."""
        live = (ClaimState.SUBMITTED, ClaimState.APPROVED, ClaimState.INVOICED)
        return tuple(one for one in self.others if one.id != claim.id and one.state in live)


def flags(claim: Claim, around: Surroundings) -> tuple[Flag, ...]:
    return tuple(flag for check in CHECKS for flag in check(claim, around))


def duplicate(claim: Claim, around: Surroundings) -> Iterator[Flag]:
    """The same person, day and errand in another claim."""
    for other in around.rivals(claim):
        same = other.errand == claim.errand and other.traveller.is_same_as(claim.traveller)
        for day in sorted(set(claim.days) & set(other.days)) if same else ():
            yield Flag(FlagKind.DUPLICATE, other=other.id, day=day)


def paid_twice(claim: Claim, around: Surroundings) -> Iterator[Flag]:
    """A kilometre that two legs would pay, or two cars where one might have done (D-16)."""
    host = around.errand.host if around.errand else None
    for found in overlaps((claim, *around.rivals(claim)), host):
        if not found.touches(claim.id):
            continue
        mine, theirs = found.first, found.second
        if mine.claim != claim.id:
            mine, theirs = theirs, mine
        yield Flag(FlagKind(found.kind), mine.leg, theirs.claim, found.day, found.who)


def late(claim: Claim, around: Surroundings) -> Iterator[Flag]:
    """More than two months after the end of the trip (TRAVEL-2)."""
    if claim.days and around.handed_in > months_after(claim.days[-1], MONTHS_TO_CLAIM):
        yield Flag(FlagKind.LATE, day=claim.days[-1])


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def far(claim: Claim, around: Surroundings) -> Iterator[Flag]:
    """More kilometres than one and a half times the estimated road (TRAVEL-3)."""
    for leg in drives(claim):
        expected = estimate(leg, claim, around.road_km)
        if expected is not None and leg.km is not None and leg.km > FAR * expected:
            yield Flag(FlagKind.FAR, leg.number, km=leg.km, expected=FAR * expected)


def estimate(leg: Leg, claim: Claim, road_km: RoadKm) -> int | None:
    """Kilometres along the stops, or None where a stop or a distance is unknown.

    A route of two places is there and back unless the way back is a leg of its own.
    """
    towns = [stop.municipality for stop in leg.stops]
    total = 0
    for one, other in pairwise(towns):
        km = None if one is None or other is None else road_km(one, other)
        if not km:
            return None
        total += km
    return total if leg.comes_back or has_way_back(leg, claim) else 2 * total


def has_way_back(leg: Leg, claim: Claim) -> bool:
    start, end = leg.stops[0].place, leg.stops[-1].place
    return any(
        other.stops[0].place == end and other.stops[-1].place == start
        for other in claim.legs
        if other.number != leg.number
    )


def train_runs(claim: Claim, around: Surroundings) -> Iterator[Flag]:
    """Alone in a car for over 100 km one way where a train goes (D-17)."""
    for leg in drives(claim):
        if leg.passengers or leg.km_one_way <= ALONE_BY_TRAIN_KM:
            continue
        start, *rest = (stop.municipality for stop in leg.stops)
        found = [train_between(around.stations, start, town) for town in rest]
        if trains := [train for train in found if train]:
            direct = any(train.direct for train in trains)
            yield Flag(FlagKind.TRAIN_RUNS, leg.number, km=leg.km_one_way, direct=direct)


def drives(claim: Claim) -> Iterator[Leg]:
    return (leg for leg in claim.legs if leg.mode is Mode.OWN_CAR)


def notice(_claim: Claim, around: Surroundings) -> Iterator[Flag]:
    """A visit AKE was told of in time, late, or not at all (D-12)."""
    errand = around.errand
    if errand is None:
        yield Flag(FlagKind.UNKNOWN_ERRAND)
    elif errand.kind is ErrandKind.PARTNER_VISIT:
        if errand.notified is None:
            yield Flag(FlagKind.NOT_NOTIFIED, day=errand.first)
        elif errand.notified > errand.first:
            yield Flag(FlagKind.NOTIFIED_LATE, day=errand.notified)


def membership(claim: Claim, around: Surroundings) -> Iterator[Flag]:
    """A working group's meeting is for its named members (TC-2, D-38)."""
    errand = around.errand
    if errand is None or errand.kind is not ErrandKind.GROUP_MEETING:
        return
    if errand.group is None or not is_member(
        claim.traveller, errand.group, errand.first, around.members
    ):
        yield Flag(FlagKind.NOT_A_MEMBER, day=errand.first, who=claim.traveller)


def decisions(claim: Claim, _around: Surroundings) -> Iterator[Flag]:
    """Lines that the table leaves to AKE: a taxi, a night (TC-11, D-14)."""
    for item in claim.items:
        if ruling(claim.kind, cost_of(item)).cover is Cover.ASKED:
            yield Flag(FlagKind.AKE_DECIDES, item.number)


def receipts(claim: Claim, around: Surroundings) -> Iterator[Flag]:
    """A receipt that another claim has too, or tickets without any (TRAVEL-4)."""
    for other in around.rivals(claim):
        if in_common(claim.receipts, other.receipts):
            yield Flag(FlagKind.SAME_RECEIPT, other=other.id)
    if not claim.receipts:
        for item in claim.items:
            if not isinstance(item, Leg) or item.mode.needs_ticket:
                yield Flag(FlagKind.NO_RECEIPT, item.number)


CHECKS: tuple[Callable[[Claim, Surroundings], Iterator[Flag]], ...] = (
    duplicate,
    paid_twice,
    late,
    far,
    notice,
    membership,
    train_runs,
    decisions,
    receipts,
)
