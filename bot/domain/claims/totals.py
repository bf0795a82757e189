"""What a claim comes to, line by line, in whole cents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bot.domain.rates import Rate

from .claims import Amount, Claim, Item
from .expenses import Expense
from .legs import Leg, Mode
from .rates import Rates
from .refusals import RateUnknown


@dataclass(frozen=True)
class Line:
    """A leg or an expense with its sum in cents; None where the day has no known rate.

    `rate` and `cap` are of a drive: what the kilometres come to before what was paid is looked at.
    """

    item: Item
    cents: int | None
    rate: Rate | None = None
    cap: int | None = None

    @property
    def is_below_cap(self) -> bool:
        """The employer paid less than the rate allows, and that is what is asked for (D-15)."""
        return self.cents is not None and self.cap is not None and self.cents < self.cap


@dataclass(frozen=True)
class Totals:
    """The lines of a claim that cost something, in the order of their days."""

    lines: tuple[Line, ...]

    @property
    def unrated(self) -> tuple[date, ...]:
        """Days of drives for which no rate has been entered: never guessed (D-15)."""
        return tuple(sorted({line.item.day for line in self.lines if line.cents is None}))

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Raises RateUnknown while a day is without a rate."""
        if self.unrated:
            raise RateUnknown(self.unrated)
        return tuple(Amount(line.item.number, line.cents or 0) for line in self.lines)

    @property
    def cents(self) -> int:
        return sum(amount.cents for amount in self.amounts)


def totals(claim: Claim, rates: Rates) -> Totals:
    """Each drive at the rate of its own travel date (D-15, TRAVEL-1)."""
    return Totals(tuple(line(item, rates) for item in claim.items if costs(item)))


def costs(item: Item) -> bool:
    """A ride in somebody else's car costs the rider nothing."""
    return isinstance(item, Expense) or item.mode is not Mode.PASSENGER


def line(item: Item, rates: Rates) -> Line:
    if isinstance(item, Expense):
        return Line(item, item.cents)
    if item.mode is not Mode.OWN_CAR:
        return Line(item, sum(ticket.cents for ticket in item.tickets))
    rate = rates(item.day)
    return Line(item, None) if rate is None else drive(item, rate)


def drive(leg: Leg, rate: Rate) -> Line:
    """At most the rate, and at most what the employer paid (D-15)."""
    cap = to_cents(leg.distance * per_km(leg, rate))
    return Line(leg, cap if leg.paid is None else min(cap, leg.paid), rate, cap)


def per_km(leg: Leg, rate: Rate) -> Decimal:
    """The rate and its supplement for each passenger, in cents (D-16)."""
    return rate.car + rate.passenger * len(leg.passengers)


def to_cents(amount: Decimal) -> int:
    """Half a cent goes up (TRAVEL-1)."""
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))
