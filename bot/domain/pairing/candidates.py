"""Who takes part in a round of pairing, as the pairing sees them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.ids import ConsortiumKey, MunicipalityCode, ServicePointId
from bot.domain.interests import InterestKey
from bot.domain.service_points import ServicePointKind

Members: TypeAlias = frozenset[ServicePointId]
"""Two libraries, or three where a coordinator made the group by hand."""


@dataclass(frozen=True)
class Candidate:
    """One registered service point."""

    id: ServicePointId
    municipality: MunicipalityCode
    kind: ServicePointKind
    population: int
    """Of the municipality, for branches too (D-7)."""
    interests: frozenset[InterestKey] = frozenset()
    swedish: bool = False
    """Wants to work in Swedish."""
    consortium: ConsortiumKey | None = None
    waited: int = 0
    """Rounds in a row, the last one included, that left this one waiting."""
    past: tuple[ServicePointId, ...] = ()
    """Former partners, one entry for each time."""
    cooperates: frozenset[MunicipalityCode] = frozenset()
    """Whose libraries it said it works with already (PL-6)."""

    def times_with(self, other: Candidate) -> int:
        """How many times the two have been partners, whichever of them remembers."""
        return max(self.past.count(other.id), other.past.count(self.id))

    def works_with(self, other: Candidate) -> bool:
        return other.municipality in self.cooperates or self.municipality in other.cooperates


Distance: TypeAlias = Callable[[Candidate, Candidate], int]
"""Kilometres by road between two candidates, the same both ways (D-8)."""
