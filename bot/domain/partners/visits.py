"""Visits of partner libraries to each other, from the first suggested day to the report (PL-11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.ids import PairId, PartnerVisitId, ServicePointId


class Item(StrEnum):
    """What a visit's programme may hold."""

    PROGRAMME = "programme"
    INTRODUCTIONS = "introductions"
    SERVICES = "services"
    BREAKS = "breaks"
    PROJECT = "project"
    FRESH_EYES = "fresh_eyes"
    EVENT = "event"
    TOGETHER = "together"


AT_LEAST = (Item.PROGRAMME, Item.INTRODUCTIONS, Item.SERVICES, Item.BREAKS)
"""PL-13."""
AT_WILL = (Item.PROJECT, Item.FRESH_EYES, Item.EVENT, Item.TOGETHER)
"""PL-14."""


@dataclass(frozen=True)
class Outline:
    """The day as the two libraries have drafted it (PL-12)."""

    items: tuple[Item, ...]
    words: str = ""
    """Times and more, in their own words."""
    wellbeing: bool = False
    """With a wellbeing programme, which the municipalities pay for (PL-15)."""

    @property
    def missing(self) -> tuple[Item, ...]:
        return tuple(item for item in AT_LEAST if item not in self.items)


@dataclass(frozen=True)
class Notice:
    """What AKE was told of the plans (D-12)."""

    on: date
    participants: int
    """Who travel; how many, not who."""
    travel: str
    late: bool
    """Given when the day had come already; taken all the same."""


class Consent(StrEnum):
    """Whether AKE was asked about one visit more than two in a direction and year (D-11)."""

    NOT_NEEDED = "not_needed"
    ASKED = "asked"
    GIVEN = "given"


class VisitState(StrEnum):
    PLANNED = "planned"
    NOTIFIED = "notified"
    HELD = "held"
    REPORTED = "reported"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class PartnerVisit:
    id: PartnerVisitId
    pair: PairId
    host: ServicePointId
    guests: tuple[ServicePointId, ...]
    made_at: datetime
    asked_by: ServicePointId
    """Which member suggested the days last: another one answers."""
    suggested: tuple[date, ...] = ()
    """Days to choose from; none where there is nothing to answer."""
    day: date | None = None
    outline: Outline | None = None
    notice: Notice | None = None
    consent: Consent = Consent.NOT_NEEDED
    cancelled: bool = False
    reported: bool = False
    """Told by the store: whether there is a report of it."""
    revision: int = 0
    """Compared when it is kept: nobody's change is lost."""

    @property
    def points(self) -> tuple[ServicePointId, ...]:
        return (self.host, *self.guests)

    def is_over(self, today: date) -> bool:
        return self.day is not None and self.day < today

    def state(self, today: date) -> VisitState:
        """Never stored: the calendar moves it on."""
        if self.cancelled:
            return VisitState.CANCELLED
        if self.reported:
            return VisitState.REPORTED
        if self.is_over(today):
            return VisitState.HELD
        return VisitState.NOTIFIED if self.notice else VisitState.PLANNED

    def ahead(self, today: date) -> bool:
        """Whether it is still to come, or has no day yet."""
        return self.state(today) in (VisitState.PLANNED, VisitState.NOTIFIED)

    def took_place(self, today: date) -> bool:
        return self.is_over(today) and not self.cancelled

    def awaits(self, point: ServicePointId) -> bool:
        """Whether this member is to answer to suggested days."""
        return bool(self.suggested) and not self.cancelled and self.asked_by != point


class PartnerVisits(Protocol):
    """All visits of partners, cancelled ones too."""

    def find(self, visit: PartnerVisitId) -> PartnerVisit | None: ...

    def of_pairs(self, pairs: Iterable[PairId]) -> tuple[PartnerVisit, ...]:
        """By day, those without one first."""
        ...

    def since(self, day: date) -> tuple[PartnerVisit, ...]:
        """Those of this day and later, and those that have no day yet."""
        ...

    def keep(self, visit: PartnerVisit) -> None:
        """Add it, or change it. Where someone was quicker, the turn is carried anew."""
        ...


def in_direction(
    visits: Iterable[PartnerVisit], visit: PartnerVisit, year: int
) -> tuple[PartnerVisit, ...]:
    """The others that go from any of the same guests to the same host in a year (D-11)."""
    return tuple(
        other
        for other in visits
        if other.id != visit.id
        and not other.cancelled
        and other.day is not None
        and other.day.year == year
        and other.host == visit.host
        and set(other.guests) & set(visit.guests)
    )
