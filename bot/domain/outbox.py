"""What the bot says by itself, as the coordinators see it: to come, and what did not go out."""

from __future__ import annotations

from datetime import datetime

from .notifications import Notification, Stuck, ToPerson
from .occasion import Occasion, Records

LIST = "undelivered"
"""The dialog that lists them."""


def tell_coordinators(records: Records, now: datetime) -> None:
    """Each once an hour at most."""
    for coordinator in records.people.coordinators():
        key = f"{LIST}/{now:%Y-%m-%dT%H}/{coordinator.id}"
        records.notifications.plan(Notification(key, ToPerson(coordinator.id), now, LIST))


class OutboxDesk:
    """What only an AKE coordinator may do with what the bot says by itself."""

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.now = occasion.now
        self.records = occasion.records

    def stuck(self) -> tuple[Stuck, ...]:
        return self.records.notifications.stuck()

    def again(self, key: str) -> bool:
        """False where somebody has decided already."""
        return self.records.notifications.again(key, self.now)

    def drop(self, key: str) -> bool:
        """False where somebody has decided already."""
        return self.records.notifications.drop(key, self.now)

    def posts(self) -> tuple[Notification, ...]:
        return self.records.notifications.posts()

    def move(self, key: str, due: datetime) -> bool:
        """False where it has gone out meanwhile."""
        return self.records.notifications.move(key, due)

    def call_off(self, key: str) -> bool:
        """False where it has gone out meanwhile."""
        return self.records.notifications.call_off(key, self.now)

    def restore(self, key: str) -> bool:
        """False where its time is past."""
        return self.records.notifications.restore(key, self.now)
