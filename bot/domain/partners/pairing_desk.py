"""The pairing desk: the bot's proposal, and what AKE's coordinators wish of it (PL-8)."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.ids import ServicePointId
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from bot.domain.pairing.candidates import Members
from bot.domain.pairing.pool import Pool
from bot.domain.pairing.price import Third, thirds
from bot.domain.pairing.propose import Match, match
from bot.domain.rounds import Round

from .desk_book import Solved, Wish, WishKind, solve
from .partner_round import latest
from .registrations import Registration
from .taking_part import candidate, pool_of


class NothingToPair(Exception):
    """No round has opened yet."""


class PairingDesk:
    """Nothing is settled here before a coordinator confirms it."""

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion
        self.book = occasion.records.desk_book

    # What lies on the desk

    @property
    def round(self) -> Round:
        """Raises NothingToPair."""
        found = latest(self.occasion)
        if found is None:
            raise NothingToPair
        return found

    @property
    def revision(self) -> int:
        return self.book.revision()

    @property
    def registrations(self) -> dict[ServicePointId, Registration]:
        """Of those who wait for a partner, from this round or an earlier one."""
        open_ones = self.occasion.records.registrations.open_ones()
        return {each.point: each for each in open_ones if each.takes_part}

    @property
    def wishes(self) -> frozenset[Wish]:
        return self.book.wishes(self.round.id)

    def pool(self, wishes: Iterable[Wish] | None = None) -> Pool:
        """Raises WishesClash."""
        libraries, pairs = Libraries(self.occasion), self.occasion.records.pairs.all()
        region = self.occasion.region
        candidates = [
            candidate(registration, libraries.find(point), pairs, region)
            for point, registration in self.registrations.items()
        ]
        held = self.wishes if wishes is None else wishes
        return pool_of(self.round.id, candidates, held, region)

    def kept(self) -> Solved | None:
        """The proposal as it lies there; None where it has yet to be worked out."""
        return self.book.solved(self.revision)

    def solved(self) -> Solved:
        """The proposal for what is so now; it is worked out where no transaction is open."""
        revision = self.revision
        kept = self.book.solved(revision)
        if kept is not None:
            return kept
        pool = self.pool()
        solved = self.occasion.reckon((pool.season, revision), lambda: solve(pool))
        self.book.keep(solved, revision)
        return solved

    def matches(self, solved: Solved) -> tuple[Match, ...]:
        """The proposed pairs with what speaks for them."""
        pool = self.pool()
        groups = [frozenset(group) for group in solved.groups]
        return tuple(match(group, pool, locked=group in pool.locks) for group in groups)

    def thirds(self, waiting: ServicePointId) -> list[Third]:
        """The pairs that one who waits might join, by hand, the best first (D-6)."""
        solved = self.solved()
        if waiting not in solved.waiting:
            return []
        return thirds(self.pool(), self.matches(solved), waiting)

    # What a coordinator wishes

    def wish(self, kind: WishKind, members: Members) -> Wish:
        """Have these together, or keep the two apart. Raises WishesClash, Stale."""
        wish = Wish(kind, members)
        self.hold(self.wishes | {wish})
        return wish

    def join_third(self, pair: Members, third: ServicePointId) -> Wish:
        """Make a pair a group of three (D-6). Raises WishesClash, Stale."""
        group = Wish(WishKind.LOCK, pair | {third})
        self.hold(self.wishes - {Wish(WishKind.LOCK, pair)} | {group})
        return group

    def lift(self, wish: Wish) -> None:
        """Raises Stale."""
        self.hold(self.wishes - {wish})

    def hold(self, wishes: frozenset[Wish]) -> None:
        """Keep the wishes, where they can all come true."""
        self.pool(wishes)
        self.book.claim(self.revision)
        self.book.hold(self.round.id, wishes)

    def solve_again(self) -> Solved:
        """Work the proposal out anew, as when the region's weights have changed. Raises Stale."""
        self.book.claim(self.revision)
        return self.solved()
