"""The outbox as the domain sees it: to plan, and to call off."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.domain.notifications import Notification, ToPerson

from .columns import table
from .tables import NotificationRow

NOTIFICATIONS = table(NotificationRow)


class SqlNotifications:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def plan(self, notification: Notification) -> bool:
        insert: Any = sqlite_insert if self.connection.dialect.name == "sqlite" else postgres_insert
        new = insert(NOTIFICATIONS).values(row(notification)).on_conflict_do_nothing()
        return self.connection.execute(new.returning(NOTIFICATIONS.c.id)).first() is not None

    def withdraw(self, key: str) -> bool:
        waiting = (NOTIFICATIONS.c.key == key, NOTIFICATIONS.c.state == "waiting")
        return bool(self.connection.execute(delete(NOTIFICATIONS).where(*waiting)).rowcount)

    def planned(self, key: str) -> bool:
        found = select(NOTIFICATIONS.c.id).where(NOTIFICATIONS.c.key == key)
        return self.connection.execute(found).first() is not None


def row(notification: Notification) -> dict[str, Any]:
    to = notification.to
    return {
        "key": notification.key,
        "person": to.person if isinstance(to, ToPerson) else None,
        "room": None if isinstance(to, ToPerson) else to.room,
        "due": notification.due,
        "opens": notification.opens,
        "facts": dict(notification.facts),
        "doubt": notification.doubt.value,
        "state": "waiting",
        "tries": 0,
    }
