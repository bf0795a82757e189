"""Making the proposed pairs real, leaving the rest on the waiting list, and ending pairs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.ids import PairId, fresh
from bot.domain.occasion import Occasion
from bot.domain.pairing.candidates import Members

from .desk_book import Stale
from .news import News
from .pairing_desk import PairingDesk
from .pairs import Member, Pair
from .registrations import Registration, RegistrationState


class Confirming:
    """What AKE's coordinators settle (PL-8)."""

    def __init__(self, occasion: Occasion) -> None:
        self.desk = PairingDesk(occasion)
        self.occasion = occasion
        self.records = occasion.records
        self.news = News(occasion)

    def confirm(self, revision: int, only: Members | None = None) -> tuple[Pair, ...]:
        """Make the proposed pairs, or one of them, real, and tell the libraries.

        With all of them, those left over go on the waiting list. Raises Stale where the
        proposal is not the one that the coordinator saw.
        """
        self.records.desk_book.claim(revision)
        solved = self.records.desk_book.solved(revision)
        if solved is None or (only and only not in map(frozenset, solved.groups)):
            raise Stale
        registrations = self.desk.registrations
        groups = [group for group in solved.groups if only is None or only == frozenset(group)]
        pairs = [self.join(registrations[point] for point in group) for group in groups]
        if only is None:
            self.leave(registrations[point] for point in solved.waiting)
        return tuple(pairs)

    def join(self, registrations: Iterable[Registration]) -> Pair:
        joined = [replace(each, state=RegistrationState.PAIRED, waited=0) for each in registrations]
        members = tuple(Member(each.point, each.id) for each in joined)
        pair = Pair(PairId(fresh()), self.desk.round.id, members, self.occasion.today)
        for each in joined:
            self.records.registrations.keep(each)
        self.records.pairs.keep(pair)
        self.news.paired(pair)
        return pair

    def leave(self, registrations: Iterable[Registration]) -> None:
        """Put those left over on the waiting list; a round counts once (D-6)."""
        this = self.desk.round.id
        for was in registrations:
            if (was.state, was.round) != (RegistrationState.WAITING, this):
                waiting = replace(
                    was, state=RegistrationState.WAITING, round=this, waited=was.waited + 1
                )
                self.records.registrations.keep(waiting)
                self.news.left_waiting(waiting)

    # Pairs that are

    def active(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.records.pairs.all() if pair.active)

    def end(self, pair: PairId) -> Pair:
        """The libraries are told. Raises KeyError where it is not active any more."""
        found = self.records.pairs.find(pair)
        if found is None or not found.active:
            raise KeyError(pair)
        ended = replace(found, ended_on=self.occasion.today)
        self.records.pairs.keep(ended)
        self.news.ended(ended)
        return ended
