"""What lies on the pairing desk: the coordinators' wishes, and the proposal as last worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from bot.domain.ids import RoundId, ServicePointId
from bot.domain.pairing.candidates import Members
from bot.domain.pairing.pool import Pool
from bot.domain.pairing.price import Price, price_of_ban, price_of_lock
from bot.domain.pairing.propose import propose


class WishKind(StrEnum):
    LOCK = "lock"
    BAN = "ban"


@dataclass(frozen=True)
class Wish:
    """A coordinator's wish: to have libraries together, or to keep two apart."""

    kind: WishKind
    members: Members


@dataclass(frozen=True)
class Solved:
    """A proposal, and what each wish costs it, as they are kept."""

    groups: tuple[tuple[ServicePointId, ...], ...]
    waiting: tuple[ServicePointId, ...]
    prices: Mapping[Wish, Price] = field(default_factory=dict)


class Stale(Exception):
    """Registrations, pairs or wishes have changed since the coordinator saw the proposal."""


class DeskBook(Protocol):
    """Every change of a registration, a pair or a wish begins a new revision of the desk."""

    def revision(self) -> int: ...

    def solved(self, revision: int) -> Solved | None:
        """The proposal for a revision; None where it was not worked out."""
        ...

    def keep(self, solved: Solved, revision: int) -> None:
        """Keep a proposal for its revision. Where that has passed, the turn is carried anew."""
        ...

    def claim(self, revision: int) -> None:
        """Begin a new revision after this one. Raises Stale where it has passed."""
        ...

    def wishes(self, season: RoundId) -> frozenset[Wish]: ...

    def hold(self, season: RoundId, wishes: frozenset[Wish]) -> None:
        """Keep these wishes, and let go of others."""
        ...


def solve(pool: Pool) -> Solved:
    """The best proposal and the prices of the wishes; long work for many libraries."""
    best = propose(pool)
    locks = {Wish(WishKind.LOCK, group): price_of_lock(pool, group) for group in pool.locks}
    bans = {Wish(WishKind.BAN, pair): price_of_ban(pool, pair) for pair in pool.bans}
    groups = tuple(match.members for match in best.matches)
    return Solved(groups, best.waiting, {**locks, **bans})
