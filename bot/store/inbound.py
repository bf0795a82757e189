"""The events whose doors had to answer first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, exists, select, update

from bot.conversation.ports import Arrival, Lease
from bot.conversation.turns import Event

from .columns import insertion, table
from .tables import InboundRow

INBOUND = table(InboundRow)
AT_ONCE = 500
"""Events taken up in one go."""

EARLIER = INBOUND.alias("earlier")
BEFORE = (
    (EARLIER.c.channel == INBOUND.c.channel)
    & (EARLIER.c.conversation == INBOUND.c.conversation)
    & (EARLIER.c.id < INBOUND.c.id)
    & EARLIER.c.done_at.is_(None)
    & (EARLIER.c.holder != bindparam("holder"))
)
"""Unfinished in the same conversation, and in another's hand."""

BEHIND = select(INBOUND.c.id).where(
    INBOUND.c.id == bindparam("written"), exists().where(BEFORE).correlate(INBOUND)
)
HELD = exists().where(BEFORE, EARLIER.c.leased_until > bindparam("now")).correlate(INBOUND)
LEFT = (
    select(INBOUND.c.id)
    .where(
        INBOUND.c.channel == bindparam("of_channel"),
        INBOUND.c.done_at.is_(None),
        INBOUND.c.leased_until <= bindparam("now"),
        ~HELD,
    )
    .order_by(INBOUND.c.id)
    .limit(AT_ONCE)
    .with_for_update(skip_locked=True)
    .cte("taken")
)
TAKE_UP = (
    update(INBOUND)
    .where(INBOUND.c.id.in_(select(LEFT.c.id)))
    .values(holder=bindparam("holder"), leased_until=bindparam("until"))
    .returning(INBOUND)
)
LEAVE = update(INBOUND).where(INBOUND.c.id == bindparam("written"))
DONE = (
    update(INBOUND)
    .where(
        INBOUND.c.channel == bindparam("of_channel"),
        INBOUND.c.event == bindparam("of_event"),
        INBOUND.c.done_at.is_(None),
    )
    .values(done_at=bindparam("at"), content=None)
)


class SqlInbound:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def write(self, event: Event, lease: Lease) -> Arrival:
        new = insertion(self.connection)(INBOUND).values(row(event, lease)).on_conflict_do_nothing()
        written = self.connection.execute(new.returning(INBOUND.c.id)).scalar()
        if written is None:
            return Arrival.AGAIN
        here = {"written": written, "holder": lease.holder}
        if self.connection.execute(BEHIND, here).first() is None:
            return Arrival.NEW
        self.connection.execute(LEAVE, here | {"leased_until": lease.now})
        return Arrival.BEHIND

    def take_up(self, channel: str, lease: Lease) -> tuple[Event, ...]:
        rows = self.connection.execute(TAKE_UP, vars(lease) | {"of_channel": channel}).all()
        return tuple(value(row) for row in sorted(rows, key=lambda row: int(row.id)))

    def done(self, channel: str, event: str, at: datetime) -> None:
        self.connection.execute(DONE, {"of_channel": channel, "of_event": event, "at": at})


def row(event: Event, lease: Lease) -> dict[str, Any]:
    return {
        "channel": event.channel,
        "event": event.id,
        "conversation": event.conversation,
        "content": dict(event.content),
        "came_at": lease.now,
        "holder": lease.holder,
        "leased_until": lease.until,
    }


def value(row: Row[Any]) -> Event:
    return Event(row.channel, row.event, row.conversation, row.content)
