"""The pairs that somebody is part of, and what partners may know of each other."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.ids import PairId, ServicePointId
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed, Person

from .access import is_of, may_see
from .pairs import Member, Pair
from .registrations import Registration


@dataclass(frozen=True)
class Partner:
    """A member of a pair, as its partners see it."""

    point: ServicePointId
    registration: Registration | None
    contact: Person | None


class Partnership:
    """For the one who acts."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.records = occasion.records

    def mine(self) -> tuple[Pair, ...]:
        """Active pairs of the municipality's libraries, that of one's own library first."""
        who = self.occasion.who
        near = [
            pair
            for pair in self.records.pairs.all()
            if pair.active and any(is_of(who, point) for point in pair.points)
        ]
        return tuple(sorted(near, key=lambda pair: who.home not in pair.points))

    def one(self, pair: str | None) -> tuple[Pair, ...]:
        """The pair of that id, where the one who acts may see it; else nothing."""
        found = self.records.pairs.find(PairId(pair)) if pair else None
        return (found,) if found is not None and may_see(self.occasion.who, found) else ()

    def find(self, pair: PairId) -> Pair:
        """Raises KeyError, NotAllowed."""
        found = self.records.pairs.find(pair)
        if found is None:
            raise KeyError(pair)
        if not may_see(self.occasion.who, found):
            raise NotAllowed(pair)
        return found

    def member(self, points: tuple[ServicePointId, ...]) -> ServicePointId:
        """Which of these libraries the one who acts speaks for. Raises NotAllowed."""
        who = self.occasion.who
        own = [point for point in points if is_of(who, point)]
        if not own:
            raise NotAllowed(points)
        return who.home if who.home in own else own[0]

    def partners(self, pair: Pair) -> tuple[Partner, ...]:
        """The members that are not the own library; for a coordinator all of them."""
        who = self.occasion.who
        own = self.member(pair.points) if any(is_of(who, p) for p in pair.points) else None
        return tuple(self.seen(member) for member in pair.members if member.point != own)

    def seen(self, member: Member) -> Partner:
        registration = self.records.registrations.find(member.registration)
        contact = registration.contact if registration else None
        return Partner(
            member.point, registration, self.records.people.find(contact) if contact else None
        )
