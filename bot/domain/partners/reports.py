"""Reports of visits: free in form, of each library its own (PL-17)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.ids import PartnerVisitId, PersonId, ReportId, ServicePointId


@dataclass(frozen=True)
class Report:
    id: ReportId
    visit: PartnerVisitId
    point: ServicePointId
    """Whose report it is."""
    person: PersonId | None
    """Who wrote it. None where they have left."""
    text: str
    publish: bool
    """Whether AKE may publish it."""
    made_at: datetime
    links: str = ""
    pictures: tuple[str, ...] = ()
    """Ids of files that were handed in."""


class Reports(Protocol):
    def find(self, report: ReportId) -> Report | None: ...

    def of(self, visit: PartnerVisitId) -> tuple[Report, ...]:
        """One of each library at most."""
        ...

    def all(self) -> tuple[Report, ...]:
        """The newest first."""
        ...

    def keep(self, report: Report) -> None:
        """Add it, or change the one that the same library wrote of the same visit."""
        ...
