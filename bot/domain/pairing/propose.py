"""The proposal: who goes with whom, and who waits for the next round (PL-2, PL-8, PL-9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from bot.domain.ids import ServicePointId
from bot.domain.pairing.candidates import Candidate, Members
from bot.domain.pairing.likeness import likeness
from bot.domain.pairing.matching import best_matching
from bot.domain.pairing.pool import Pool
from bot.domain.pairing.reasons import Comparison, compare, same_consortium
from bot.domain.pairing.worth import Worth, lot, weigh


class Standing(NamedTuple):
    """How good a proposal is, the weightiest thing first; the larger is the better."""

    matched: int
    """Libraries that have a partner."""
    waiting_again: int
    """Rounds waited before by those who wait now, as a negative number."""
    repeats: int
    """Times that partners have been partners before, as a negative number."""
    points: int
    same_consortium: int


@dataclass(frozen=True)
class Match:
    """Two libraries, or three by hand, with what speaks for them."""

    members: tuple[ServicePointId, ...]
    comparisons: tuple[Comparison, ...]
    """Each two of the members: one comparison for a pair, three for a group of three."""
    locked: bool

    @property
    def points(self) -> int:
        """Half of the members' mean points: of a pair its own, of three half of their sum."""
        total = sum(comparison.likeness.points for comparison in self.comparisons)
        return total if len(self.members) == 2 else total // 2


@dataclass(frozen=True)
class Proposal:
    """Nothing is settled before a coordinator confirms it (PL-8)."""

    matches: tuple[Match, ...]
    waiting: tuple[ServicePointId, ...]
    """Left for the next round, or for a group of three by hand (D-6)."""
    standing: Standing


def propose(pool: Pool) -> Proposal:
    """The best proposal there is; the same for the same pool in any order.

    As many pairs as there can be; then nobody left over a second time if it can be helped; then
    no pair a second time if it can be helped; then the most points; then the same consortium.
    """
    matches = [match(group, pool, locked=True) for group in pool.locks]
    matches += [match(pair, pool, locked=False) for pair in best_pairs(pool)]
    matches.sort(key=lambda match: match.members)
    matched = {member for match in matches for member in match.members}
    waiting = [candidate for candidate in pool.by_id.values() if candidate.id not in matched]
    standing = measured(matches, waiting)
    return Proposal(tuple(matches), tuple(candidate.id for candidate in waiting), standing)


def best_pairs(pool: Pool) -> Iterable[Members]:
    """Of those whom no lock holds."""
    free = pool.free
    worths = {
        (first, second): worth(one, other, pool)
        for (first, one), (second, other) in combinations(enumerate(free), 2)
        if pool.allows(one, other)
    }
    weights = weigh(list(worths.values()), len(free) // 2)
    matching = best_matching(len(free), dict(zip(worths, weights, strict=True)))
    return [frozenset((free[first].id, free[second].id)) for first, second in matching]


def worth(one: Candidate, other: Candidate, pool: Pool) -> Worth:
    """Rounds waited count for each of the two: a waiting time left out is lost from the sum."""
    return Worth(
        waited=one.waited + other.waited,
        fresh=-one.times_with(other),
        points=likeness(one, other, pool.km, pool.weights).points,
        same_consortium=same_consortium(one, other),
        lot=lot(pool.season, one.id, other.id),
    )


def match(group: Members, pool: Pool, *, locked: bool) -> Match:
    comparisons = tuple(compare(one, other, pool) for one, other in pool.pairs_of(group))
    return Match(tuple(sorted(group)), comparisons, locked)


def measured(matches: Iterable[Match], waiting: Iterable[Candidate]) -> Standing:
    comparisons = [comparison for match in matches for comparison in match.comparisons]
    return Standing(
        matched=sum(len(match.members) for match in matches),
        waiting_again=-sum(candidate.waited for candidate in waiting),
        repeats=-sum(comparison.reasons.times_before for comparison in comparisons),
        points=sum(match.points for match in matches),
        same_consortium=sum(comparison.reasons.same_consortium for comparison in comparisons),
    )
