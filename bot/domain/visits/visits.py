"""What a visit by AKE is: its kinds, its states, and what the library wants of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol

from bot.domain.ids import AkePersonId, ConsortiumKey, PersonId, ServicePointId, VisitId


class VisitKind(StrEnum):
    INFORMATICIANS = "informaticians"
    """AKE's informaticians spend a day with the staff (AV-1)."""
    DIRECTOR = "director"
    """The director of library services comes with the authority (AV-2)."""
    PRESENTATION = "presentation"
    """The networks are presented to the board of a consortium (ACT-10)."""


class VisitLength(StrEnum):
    """The whole day unless the library says otherwise (AV-5, D-30)."""

    WHOLE = "whole"
    MORNING = "morning"
    AFTERNOON = "afternoon"


class VisitState(StrEnum):
    WISHED = "wished"
    """It waits for a coordinator: for a day, or for being confirmed."""
    BOOKED = "booked"
    CANCELLED = "cancelled"


class Spoken(StrEnum):
    """The language the visit is held in."""

    FINNISH = "fi"
    SWEDISH = "sv"
    BOTH = "both"

    @property
    def swedish(self) -> bool:
        return self is not Spoken.FINNISH


class Media(StrEnum):
    """What may be made of a visit for others to see (AV-12)."""

    INTERVIEW_AND_FILM = "interview_and_film"
    INTERVIEW = "interview"
    NEITHER = "neither"


@dataclass(frozen=True)
class Topics:
    """What the library wants to talk about (AV-7)."""

    joy: str = ""
    """Something it would like to show."""
    problem: str = ""
    """Something to be pondered together."""
    other: str = ""
    thought_over: bool = False
    """Together with the whole staff (AV-8)."""


@dataclass(frozen=True)
class BoardMeeting:
    """The meeting of a consortium's board at which the networks are presented."""

    consortium: ConsortiumKey
    begins: time
    """On the visit's day, by local time."""
    place: str
    """Empty: a remote meeting."""


@dataclass(frozen=True)
class Visit:
    """`host` is the service point that asked; those who work there may act for it."""

    id: VisitId
    kind: VisitKind
    state: VisitState
    host: ServicePointId
    contact: PersonId | None
    """Who asked for it. None where they have left."""
    made_at: datetime
    day: date | None = None
    """None until a coordinator has set it."""
    length: VisitLength = VisitLength.WHOLE
    guests: tuple[ServicePointId, ...] = ()
    """Libraries that join in at the host's (AV-9)."""
    crew: tuple[AkePersonId, ...] = ()
    """Sorted by id, as are the guests: the order means nothing."""
    spoken: Spoken = Spoken.FINNISH
    topics: Topics = field(default_factory=Topics)
    staff: int | None = None
    media: Media = Media.NEITHER
    wished: str = ""
    """When it would suit, in the library's own words."""
    officials: bool = False
    """Whether the municipality's leading officials are invited (ACT-9)."""
    meeting: BoardMeeting | None = None
    note: str = ""
    """AKE's word to the library: a longer day, a night in between (D-26)."""
    revision: int = 0
    """Counts its changes: a calendar believes a move or a cancelling only with a higher one."""

    @property
    def active(self) -> bool:
        return self.state is not VisitState.CANCELLED

    @property
    def holds_day(self) -> bool:
        """Whether no other visit may have its day: a day published for informaticians' visits."""
        return self.kind is VisitKind.INFORMATICIANS and self.state is VisitState.BOOKED

    @property
    def holds_crew(self) -> bool:
        return self.state is VisitState.BOOKED

    def ahead(self, today: date) -> bool:
        """Whether it is still to come, or has no day yet."""
        return self.active and (self.day is None or self.day >= today)

    def held(self, today: date) -> bool:
        return self.state is VisitState.BOOKED and self.day is not None and self.day < today

    def asks_anew(self, changed: Visit) -> bool:
        """Whether a changed wish needs another answer: when and where it is."""
        return (changed.day, changed.meeting, changed.wished) != (
            self.day,
            self.meeting,
            self.wished,
        )

    def is_of(self, point: ServicePointId | None) -> bool:
        """Whether the service point hosts it or joins in."""
        return point is not None and (point == self.host or point in self.guests)


class DayTaken(Exception):
    """The day is held by another visit, or by an offer to someone in the line."""


class PersonTaken(Exception):
    """Somebody of AKE is on another visit that day."""


class Visits(Protocol):
    """All visits that were ever asked for."""

    def find(self, visit: VisitId) -> Visit | None: ...

    def of(self, point: ServicePointId) -> tuple[Visit, ...]:
        """Those that a service point hosts or joins, by day, those without one first."""
        ...

    def since(self, day: date) -> tuple[Visit, ...]:
        """Those of this day and later, and those that have no day yet; cancelled ones too."""
        ...

    def wait_for(self, host: ServicePointId) -> None:
        """Let nobody else book for a library until this is done; what they booked is seen then."""
        ...

    def keep(self, visit: Visit) -> None:
        """Add it, or change the one of that id. Raises DayTaken, PersonTaken.

        Each change has the next revision: where someone was quicker, the turn is carried anew.
        """
        ...

    def engaged(self, since: date) -> Mapping[date, frozenset[AkePersonId]]:
        """Who of AKE is on a visit, day by day."""
        ...

    def loads(self, year: int) -> Mapping[AkePersonId, int]:
        """On how many visits each of AKE's people is that year; who is on none may be left out."""
        ...
