"""What each wish of the coordinator costs, against the best proposal without it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.ids import ServicePointId
from bot.domain.pairing.candidates import Members
from bot.domain.pairing.pool import Pool
from bot.domain.pairing.propose import Match, match, propose


@dataclass(frozen=True)
class Price:
    """What is lost by a wish. The first thing that is not nought decides."""

    matched: int
    """Libraries fewer with a partner."""
    waiting_again: int
    """Rounds more that have been waited in vain."""
    repeats: int
    """More pairs a second time."""
    points: int


@dataclass(frozen=True)
class Third:
    """A pair that one who waits might join, by hand."""

    pair: Match
    group: Match

    @property
    def points(self) -> int:
        """What the proposal gains by it."""
        return self.group.points - self.pair.points


def price(without: Pool, wished: Pool) -> Price:
    """May be negative where a wish does what the bot may not: two of one town, a group of three."""
    best, got = propose(without).standing, propose(wished).standing
    lost = [before - after for before, after in zip(best, got, strict=True)]
    return Price(*lost[:4])


def price_of_lock(pool: Pool, group: Members) -> Price:
    """Of having these together, whether they are locked already or not; a ban on them is lifted.

    Raises WishesClash where another lock holds one of them.
    """
    lifted = frozenset(ban for ban in pool.bans if not ban <= group)
    return price(
        replace(pool, locks=pool.locks - {group}),
        replace(pool, locks=pool.locks | {group}, bans=lifted),
    )


def price_of_ban(pool: Pool, pair: Members) -> Price:
    """Of keeping these two apart, whether they are forbidden already or not.

    Raises WishesClash where a lock joins them.
    """
    return price(replace(pool, bans=pool.bans - {pair}), replace(pool, bans=pool.bans | {pair}))


def thirds(pool: Pool, matches: tuple[Match, ...], waiting: ServicePointId) -> list[Third]:
    """The pairs that the one who waits might join, the best first (D-6)."""
    joined = [
        Third(pair, match(frozenset((*pair.members, waiting)), pool, locked=True))
        for pair in matches
        if may_join(pool, waiting, pair)
    ]
    return sorted(joined, key=lambda third: (-third.points, third.pair.members))


def may_join(pool: Pool, waiting: ServicePointId, pair: Match) -> bool:
    members = [pool.by_id[member] for member in pair.members]
    return len(members) == 2 and all(pool.allows(pool.by_id[waiting], one) for one in members)
