"""What a trip costs besides the way itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ExpenseKind(StrEnum):
    """What can be a line of a claim; the rest is refused with its reason (see cover.py)."""

    PARKING = "parking"
    ROAD_FERRY = "road_ferry"
    LODGING = "lodging"
    SUBSTITUTE = "substitute"
    """Only where the year's grant allows it (D-13)."""


@dataclass(frozen=True)
class Expense:
    """A fee as it was paid, in cents with VAT in it. Lodging needs a word on what was agreed."""

    number: int
    day: date
    kind: ExpenseKind
    cents: int
    reason: str = ""

    def __post_init__(self) -> None:
        if self.cents <= 0:
            raise ValueError(f"expense {self.number}: it costs something")
