"""What coordinators do with rooms."""

from __future__ import annotations

from datetime import datetime

from .coffee.reminding import remind_room
from .notifications import Notification, RoomId, ToPerson, ToRoom
from .occasion import Occasion, Records
from .rooms import Room


def ask_which_network(records: Records, room: RoomId, now: datetime) -> None:
    """Ask the coordinators what a room is for that the bot has just entered."""
    for coordinator in records.people.coordinators():
        key = f"new_room/{room}/{now.isoformat()}/{coordinator.id}"
        to = ToPerson(coordinator.id)
        records.notifications.plan(Notification(key, to, now, "new_room", {"room": room}))


class RoomDesk:
    """What only an AKE coordinator may do with rooms."""

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion

    def all(self) -> tuple[Room, ...]:
        return self.occasion.records.rooms.all()

    def tie(self, tied: Room) -> None:
        """What waits for the room was meant for its former readers, so it is taken back.

        What concerns the network that it serves now is planned, also where that was made before.
        """
        records = self.occasion.records
        was = records.rooms.find(tied.id)
        if was is None or was.network != tied.network:
            records.notifications.withdraw_to(ToRoom(tied.id))
        records.rooms.save(tied)
        remind_room(self.occasion, tied)
