"""What AKE's coordinators do with AKE's own people: who they are, and when they are away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from bot.domain.ids import AbsenceId, AkePersonId, PersonId, fresh
from bot.domain.languages import Language
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from bot.domain.people import Person

from .ake_people import Absence, AkePerson, AkeRole
from .visits import Visit


class AkePeopleDesk:
    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion
        self.kept = occasion.records.ake_people

    def all(self) -> tuple[AkePerson, ...]:
        return tuple(one for one in self.kept.all() if one.active)

    def find(self, person: AkePersonId) -> AkePerson:
        """Raises KeyError."""
        return {one.id: one for one in self.all()}[person]

    def add(
        self,
        name: str,
        languages: Collection[Language],
        roles: Collection[AkeRole],
        person: PersonId | None,
    ) -> AkePerson:
        added = AkePerson(
            AkePersonId(fresh()), name, frozenset(languages), frozenset(roles), person
        )
        self.kept.keep(added)
        return added

    def change(self, changed: AkePerson) -> None:
        self.kept.keep(changed)

    def part(self, person: AkePersonId) -> tuple[Visit, ...]:
        """Somebody leaves AKE. The visits that need another crew. Raises KeyError."""
        self.kept.keep(replace(self.find(person), active=False))
        return self.visits_of(person, self.occasion.today, None)

    def absences(self) -> tuple[Absence, ...]:
        return self.kept.absences(self.occasion.today)

    def away(self, person: AkePersonId, first: date, last: date) -> tuple[Visit, ...]:
        """Note an absence. The visits that need another crew. Raises KeyError."""
        self.kept.keep_absence(Absence(AbsenceId(fresh()), self.find(person).id, first, last))
        return self.visits_of(person, first, last)

    def back(self, absence: AbsenceId) -> None:
        self.kept.drop_absence(absence)

    def visits_of(self, person: AkePersonId, first: date, last: date | None) -> tuple[Visit, ...]:
        return tuple(
            one
            for one in self.occasion.records.visits.since(max(first, self.occasion.today))
            if one.holds_crew and person in one.crew and (one.day and (not last or one.day <= last))
        )

    def acquaintances(self) -> tuple[Person, ...]:
        """Whom an AKE person may be to the bot: those of the AKE library's town, coordinators."""
        libraries, people = Libraries(self.occasion), self.occasion.records.people
        points = libraries.of(self.occasion.region.home)
        known = [person for point in points for person in people.at_home(point.id)]
        return tuple({each.id: each for each in (*known, *people.coordinators())}.values())
