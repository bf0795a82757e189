"""The people the bot talks with, and what each of them is here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from .ids import MunicipalityCode, NetworkKey, PersonId, ServicePointId
from .languages import Language


class NotAllowed(Exception):
    """The person may not do or see this: the domain's own word, whatever a channel showed."""


NOBODY = PersonId("nobody")


@dataclass(frozen=True)
class Directorship:
    """A person directs a municipality's library: they say it, a coordinator confirms it (ACT-6)."""

    municipality: MunicipalityCode
    confirmed: bool


@dataclass(frozen=True)
class Person:
    """`language` is None until it is chosen or guessed; `home` until the profile is filled.

    `coordinator` is a role given in the settings, never stored.
    """

    id: PersonId
    name: str = ""
    language: Language | None = None
    home: ServicePointId | None = None
    networks: tuple[NetworkKey, ...] = ()
    wishes: Mapping[str, bool] = field(default_factory=dict)
    """Which kinds of notification the person has switched on or off; others as by default."""
    directs: Directorship | None = None
    coordinator: bool = False
    client_language: Language | None = None
    """What Teams is set to, kept of one who has neither chosen a language nor written in any."""

    @property
    def is_nobody(self) -> bool:
        """Stands for a room of many readers, who have no wishes and no rights together."""
        return self.id == NOBODY


def nobody(language: Language) -> Person:
    """The one for whom a room's posts are opened: somebody without name, home or rights."""
    return Person(NOBODY, language=language)


class People(Protocol):
    """All people the bot knows."""

    def find(self, person: PersonId) -> Person | None: ...

    def meet(self, people: Iterable[PersonId]) -> None:
        """Read many at once, who are going to be found one by one."""
        ...

    def by_identity(self, channel: str, external: str, name: str) -> Person:
        """The person behind a channel's own id, made known at the first sight of it."""
        ...

    def save(self, person: Person) -> None:
        """Keep name, languages, home, networks, wishes and directorship."""
        ...

    def at_home(self, service_point: ServicePointId) -> tuple[Person, ...]: ...

    def everyone(self) -> tuple[Person, ...]: ...

    def in_network(self, network: NetworkKey) -> tuple[Person, ...]: ...

    def coordinators(self) -> tuple[Person, ...]: ...

    def directors(self, *, confirmed: bool) -> tuple[Person, ...]: ...
