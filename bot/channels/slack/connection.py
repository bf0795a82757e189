"""Whether Slack reaches the bot by Socket Mode."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

LOOK_EVERY = timedelta(seconds=30)
PATIENCE = timedelta(minutes=2)
"""Slack takes each connection up anew every few hours, which is over long before."""


@dataclass
class Connection:
    """Looked at now and then, so that one knows since when it is not there."""

    there: Callable[[], Awaitable[bool]]
    now: Callable[[], datetime]
    lost: datetime | None = None
    """When it was first found not to be there, where it is not."""

    async def look(self) -> None:
        if await self.there():
            self.lost = None
        elif self.lost is None:
            self.lost = self.now()

    async def trouble(self) -> str:
        await self.look()
        if self.lost is None or self.now() - self.lost < PATIENCE:
            return ""
        return f"Slack has not reached the bot by Socket Mode since {self.lost:%Y-%m-%d %H:%M} UTC."
