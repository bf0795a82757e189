"""What is kept of coffee hours: the hours, who comes, and what people have proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol

from bot.domain.ids import CoffeeHourId, NetworkKey, PersonId

from .hours import CoffeeHour

ProposalId = NewType("ProposalId", str)


@dataclass(frozen=True)
class Proposal:
    """A topic or a guest that somebody wishes for (CO-4). Open until a coordinator has read it."""

    id: ProposalId
    by: PersonId
    audience: NetworkKey
    topic: str
    guest: str
    at: datetime
    open: bool = True


class CoffeeChanged(Exception):
    """Somebody else changed the coffee hour since it was read."""


class CoffeeHours(Protocol):
    """All coffee hours of the region."""

    def find(self, hour: CoffeeHourId) -> CoffeeHour | None: ...

    def between(self, first: datetime, last: datetime) -> tuple[CoffeeHour, ...]:
        """Those that begin in the span, both ends in it, in the order of time."""
        ...

    def add(self, hour: CoffeeHour) -> bool:
        """False where one of that id is kept: a series made again makes nothing twice."""
        ...

    def change(self, was: CoffeeHour, now: CoffeeHour) -> None:
        """Raises CoffeeChanged where `was` is not what is kept."""
        ...

    def attend(self, hour: CoffeeHourId, person: PersonId, *, comes: bool) -> None: ...

    def comers(self, hour: CoffeeHourId) -> frozenset[PersonId]: ...

    def attended_by(self, person: PersonId) -> frozenset[CoffeeHourId]: ...

    def propose(self, proposal: Proposal) -> None: ...

    def proposals(self) -> tuple[Proposal, ...]:
        """The open ones, the oldest first."""
        ...

    def close(self, proposal: ProposalId) -> None: ...
