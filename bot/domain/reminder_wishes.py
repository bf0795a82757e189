"""Which reminders a person wants, looked at when one is due: turned on again, they come (RE-1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .occasion import Occasion

KINDS = ("visit.week", "visit.day", "report", "claim", "offer", "round")
"""Those of coffee hours are not among them."""

NEAR = 3
"""A reminder of a visit with more days left is the one of a week before."""


class ReminderWishes:
    """Of the one who acts, or who is reminded."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion

    def wants(self, kind: str) -> bool:
        return self.occasion.who.wishes.get(kind, True)

    def wants_of_visit(self, day: date | None) -> bool:
        far = day is not None and (day - self.occasion.today).days > NEAR
        return self.wants("visit.week" if far else "visit.day")

    def choose(self, kinds: frozenset[str]) -> None:
        """Be reminded of these and of no others."""
        who = self.occasion.anew().who
        wishes = {kind: kind in kinds for kind in KINDS}
        self.occasion.records.people.save(replace(who, wishes={**who.wishes, **wishes}))
