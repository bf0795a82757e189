"""One way of a trip, or there and back on one day: where, how, and what it took."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from bot.domain.ids import MunicipalityCode

from .travellers import Traveller, written_alike

MOST_PASSENGERS = 8


class Mode(StrEnum):
    """How one went. Own car costs kilometres, a ride nothing, the others their tickets."""

    OWN_CAR = "own_car"
    PASSENGER = "passenger"
    TRAIN = "train"
    BUS = "bus"
    FERRY = "ferry"
    TAXI = "taxi"

    @property
    def needs_ticket(self) -> bool:
        return self not in (Mode.OWN_CAR, Mode.PASSENGER)


@dataclass(frozen=True)
class Stop:
    """A place on the route, as the traveller wrote it; the municipality where it is known."""

    name: str
    municipality: MunicipalityCode | None = None

    @property
    def place(self) -> str:
        """What two stops have in common when they are the same town."""
        return self.municipality or written_alike(self.name)


@dataclass(frozen=True)
class Ticket:
    """A fare as it was paid, in cents with VAT in it (TRAVEL-4)."""

    cents: int
    seller: str = ""


@dataclass(frozen=True)
class Leg:
    """What a traveller went on one day in one way (D-15, D-16).

    `number` tells the lines of a claim apart. `km` has one decimal. `paid` is what the
    employer really paid, in cents, where that is less than the kilometre rate allows.
    Times are those of the clock on the wall. Raises ValueError for a leg that makes no sense.
    """

    number: int
    day: date
    stops: tuple[Stop, ...]
    mode: Mode
    km: Decimal | None = None
    passengers: tuple[Traveller, ...] = ()
    tickets: tuple[Ticket, ...] = ()
    paid: int | None = None
    leaves: time | None = None
    returns: time | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        for fault in faults(self):
            raise ValueError(f"leg {self.number}: {fault}")

    @property
    def comes_back(self) -> bool:
        return len(self.stops) > 2 and self.stops[0].place == self.stops[-1].place

    @property
    def distance(self) -> Decimal:
        """Kilometres driven; none where one did not drive."""
        return self.km or Decimal(0)

    @property
    def km_one_way(self) -> Decimal:
        return self.distance / 2 if self.comes_back else self.distance


def faults(leg: Leg) -> Iterator[str]:
    """What is wrong with a leg, whatever the way of going."""
    if len(leg.stops) < 2:
        yield "a route has two stops or more"
    if leg.mode is Mode.OWN_CAR:
        yield from faults_of_a_drive(leg)
    elif leg.km is not None or leg.passengers or leg.paid is not None:
        yield "kilometres, passengers and a sum paid for them belong to an own car"
    if bool(leg.tickets) is not leg.mode.needs_ticket:
        yield "a public way has tickets, and only that"
    if any(ticket.cents <= 0 for ticket in leg.tickets):
        yield "a ticket costs something"


def faults_of_a_drive(leg: Leg) -> Iterator[str]:
    if leg.km is None or leg.km <= 0 or leg.km != round(leg.km, 1):
        yield "a drive has kilometres, with one decimal"
    if len(leg.passengers) > MOST_PASSENGERS:
        yield f"at most {MOST_PASSENGERS} passengers"
    if leg.paid is not None and leg.paid < 0:
        yield "nobody is paid less than nothing"
    for place, one in enumerate(leg.passengers):
        if any(one.is_same_as(other) for other in leg.passengers[:place]):
            yield "a passenger is counted once"


def split(leg: Leg, *, km: Decimal, then: date, number: int, at: Stop) -> tuple[Leg, Leg]:
    """A drive over midnight as two legs, each at the rate of its own date (TRAVEL-1).

    `km` is what was driven on the leg's own day, `at` where the driver was at midnight.
    """
    first = replace(leg, km=km, stops=(leg.stops[0], at), returns=None, paid=None)
    rest = replace(leg, number=number, day=then, km=leg.distance - km, stops=(at, leg.stops[-1]))
    return first, replace(rest, leaves=None, paid=None)
