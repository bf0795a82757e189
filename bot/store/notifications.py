"""The outbox as the domain sees it: to plan, to look at, to move and to call off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update
from sqlalchemy.sql.elements import ColumnElement

from bot.domain.ids import PersonId
from bot.domain.notifications import (
    Doubt,
    Notification,
    Recipient,
    RoomId,
    Stuck,
    ToPerson,
    ToRoom,
    Why,
)

from .columns import insertion, newly, table
from .tables import NotificationRow

NOTIFICATIONS = table(NotificationRow)
WAITING: ColumnElement[bool] = NOTIFICATIONS.c.state == "waiting"
STUCK = NOTIFICATIONS.c.state.in_(("failed", "unknown"))
CALLED_OFF = (NOTIFICATIONS.c.state == "moot") & (NOTIFICATIONS.c.why == Why.CALLED_OFF)
ANEW = {"state": "waiting", "tries": 0, "doubts": 0, "settled_at": None, "why": None}


class SqlNotifications:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.planned_some = False
        """Whether anything was planned or moved in this transaction."""

    def plan(self, notification: Notification) -> bool:
        planned = newly(self.connection, NOTIFICATIONS, row(notification))
        self.planned_some |= planned
        return planned

    def plan_all(self, notifications: Iterable[Notification]) -> None:
        rows = [row(each) for each in notifications]
        if rows:
            new = insertion(self.connection)(NOTIFICATIONS).on_conflict_do_nothing()
            self.connection.execute(new, rows)
            self.planned_some = True

    def withdraw(self, key: str) -> bool:
        waiting = delete(NOTIFICATIONS).where(NOTIFICATIONS.c.key == key, WAITING)
        return bool(self.connection.execute(waiting).rowcount)

    def withdraw_to(self, to: Recipient) -> int:
        waiting = delete(NOTIFICATIONS).where(meant_for(to), WAITING)
        return self.connection.execute(waiting).rowcount

    def planned(self, key: str) -> bool:
        found = select(NOTIFICATIONS.c.id).where(NOTIFICATIONS.c.key == key)
        return self.connection.execute(found).first() is not None

    def move(self, key: str, due: datetime) -> bool:
        return self.change(key, WAITING, {"due": due})

    def call_off(self, key: str, at: datetime) -> bool:
        return self.change(key, WAITING, {"state": "moot", "why": Why.CALLED_OFF, "settled_at": at})

    def restore(self, key: str, at: datetime) -> bool:
        return self.change(key, CALLED_OFF & (at < NOTIFICATIONS.c.due), ANEW)

    def again(self, key: str, due: datetime) -> bool:
        return self.change(key, STUCK, ANEW | {"due": due})

    def drop(self, key: str, at: datetime) -> bool:
        return self.change(key, STUCK, {"state": "moot", "settled_at": at})

    def change(self, key: str, allowed: ColumnElement[bool], values: dict[str, Any]) -> bool:
        here = update(NOTIFICATIONS).where(NOTIFICATIONS.c.key == key, allowed)
        changed = self.connection.execute(here, values).rowcount == 1
        self.planned_some |= changed
        return changed

    def posts(self) -> tuple[Notification, ...]:
        to_rooms = NOTIFICATIONS.c.room.is_not(None)
        coming = (
            select(NOTIFICATIONS)
            .where(to_rooms, WAITING)
            .order_by(NOTIFICATIONS.c.due, NOTIFICATIONS.c.id)
        )
        return tuple(value(row) for row in self.connection.execute(coming))

    def stuck(self) -> tuple[Stuck, ...]:
        left = select(NOTIFICATIONS).where(STUCK).order_by(NOTIFICATIONS.c.settled_at)
        return tuple(Stuck(value(row), Why(row.why)) for row in self.connection.execute(left))

    def readdress(self, person: PersonId, now: datetime) -> None:
        """Send what waited only for a place where this person can be written to."""
        lacking = STUCK & (NOTIFICATIONS.c.why == Why.NO_ADDRESS)
        theirs = update(NOTIFICATIONS).where(NOTIFICATIONS.c.person == person, lacking)
        self.connection.execute(theirs, ANEW | {"due": now})


def meant_for(to: Recipient) -> ColumnElement[bool]:
    if isinstance(to, ToPerson):
        return NOTIFICATIONS.c.person == to.person
    return NOTIFICATIONS.c.room == to.room


def value(row: Row[Any]) -> Notification:
    to = ToRoom(RoomId(row.room)) if row.room else ToPerson(PersonId(row.person))
    return Notification(row.key, to, row.due, row.opens, row.facts, Doubt(row.doubt))


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
        "doubts": 0,
    }
