"""What people are called, as the list of a conversation's members has it.

The list tells more of them, their e-mail address too: nothing here needs it, so it is not kept.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace

from .connector import Connector, Failed, address
from .place import Place, text
from .read import Event, Met, Turned

PATIENCE = 1.0
"""Seconds that somebody waits for it, once: then the name that came along has to do."""


@dataclass(frozen=True)
class Roster:
    connector: Connector
    names: dict[str, str] = field(default_factory=dict)
    """Of those who were met since the start, who are not looked up again; empty where not told."""

    async def named(self, event: Event) -> Event:
        """What somebody did, by their name, which Teams leaves out of an installation."""
        place = event.place
        greeted = isinstance(event, Met) and not place.shared
        if not place.person or not (greeted or isinstance(event, Turned)):
            return event
        if place.sender.id not in self.names:
            self.names[place.sender.id] = await self.name(place)
        name = self.names[place.sender.id] or place.name
        return event if name == place.name else replace(event, place=replace(place, name=name))

    async def name(self, place: Place) -> str:
        """Empty where it is not told in time."""
        url = address(place.service, "v3", "conversations", place.room, "members", place.user)
        try:
            async with asyncio.timeout(PATIENCE):
                return text(await self.connector.once("GET", url), "name")
        except (Failed, TimeoutError):
            return ""
