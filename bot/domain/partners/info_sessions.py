"""The info session for partner libraries after a round: who was asked, and who comes (PL-10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.ids import PersonId, RoundId


@dataclass(frozen=True)
class InfoSession:
    """That the invitations to a round's session have gone out. Its time is the round's (D-10)."""

    round: RoundId
    place: str
    """A link or a room, in AKE's words."""
    invited_at: datetime


class InfoSessions(Protocol):
    def find(self, season: RoundId) -> InfoSession | None: ...

    def keep(self, session: InfoSession) -> None: ...

    def answers(self, season: RoundId) -> Mapping[PersonId, bool]:
        """Who comes, and who said that they do not."""
        ...

    def answer(self, season: RoundId, person: PersonId, comes: bool) -> None:
        """The last word counts."""
        ...
