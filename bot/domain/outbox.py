"""What the bot says by itself, as the coordinators see it: to come, and what did not go out."""

from __future__ import annotations

from datetime import datetime

from .notifications import Notification, Recipient, Stuck, ToPerson
from .occasion import Occasion, Records
from .quiet import Quiet
from .rooms import Room

LIST = "undelivered"
"""The dialog that tells coordinators what did not go out."""


def tell_coordinators(records: Records, now: datetime) -> None:
    """Each once an hour at most."""
    for coordinator in records.people.coordinators():
        key = f"{LIST}/{now:%Y-%m-%dT%H}/{coordinator.id}"
        records.notifications.plan(Notification(key, ToPerson(coordinator.id), now, LIST))


class OutboxDesk:
    """What only an AKE coordinator may do with what the bot says by itself.

    What is done by a `brief` is False where it is too late: it has gone out meanwhile, or
    somebody has decided already.
    """

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion
        self.now = occasion.now
        self.notifications = occasion.records.notifications

    def name_of(self, to: Recipient) -> str | None:
        """A person's or a room's; None where there is nobody any more."""
        records = self.occasion.records
        if isinstance(to, ToPerson):
            person = records.people.find(to.person)
            return person.name if person else None
        room = records.rooms.find(to.room)
        return room.name if room else None

    # What did not go out

    def stuck(self) -> tuple[Stuck, ...]:
        """Those of the channels' own news about this are no news."""
        found = self.notifications.stuck()
        return tuple(each for each in found if each.notification.opens != LIST)

    def again(self, brief: str) -> bool:
        found = [each.notification for each in self.stuck() if each.notification.brief == brief]
        return bool(found) and self.notifications.again(found[0].key, self.now)

    def drop(self, brief: str) -> bool:
        found = [each.notification for each in self.stuck() if each.notification.brief == brief]
        return bool(found) and self.notifications.drop(found[0].key, self.now)

    # What is going to be said in rooms

    def posts(self) -> tuple[tuple[Notification, Room], ...]:
        """The next first; those for rooms that the bot has left are not listed."""
        rooms = {room.id: room for room in self.occasion.records.rooms.all()}
        coming = self.notifications.posts()
        return tuple(
            (post, rooms[post.to.room])
            for post in coming
            if not isinstance(post.to, ToPerson) and post.to.room in rooms
        )

    def post(self, brief: str) -> tuple[Notification, Room] | None:
        return next((each for each in self.posts() if each[0].brief == brief), None)

    def disturbs(self, moment: datetime) -> bool:
        """Whether nobody should be written to then (RE-2, RE-4)."""
        region = self.occasion.region
        hours = region.arrangements.quiet_hours
        return Quiet(region.zone, hours, is_holiday=region.holidays).disturbs(moment)

    def move(self, brief: str, due: datetime) -> bool:
        found = self.post(brief)
        return found is not None and self.notifications.move(found[0].key, due)

    def call_off(self, brief: str) -> Notification | None:
        found = self.post(brief)
        done = found is not None and self.notifications.call_off(found[0].key, self.now)
        return found[0] if found and done else None

    def restore(self, key: str) -> bool:
        """Undo `call_off`; False where its time is past."""
        return self.notifications.restore(key, self.now)
