"""Registrations: which libraries want a partner, and what they tell of themselves (PL-4, PL-6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.ids import PersonId, RegistrationId, RoundId, ServicePointId


class RegistrationState(StrEnum):
    DRAFT = "draft"
    """Written while no round was open, and kept until one is (D-1)."""
    SUBMITTED = "submitted"
    WAITING = "waiting"
    """Left without a partner, and carried to the next round (D-6)."""
    PAIRED = "paired"
    WITHDRAWN = "withdrawn"


OPEN = (RegistrationState.DRAFT, RegistrationState.SUBMITTED, RegistrationState.WAITING)
"""Of these a service point has one at most (D-3)."""


@dataclass(frozen=True)
class Told:
    """What a library tells of itself. The first two are what a registration is; others may miss."""

    wish: str
    """What it would like to develop together with a partner."""
    cooperation: str = ""
    """With whom it works together already, and how; empty where it does not."""
    swedish: bool = False
    """Wants to work in Swedish."""
    staff: int | None = None
    dates: str = ""
    """When a first visit could be, in its own words."""
    restriction: str = ""
    """How the municipality restricts travel, in its own words."""
    reach: str = ""
    """How the partner reaches the contact person."""


@dataclass(frozen=True)
class Registration:
    id: RegistrationId
    point: ServicePointId
    state: RegistrationState
    told: Told
    contact: PersonId | None
    """Who registered it. None where they have left, or where AKE did it for them."""
    made_at: datetime
    round: RoundId | None = None
    """The one it takes part in, or took part in last; a draft has none yet."""
    waited: int = 0
    """Rounds in a row that have left it without a partner."""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def takes_part(self) -> bool:
        """Whether it waits for a partner now."""
        return self.state in (RegistrationState.SUBMITTED, RegistrationState.WAITING)


class RegistrationTaken(Exception):
    """Somebody else has registered the service point already (D-3)."""


class Registrations(Protocol):
    def find(self, registration: RegistrationId) -> Registration | None: ...

    def open_at(self, point: ServicePointId) -> Registration | None:
        """The one that a service point has open."""
        ...

    def open_ones(self) -> tuple[Registration, ...]:
        """All that are open, drafts too, by service point."""
        ...

    def of_round(self, season: RoundId) -> tuple[Registration, ...]:
        """All that took part in a round, withdrawn ones too, by service point."""
        ...

    def keep(self, registration: Registration) -> None:
        """Add it, or change the one of that id. Raises RegistrationTaken.

        Where someone has changed it since it was read, the turn is carried anew.
        """
        ...
