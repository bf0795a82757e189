"""Names of institutions that change from a certain day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.names import Name


@dataclass(frozen=True)
class Label:
    """What an institution is called from one day to another, both included (D-28)."""

    key: str
    since: date | None
    """None: as long as anyone asks."""
    until: date | None
    """None: until further notice."""
    name: Name

    def holds(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)
