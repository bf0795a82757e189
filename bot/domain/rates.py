"""What a kilometre is worth, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.domain.names import Name


class Certainty(StrEnum):
    """How the figures of a year are known; the weakest of them counts."""

    OFFICIAL = "official"
    """Read in the decision itself, or in two sources that agree."""
    SECONDARY = "secondary"
    """Read in one other source."""
    ASSUMED = "assumed"


@dataclass(frozen=True)
class Allowances:
    """What AKE does not pay; known only to explain it (TC-1, D-19). In cents a day."""

    per_diem: int
    part_per_diem: int
    meal: int


@dataclass(frozen=True)
class Rate:
    """The most that is paid for a kilometre by car in one year, in cents (D-15, D-16)."""

    scheme: str
    year: int
    car: Decimal
    passenger: Decimal
    """For each passenger, on top of the car's."""
    trailer: Decimal
    """On top of the car's."""
    not_covered: Allowances
    certainty: Certainty
    source: Name
