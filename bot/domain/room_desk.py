"""What coordinators do with rooms."""

from __future__ import annotations

from dataclasses import replace

from .ids import NetworkKey
from .languages import Language
from .notifications import ToRoom
from .occasion import Occasion
from .rooms import Room


class RoomDesk:
    """What only an AKE coordinator may do with rooms."""

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion

    def all(self) -> tuple[Room, ...]:
        return self.occasion.records.rooms.all()

    def tie(self, room: Room, network: NetworkKey | None, languages: tuple[Language, ...]) -> Room:
        """What waits for the room was meant for its former readers, so it is called off."""
        records = self.occasion.records
        if room.network != network:
            records.notifications.withdraw_to(ToRoom(room.id))
        tied = replace(room, network=network, languages=languages)
        records.rooms.save(tied)
        return tied
