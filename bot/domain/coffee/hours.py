"""One coffee hour, and what may happen to it.

CoffeeRefused            it cannot be done to this coffee hour
├── AlreadyHeld          it has been marked held
├── CalledOff            it is cancelled
├── NotBegun             it has not begun yet
└── InThePast            the new time has passed already
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.domain.ids import CoffeeHourId, NetworkKey, SeriesId, ServicePointId
from bot.domain.names import Name


class CoffeeKind(StrEnum):
    """CO-3, CO-5, CO-6: for whom a coffee hour may be meant."""

    OPEN = "open"
    DIRECTORS = "directors"
    VARSAT_CHILDREN = "varsat_children"
    VARSAT_YOUTH = "varsat_youth"
    SPECIAL_SERVICES = "special_services"
    EVENTS = "events"
    COMMUNICATION = "communication"
    THEME_WEEK = "theme_week"
    PARTNER = "partner"
    OTHER = "other"


class CoffeeState(StrEnum):
    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"
    HELD = "held"


class CoffeeRefused(Exception):
    """It cannot be done to this coffee hour."""


class AlreadyHeld(CoffeeRefused):
    """It has been marked held."""


class CalledOff(CoffeeRefused):
    """It is cancelled."""


class NotBegun(CoffeeRefused):
    """It has not begun yet."""


class InThePast(CoffeeRefused):
    """The new time has passed already."""


@dataclass(frozen=True)
class CoffeeHour:
    id: CoffeeHourId
    audience: NetworkKey
    kind: CoffeeKind
    title: Name
    languages: tuple[str, ...]
    starts: datetime
    """Aware, in UTC."""
    length: int
    """Minutes."""
    link: str = ""
    host: ServicePointId | None = None
    """The library that volunteered; without one, AKE itself is the host."""
    guest: str = ""
    topic: str = ""
    state: CoffeeState = CoffeeState.PLANNED
    head_count: int | None = None
    revision: int = 0
    """How many times those who know of it have been told of a change."""
    series: SeriesId | None = None

    def __post_init__(self) -> None:
        if self.starts.tzinfo is not UTC:
            raise ValueError(f"{self.id} starts at {self.starts}, which is not in UTC")
        if self.length < 1:
            raise ValueError(f"{self.id} is {self.length} minutes long")
        if (self.head_count is not None) != (self.state is CoffeeState.HELD):
            raise ValueError(f"{self.id} is {self.state} with {self.head_count} people")

    @property
    def ends(self) -> datetime:
        return self.starts + timedelta(minutes=self.length)

    @property
    def is_coming(self) -> bool:
        """Planned or moved: not yet marked held, and not called off."""
        return self.state in (CoffeeState.PLANNED, CoffeeState.MOVED)

    def move(self, starts: datetime, *, now: datetime) -> CoffeeHour:
        """To the same time it is already at, nothing changes. Raises CoffeeRefused."""
        self._must_be_coming()
        if starts <= now:
            raise InThePast(self.id)
        if starts == self.starts:
            return self
        starts, revision = starts.astimezone(UTC), self.revision + 1
        return replace(self, starts=starts, state=CoffeeState.MOVED, revision=revision)

    def cancel(self) -> CoffeeHour:
        """Also one whose time has passed, when nobody came. Raises CoffeeRefused."""
        self._must_be_coming()
        return replace(self, revision=self.revision + 1, state=CoffeeState.CANCELLED)

    def hold(self, head_count: int, *, now: datetime) -> CoffeeHour:
        """Marked once more, it corrects the head-count. Raises CoffeeRefused."""
        if self.state is CoffeeState.CANCELLED:
            raise CalledOff(self.id)
        if now < self.starts:
            raise NotBegun(self.id)
        if head_count < 1:
            raise ValueError(f"{self.id} held with {head_count} people")
        return replace(self, state=CoffeeState.HELD, head_count=head_count)

    def _must_be_coming(self) -> None:
        if self.state is CoffeeState.CANCELLED:
            raise CalledOff(self.id)
        if self.state is CoffeeState.HELD:
            raise AlreadyHeld(self.id)
