"""The travel line of the year's grant: what is spent, what is waiting, what is left (D-37)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .claims import Claim, ClaimState

WARNING_PERCENT = 80


@dataclass(frozen=True)
class Budget:
    """All in cents. `spent` has been approved, `waiting` has been asked for."""

    planned: int
    spent: int = 0
    waiting: int = 0

    @property
    def left(self) -> int:
        """Below nothing where more was approved than planned."""
        return self.planned - self.spent

    @property
    def left_if_all_is_approved(self) -> int:
        return self.left - self.waiting

    @property
    def percent_spent(self) -> int:
        """Rounded down, so that 80 is never said before it is reached."""
        return self.spent * 100 // self.planned if self.planned else 100

    @property
    def is_warned(self) -> bool:
        return self.spent * 100 >= self.planned * WARNING_PERCENT


def budget(planned: int, year: int, claims: Iterable[Claim]) -> Budget:
    """A trip burdens the year in which it ended."""
    spent = waiting = 0
    for claim in claims:
        if not claim.days or claim.days[-1].year != year:
            continue
        spent += claim.cents if claim.is_decided else 0
        waiting += claim.cents if claim.state is ClaimState.SUBMITTED else 0
    return Budget(planned, spent, waiting)


def tips(before: Budget, after: Budget) -> bool:
    """Whether this is the moment to warn AKE, which is done once."""
    return after.is_warned and not before.is_warned
