"""Days published for informaticians' visits, and who holds them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.ids import OfferId, ServicePointId, VisitId


@dataclass(frozen=True)
class VisitDay:
    """A published day, and who holds it: a visit, or an offer until it lapses."""

    day: date
    visit: VisitId | None = None
    offer: OfferId | None = None
    offered_to: ServicePointId | None = None
    until: datetime | None = None

    def is_held(self, now: datetime) -> bool:
        return self.visit is not None or (self.until is not None and now < self.until)


class DayState(StrEnum):
    FREE = "free"
    SHORT = "short"
    """Too few of AKE's people are free."""
    OFFERED = "offered"
    """Held for somebody in the line."""
    BOOKED = "booked"


class VisitDays(Protocol):
    def since(self, day: date) -> tuple[VisitDay, ...]:
        """Published days from this one on, in order."""
        ...

    def publish(self, days: Iterable[date]) -> tuple[date, ...]:
        """Those of them that were not published yet."""
        ...

    def withdraw(self, day: date) -> None:
        """Raises DayTaken where the day is held."""
        ...
