"""Forgetting what is no longer needed: the times stand here, and in docs/retention.md."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.conversation.ports import Clock, OffLoop
from bot.domain.claims.receipts import RECEIPTS_KEPT_DAYS

TURNS = timedelta(days=2)
"""What was said to a turn: platforms send a turn again within minutes, at most hours."""

EVENTS = timedelta(days=14)
"""The ids of events that are done; and the content of one that nobody could carry."""

FACTS = timedelta(days=30)
"""What a notification that has gone out, or was moot, was about."""

STUCK = timedelta(days=90)
"""A notification that did not go out, where no coordinator has decided."""

NOTIFICATIONS = timedelta(days=400)
"""That a notification went out: its key keeps it from being planned once more."""

RECEIPTS = timedelta(days=RECEIPTS_KEPT_DAYS)
"""The bot's copies of a claim's receipts, from the day its invoice came."""

LOOSE_FILES = timedelta(days=30)
"""A file that was handed in and belongs to nothing: no claim, no report, nothing under way."""


class Forgetting(Protocol):
    """Each forgets what is older than this moment, and says how many there were."""

    def turns(self, before: datetime) -> int: ...
    def events(self, before: datetime) -> int: ...
    def facts(self, before: datetime) -> int: ...
    def stuck(self, before: datetime) -> int: ...
    def notifications(self, before: datetime) -> int: ...
    def receipts(self, before: datetime) -> int: ...
    def loose_files(self, before: datetime) -> int: ...


class TidyUnit(Protocol):
    @property
    def forgetting(self) -> Forgetting: ...
    def commit(self) -> None: ...


class TidyLedger(Protocol):
    def unit(self) -> AbstractContextManager[TidyUnit]: ...


@dataclass(frozen=True)
class Housekeeping:
    ledger: TidyLedger
    clock: Clock
    off_loop: OffLoop

    async def __call__(self) -> None:
        await self.off_loop(self.tidy)

    def tidy(self) -> dict[str, int]:
        """How many of each kind were forgotten."""
        now = self.clock.now()
        with self.ledger.unit() as unit:
            forget = unit.forgetting
            forgotten = {
                "turns": forget.turns(now - TURNS),
                "events": forget.events(now - EVENTS),
                "facts": forget.facts(now - FACTS),
                "stuck": forget.stuck(now - STUCK),
                "notifications": forget.notifications(now - NOTIFICATIONS),
                "receipts": forget.receipts(now - RECEIPTS),
                "loose_files": forget.loose_files(now - LOOSE_FILES),
            }
            unit.commit()
        return forgotten
