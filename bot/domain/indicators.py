"""Indicators against their targets: exact numbers, no rounding in anyone's favour."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil

Number = int | Decimal | Fraction
"""Never a float: 4.0 as an average of marks is Decimal("4.0")."""


class Standing(StrEnum):
    BELOW = "below"
    REACHED = "reached"
    EXCEEDED = "exceeded"
    UNKNOWN = "unknown"
    """A number is missing, this year's or the one it is compared with."""

    @property
    def counts_as_reached(self) -> bool:
        """D-23: what is exceeded is reached."""
        return self in (Standing.REACHED, Standing.EXCEEDED)


@dataclass(frozen=True)
class Bounds:
    """What is enough, and from where on it is more than was aimed at."""

    least: Fraction
    most: Fraction | None = None

    def standing(self, value: Fraction) -> Standing:
        if value < self.least:
            return Standing.BELOW
        above = self.most is not None and value > self.most
        return Standing.EXCEEDED if above else Standing.REACHED


@dataclass(frozen=True)
class Between:
    """From `least` to `most`, both included: 10–20 coffee hours (CO-1)."""

    least: Number
    most: Number

    def bounds(self, last_year: Number | None) -> Bounds | None:
        return Bounds(Fraction(self.least), Fraction(self.most))


@dataclass(frozen=True)
class AtLeast:
    """Done or not done is `AtLeast(1)`; all groups twice a year is `AtLeast(2)` of the fewest."""

    least: Number

    def bounds(self, last_year: Number | None) -> Bounds | None:
        return Bounds(Fraction(self.least))


@dataclass(frozen=True)
class Share:
    """So many percent of `whole`, counted in heads: 50 % of 43 libraries is 22 (D-21)."""

    percent: Number
    whole: int

    def bounds(self, last_year: Number | None) -> Bounds | None:
        return Bounds(Fraction(self.percent) * self.whole / 100)

    def of(self, value: int) -> Fraction:
        """The percent that `value` heads are."""
        return Fraction(100 * value, self.whole)


@dataclass(frozen=True)
class NotBelowLastYear:
    """At least what the year before came to."""

    def bounds(self, last_year: Number | None) -> Bounds | None:
        return None if last_year is None else Bounds(Fraction(last_year))


@dataclass(frozen=True)
class LikeLastYear:
    """Within so many percent of the year before, the limits included (D-22)."""

    percent: Number = 10

    def bounds(self, last_year: Number | None) -> Bounds | None:
        if last_year is None:
            return None
        slack = Fraction(last_year) * Fraction(self.percent) / 100
        return Bounds(Fraction(last_year) - slack, Fraction(last_year) + slack)


Target = Between | AtLeast | Share | NotBelowLastYear | LikeLastYear


def compare(value: Number | None, target: Target, last_year: Number | None = None) -> Standing:
    bounds = target.bounds(last_year)
    if value is None or bounds is None:
        return Standing.UNKNOWN
    return bounds.standing(Fraction(value))


def lacking(value: int, target: Target, last_year: Number | None = None) -> int | None:
    """How many more are needed to reach it; None when last year's number is not known."""
    bounds = target.bounds(last_year)
    return None if bounds is None else max(0, ceil(bounds.least - value))
