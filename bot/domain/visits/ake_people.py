"""AKE's own people: who may go on a visit, in which languages, and when they are away."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from bot.domain.ids import AbsenceId, AkePersonId, PersonId
from bot.domain.languages import Language


class AkeRole(StrEnum):
    INFORMATICIAN = "informatician"
    DIRECTOR = "director"
    """Of library services, in the AKE library's own town (ACT-8)."""
    AUTHORITY = "authority"
    """Represents the state's authority (ACT-8, D-28)."""


@dataclass(frozen=True)
class AkePerson:
    id: AkePersonId
    name: str
    languages: frozenset[Language]
    roles: frozenset[AkeRole]
    person: PersonId | None = None
    """Who they are to the bot, where they talk with it."""
    active: bool = True

    def speaks(self, language: Language) -> bool:
        return language in self.languages


@dataclass(frozen=True)
class Absence:
    """From the first day to the last, both included."""

    id: AbsenceId
    person: AkePersonId
    first: date
    last: date

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


class AkePeople(Protocol):
    def all(self) -> tuple[AkePerson, ...]:
        """By name, those who have left too."""
        ...

    def keep(self, person: AkePerson) -> None:
        """Add one, or change the one of that id."""
        ...

    def absences(self, since: date) -> tuple[Absence, ...]:
        """Those that end on this day or later."""
        ...

    def keep_absence(self, absence: Absence) -> None: ...

    def drop_absence(self, absence: AbsenceId) -> None: ...


def with_role(people: Iterable[AkePerson], role: AkeRole) -> tuple[AkePerson, ...]:
    return tuple(person for person in people if person.active and role in person.roles)


def free(
    day: date,
    people: Iterable[AkePerson],
    absences: Iterable[Absence],
    engaged: Collection[AkePersonId],
) -> tuple[AkePerson, ...]:
    """Those who are neither away nor on a visit that day."""
    away = {absence.person for absence in absences if absence.covers(day)}
    return tuple(one for one in people if one.id not in away and one.id not in engaged)
