"""What is kept about claims: the claims, the errands AKE records, the members and the grant."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.domain.ids import MunicipalityCode, NetworkKey, PersonId, ServicePointId
from bot.domain.service_points import ServicePoint

from .claims import Claim, ClaimId, ClaimState
from .cover import Exceptions
from .errands import Errand, ErrandId, ErrandKind
from .members import Member


@dataclass(frozen=True)
class Recorded:
    """A group's meeting or an agreed job rotation, as a coordinator has written it down.

    A rotation has its traveller's name and employer; a meeting has its group.
    """

    id: ErrandId
    kind: ErrandKind
    place: ServicePointId
    first: date
    last: date
    group: NetworkKey | None = None
    who: str = ""
    employer: MunicipalityCode | None = None

    def errand(self, place: ServicePoint) -> Errand:
        """`place` is the service point that is named here."""
        return Errand(
            self.id,
            self.kind,
            place.name,
            place.municipality,
            self.first,
            self.last,
            group=self.group,
        )


class ClaimBook(Protocol):
    """All claims. Where two change one at once, the turn of the later is carried anew."""

    def find(self, claim: ClaimId) -> Claim | None: ...

    def of(self, person: PersonId) -> tuple[Claim, ...]:
        """The newest first."""
        ...

    def in_states(self, states: Collection[ClaimState]) -> tuple[Claim, ...]:
        """The oldest first."""
        ...

    def in_year(self, year: int) -> tuple[Claim, ...]:
        """Claims of trips that ended in a year."""
        ...

    def between(self, first: date, last: date) -> tuple[Claim, ...]:
        """Claims with a line on any of these days."""
        ...

    def with_receipts(self, digests: Collection[str]) -> tuple[Claim, ...]:
        """Claims that have a receipt of this very content."""
        ...

    def next_number(self, year: int) -> int:
        """What follows the highest number given in a year. A number is given once."""
        ...

    def keep(self, claim: Claim, since: int, sequence: int | None = None) -> None:
        """Add it where `since` is 0, else change the one that has that revision.

        `sequence` goes with a number that is new.
        """
        ...

    def discard(self, claim: Claim) -> None:
        """Forget a draft."""
        ...


class ErrandBook(Protocol):
    def find(self, errand: ErrandId) -> Recorded | None: ...

    def since(self, day: date) -> tuple[Recorded, ...]:
        """Those that end on this day or later, the newest first."""
        ...

    def keep(self, errand: Recorded) -> None: ...

    def remove(self, errand: ErrandId) -> None: ...


class MemberBook(Protocol):
    def of(self, group: NetworkKey, year: int) -> tuple[Member, ...]: ...

    def all(self) -> tuple[Member, ...]: ...

    def replace(self, group: NetworkKey, year: int, members: Collection[Member]) -> None:
        """A new list takes the place of the old one."""
        ...


class GrantBook(Protocol):
    """The travel line of each year's grant, and what that grant allows besides (D-13, D-37)."""

    def planned(self, year: int) -> int | None:
        """In cents. None: nobody has entered it."""
        ...

    def plan(self, year: int, cents: int) -> None: ...

    def exceptions(self, year: int) -> Exceptions: ...

    def set_exceptions(self, year: int, exceptions: Exceptions) -> None: ...
