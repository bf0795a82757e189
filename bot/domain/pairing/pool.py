"""All that a proposal is computed from: the candidates and the coordinator's wishes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from bot.domain.ids import ServicePointId
from bot.domain.pairing.candidates import Candidate, Distance, Members
from bot.domain.pairing.likeness import Weights


class WishesClash(Exception):
    """The coordinator's wishes cannot all come true. `members` are those they cannot agree about.

    WishesClash
    ├── WrongNumber          a locked group is of two or three
    ├── NotCandidate         a locked library does not take part
    ├── LockedTwice          a library is locked into two groups
    └── LockedAndForbidden   a locked group holds a forbidden pair
    """

    def __init__(self, members: Members) -> None:
        super().__init__(", ".join(sorted(members)))
        self.members = members


class WrongNumber(WishesClash):
    """A locked group is of two or three."""


class NotCandidate(WishesClash):
    """A locked library does not take part in the round."""


class LockedTwice(WishesClash):
    """A library is locked into two groups."""


class LockedAndForbidden(WishesClash):
    """A locked group holds a forbidden pair."""


@dataclass(frozen=True)
class Pool:
    """Raises WishesClash, ValueError where a library takes part twice."""

    season: str
    """Draws the lots: the round's id."""
    candidates: tuple[Candidate, ...]
    km: Distance
    weights: Weights
    locks: frozenset[Members] = frozenset()
    """Groups of two or three that are in every proposal; any two libraries will do (D-5, D-6)."""
    bans: frozenset[Members] = frozenset()
    """Pairs that are in none."""

    def __post_init__(self) -> None:
        if len(self.by_id) < len(self.candidates):
            raise ValueError("a service point takes part twice")
        for group in sorted(self.locks, key=sorted):
            self.check(group)
        places = Counter(member for group in self.locks for member in group)
        if twice := frozenset(member for member, groups in places.items() if groups > 1):
            raise LockedTwice(twice)

    def check(self, group: Members) -> None:
        if len(group) not in (2, 3):
            raise WrongNumber(group)
        if strangers := group - self.by_id.keys():
            raise NotCandidate(frozenset(strangers))
        for ban in sorted(self.bans, key=sorted):
            if ban <= group:
                raise LockedAndForbidden(ban)

    @cached_property
    def by_id(self) -> dict[ServicePointId, Candidate]:
        """In the order of their ids, whatever order they came in."""
        ordered = sorted(self.candidates, key=lambda candidate: candidate.id)
        return {candidate.id: candidate for candidate in ordered}

    @cached_property
    def free(self) -> list[Candidate]:
        """Those whom no lock holds."""
        locked = frozenset[ServicePointId]().union(*self.locks)
        return [candidate for candidate in self.by_id.values() if candidate.id not in locked]

    def allows(self, one: Candidate, other: Candidate) -> bool:
        """Whether the bot may propose the two: never of one municipality (D-5), never forbidden."""
        return one.municipality != other.municipality and not (
            self.bans and frozenset((one.id, other.id)) in self.bans
        )

    def pairs_of(self, group: Members) -> list[tuple[Candidate, Candidate]]:
        return list(combinations((self.by_id[member] for member in sorted(group)), 2))
