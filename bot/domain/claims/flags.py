"""What AKE is asked to look at in a claim. A flag never stops a claim (D-17)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .claims import ClaimId
from .travellers import Traveller


class FlagKind(StrEnum):
    """A dialog has a sentence for each."""

    DUPLICATE = "duplicate"
    TRAVELLED_TWICE = "travelled_twice"
    PAID_AND_RODE = "paid_and_rode"
    RODE_TWICE = "rode_twice"
    TWO_CARS = "two_cars"
    LATE = "late"
    FAR = "far"
    UNKNOWN_ERRAND = "unknown_errand"
    NOT_NOTIFIED = "not_notified"
    NOTIFIED_LATE = "notified_late"
    TRAIN_RUNS = "train_runs"
    NOT_A_MEMBER = "not_a_member"
    AKE_DECIDES = "ake_decides"
    SAME_RECEIPT = "same_receipt"
    NO_RECEIPT = "no_receipt"


@dataclass(frozen=True)
class Flag:
    """What was noticed, and as far as it is about them: the line, the other claim, the day …

    `km` is what was given and `expected` the most that the estimate would explain; `direct`
    is about a train.
    """

    kind: FlagKind
    item: int | None = None
    other: ClaimId | None = None
    day: date | None = None
    who: Traveller | None = None
    km: Decimal | None = None
    expected: Decimal | None = None
    direct: bool | None = None
