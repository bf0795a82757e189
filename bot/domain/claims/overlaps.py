"""What is paid twice, or may be, between the claims of people who went to the same place (D-16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations, pairwise
from typing import TypeAlias

from bot.domain.ids import MunicipalityCode

from .claims import Claim, ClaimId
from .legs import Leg, Mode
from .travellers import Traveller

SEATS = 5
Stretch: TypeAlias = tuple[str, str]


class OverlapKind(StrEnum):
    """The first three pay one person's way twice; the last is worth a question only."""

    TRAVELLED_TWICE = "travelled_twice"
    PAID_AND_RODE = "paid_and_rode"
    RODE_TWICE = "rode_twice"
    TWO_CARS = "two_cars"


@dataclass(frozen=True)
class Place:
    """A leg of a claim."""

    claim: ClaimId
    leg: int


@dataclass(frozen=True)
class Overlap:
    """One person, or for two cars the first driver, in two legs of one day."""

    kind: OverlapKind
    who: Traveller
    day: date
    first: Place
    second: Place

    def touches(self, claim: ClaimId) -> bool:
        return claim in (self.first.claim, self.second.claim)


@dataclass(frozen=True)
class Trip:
    """One person's part in one leg that is paid for."""

    who: Traveller
    place: Place
    leg: Leg
    stretches: frozenset[Stretch]
    rides: bool

    @property
    def drives(self) -> bool:
        return not self.rides and self.leg.mode is Mode.OWN_CAR


def overlaps(claims: Iterable[Claim], host: MunicipalityCode | None = None) -> tuple[Overlap, ...]:
    """Every pair of legs that pays one person's way twice, and cars that could have been one.

    Two legs of one day pay the same way if both go from one place to another that they have
    in common, or if both come to the host, or both leave it. Give all claims of an errand.
    """
    trips = [trip for claim in claims for trip in trips_of(claim, host)]
    return tuple(found for pair in combinations(trips, 2) for found in overlap(*pair))


def trips_of(claim: Claim, host: MunicipalityCode | None) -> Iterator[Trip]:
    """A ride is told by the driver, who is paid for it; the rider's own leg costs nothing."""
    for leg in claim.legs:
        if leg.mode is Mode.PASSENGER or not is_paid(claim, leg):
            continue
        place, stretches = Place(claim.id, leg.number), stretches_of(leg, host)
        yield Trip(claim.traveller, place, leg, stretches, rides=False)
        for passenger in leg.passengers:
            yield Trip(passenger, place, leg, stretches, rides=True)


def is_paid(claim: Claim, leg: Leg) -> bool:
    """AKE may have left this line out."""
    return not claim.is_decided or leg.number in {amount.number for amount in claim.approved}


def stretches_of(leg: Leg, host: MunicipalityCode | None) -> frozenset[Stretch]:
    places = [stop.place for stop in leg.stops]
    steps = list(pairwise(places))
    through = {(a, b) for a, b in combinations(places, 2) if a != b}
    arrivals = {("", b) for a, b in steps if b == host != a}
    departures = {(a, "") for a, b in steps if a == host != b}
    return frozenset({*steps, *through, *arrivals, *departures})


def overlap(one: Trip, other: Trip) -> Iterator[Overlap]:
    shared = one.stretches & other.stretches
    if one.place == other.place or one.leg.day != other.leg.day or not shared:
        return
    if one.who.is_same_as(other.who):
        kind = paid_twice(one, other)
    elif one.drives and other.drives and could_be_one_car(one, other, shared):
        kind = OverlapKind.TWO_CARS
    else:
        return
    yield Overlap(kind, one.who, one.leg.day, one.place, other.place)


def paid_twice(one: Trip, other: Trip) -> OverlapKind:
    if one.rides and other.rides:
        return OverlapKind.RODE_TWICE
    if one.rides or other.rides:
        return OverlapKind.PAID_AND_RODE
    return OverlapKind.TRAVELLED_TWICE


def could_be_one_car(one: Trip, other: Trip, shared: frozenset[Stretch]) -> bool:
    """From the same place to the same place, with seats for everyone."""
    riders = (*one.leg.passengers, *other.leg.passengers)
    if any(rider.is_same_as(driver) for rider in riders for driver in (one.who, other.who)):
        return False
    return 2 + len(riders) <= SEATS and any("" not in stretch for stretch in shared)
