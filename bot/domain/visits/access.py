"""Who may see a visit, and who may act for the library that asked for it.

Written out for people in docs/permissions.md, which the tests hold against this.
"""

from __future__ import annotations

from functools import cached_property

from bot.domain.ids import AkePersonId, ServicePointId, VisitId, town_of
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed, Person
from bot.domain.service_points import MAIN

from .visits import Visit, VisitKind


def may_ask(who: Person, kind: VisitKind, host: ServicePointId) -> bool:
    """Any worker for their own service point; the visit of AV-2 only its confirmed director."""
    if who.coordinator:
        return True
    return directs(who, host) if kind == VisitKind.DIRECTOR else who.home == host


def directs(who: Person, point: ServicePointId) -> bool:
    said = who.directs
    return said is not None and said.confirmed and said.municipality == town_of(point)


def directed(who: Person) -> ServicePointId | None:
    """The main library of whose municipality the person is the confirmed director."""
    said = who.directs
    if said is None or not said.confirmed:
        return None
    return ServicePointId(f"{said.municipality}-{MAIN}")


def may_act(who: Person, visit: Visit) -> bool:
    return may_ask(who, visit.kind, visit.host)


class VisitsSeen:
    """The visits that the one who acts may see."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion

    @cached_property
    def selves(self) -> frozenset[AkePersonId]:
        """Whom of AKE's people the one who acts is."""
        people = self.occasion.records.ake_people.all()
        mine = (one for one in people if one.active and one.person == self.occasion.who.id)
        return frozenset(one.id for one in mine)

    @property
    def is_crew(self) -> bool:
        """AKE's people see all visits."""
        return bool(self.selves)

    def goes(self, visit: Visit) -> bool:
        return not self.selves.isdisjoint(visit.crew)

    def may_see(self, visit: Visit) -> bool:
        who = self.occasion.who
        return may_act(who, visit) or visit.is_of(who.home) or self.is_crew

    def may_see_all(self, visit: Visit) -> bool:
        """A guest library sees when and where, not what the host library has told."""
        who = self.occasion.who
        return may_act(who, visit) or who.home == visit.host or self.is_crew

    def find(self, visit: VisitId) -> Visit | None:
        """None where there is no such visit. Raises NotAllowed."""
        found = self.occasion.records.visits.find(visit)
        if found is not None and not self.may_see(found):
            raise NotAllowed(visit)
        return found

    def one(self, visit: str | None) -> tuple[Visit, ...]:
        """The visit of that id, where the one who acts may see it; else nothing."""
        found = self.occasion.records.visits.find(VisitId(visit)) if visit else None
        return (found,) if found is not None and self.may_see(found) else ()

    def near(self) -> tuple[Visit, ...]:
        """Those that the person's own service point hosts or joins, and those they direct."""
        points = {self.occasion.who.home, directed(self.occasion.who)} - {None}
        visits = self.occasion.records.visits
        return tuple(one for point in points if point is not None for one in visits.of(point))

    def to_come(self) -> tuple[Visit, ...]:
        return tuple(one for one in self.near() if one.ahead(self.occasion.today))

    def mine(self) -> tuple[Visit, ...]:
        """Those to come that the one who acts may change; a coordinator may change any."""
        who, today = self.occasion.who, self.occasion.today
        visits = self.occasion.records.visits.since(today) if who.coordinator else self.near()
        return tuple(one for one in visits if one.ahead(today) and may_act(who, one))

    def joined(self) -> tuple[Visit, ...]:
        """Those to come that the person's own service point joins at another's."""
        return tuple(one for one in self.to_come() if self.occasion.who.home in one.guests)
