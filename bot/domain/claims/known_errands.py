"""What the bot knows that somebody may claim for: visits, meetings and rotations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.ids import PersonId, town_of
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from bot.domain.partners.errands import PartnerErrands

from .books import Recorded
from .errands import Errand, ErrandId, ErrandKind
from .members import is_member
from .travellers import Traveller, written_alike

LOOKS_BACK = timedelta(days=366)
"""How long after a trip it is still offered to claim for."""


class Errands:
    """For the one who acts."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.libraries = Libraries(occasion)
        self.visits = PartnerErrands(occasion)

    @property
    def me(self) -> Traveller:
        return Traveller(self.occasion.who.name, PersonId(self.occasion.who.id))

    def find(self, errand: ErrandId | None) -> Errand | None:
        """Any errand, where the bot still knows it."""
        if errand is None:
            return None
        kept = self.occasion.records.errands.find(errand)
        return self.known(kept) if kept else self.visits.find(errand)

    def known(self, recorded: Recorded) -> Errand:
        return recorded.errand(self.libraries.find(recorded.place))

    def mine(self) -> tuple[Errand, ...]:
        """What the one who acts may claim for, the newest first; trips to come are left out."""
        today = self.occasion.today
        found = [one for one in self.all_mine() if one.first <= today]
        return tuple(sorted(found, key=lambda one: one.first, reverse=True))

    def all_mine(self) -> Iterator[Errand]:
        for recorded in self.occasion.records.errands.since(self.occasion.today - LOOKS_BACK):
            if self.concerns_me(recorded):
                yield self.known(recorded)
        earliest = self.occasion.today - LOOKS_BACK
        yield from (visit for visit in self.visits.mine() if visit.last >= earliest)

    def concerns_me(self, recorded: Recorded) -> bool:
        """A meeting anyone may have been at (D-38); a rotation is somebody's own."""
        if recorded.kind is ErrandKind.GROUP_MEETING:
            return True
        home = self.occasion.who.home
        named = written_alike(recorded.who) == written_alike(self.me.name)
        return named or (home is not None and recorded.employer == town_of(home))

    def is_member(self, errand: Errand) -> bool:
        """Whether the one who acts is on the group's list of that year (D-38)."""
        if errand.group is None:
            return True
        members = self.occasion.records.members.of(errand.group, errand.first.year)
        return is_member(self.me, errand.group, errand.first, members)

    def since(self, day: date) -> tuple[Errand, ...]:
        """All of them, whoever went."""
        recorded = map(self.known, self.occasion.records.errands.since(day))
        return (*recorded, *self.visits.since(day))

    def reported(self, day: date) -> frozenset[ErrandId]:
        """Partner visits of this day and later that have a report (PL-17)."""
        return self.visits.reported(day)
