"""Pairs of partner libraries, from the day AKE confirms them until they are ended (PL-2, D-5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.domain.ids import PairId, RegistrationId, RoundId, ServicePointId


@dataclass(frozen=True)
class Member:
    point: ServicePointId
    registration: RegistrationId


@dataclass(frozen=True)
class Pair:
    """Two libraries, or three by a coordinator's hand (D-6), in the order of their ids."""

    id: PairId
    round: RoundId
    members: tuple[Member, ...]
    confirmed_on: date
    ended_on: date | None = None

    @property
    def active(self) -> bool:
        return self.ended_on is None

    @property
    def points(self) -> tuple[ServicePointId, ...]:
        return tuple(member.point for member in self.members)

    def others(self, point: ServicePointId) -> tuple[ServicePointId, ...]:
        """The partners of a member."""
        return tuple(other for other in self.points if other != point)

    def lived_in(self, year: int) -> bool:
        """Whether it was active on any day of a year."""
        begun = self.confirmed_on.year <= year
        return begun and (self.ended_on is None or self.ended_on.year >= year)


class PairedAlready(Exception):
    """A service point has one active pair at a time (D-5)."""


class Pairs(Protocol):
    def find(self, pair: PairId) -> Pair | None: ...

    def active_at(self, point: ServicePointId) -> Pair | None: ...

    def all(self) -> tuple[Pair, ...]:
        """Ended ones too, in the order they were confirmed."""
        ...

    def keep(self, pair: Pair) -> None:
        """Add it, or change the one of that id. Raises PairedAlready."""
        ...
