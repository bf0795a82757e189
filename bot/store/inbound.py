"""The events whose doors had to answer first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, Row, bindparam, case, exists, select, update

from bot.conversation.ports import Arrival, Lease
from bot.conversation.turns import Event

from .columns import insertion, table
from .tables_inbound import InboundRow

INBOUND = table(InboundRow)
AT_ONCE = 500
"""Events taken up in one go."""

EARLIER = INBOUND.alias("earlier")
UNFINISHED = EARLIER.c.done_at.is_(None) & (EARLIER.c.holder != bindparam("mine"))
"""In another's hand."""

AHEAD = exists().where(
    EARLIER.c.channel == bindparam("of_channel"),
    EARLIER.c.conversation == bindparam("of_conversation"),
    UNFINISHED,
)
LEASE = case((AHEAD, bindparam("now")), else_=bindparam("until"))
"""Over as it begins, where another has something in hand that comes before."""

HELD = (
    exists()
    .where(
        EARLIER.c.channel == INBOUND.c.channel,
        EARLIER.c.conversation == INBOUND.c.conversation,
        EARLIER.c.id < INBOUND.c.id,
        EARLIER.c.leased_until > bindparam("now"),
        UNFINISHED,
    )
    .correlate(INBOUND)
)
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
    .values(holder=bindparam("mine"), leased_until=bindparam("until"))
    .returning(INBOUND)
)
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
        known = {"of_channel": event.channel, "of_conversation": event.conversation}
        new = row(event, lease) | times(lease) | known
        until = self.connection.execute(writing(insertion(self.connection)), new).scalar()
        if until is None:
            return Arrival.AGAIN
        return Arrival.NEW if until > lease.now else Arrival.BEHIND

    def take_up(self, channel: str, lease: Lease) -> tuple[Event, ...]:
        rows = self.connection.execute(TAKE_UP, times(lease) | {"of_channel": channel}).all()
        return tuple(value(row) for row in sorted(rows, key=lambda row: int(row.id)))

    def done(self, channel: str, events: Collection[str], at: datetime) -> None:
        over = [{"of_channel": channel, "of_event": each, "at": at} for each in events]
        if over:
            self.connection.execute(DONE, over)


@cache
def writing(insert: Any) -> Executable:  # noqa: ANN401 (each dialect has a class of its own)
    """Made once: to make it takes longer than to carry it out."""
    new = insert(INBOUND).values(leased_until=LEASE).on_conflict_do_nothing()
    found: Executable = new.returning(INBOUND.c.leased_until)
    return found


def times(lease: Lease) -> dict[str, Any]:
    return {"mine": lease.holder, "now": lease.now, "until": lease.until}


def row(event: Event, lease: Lease) -> dict[str, Any]:
    return {
        "channel": event.channel,
        "event": event.id,
        "conversation": event.conversation,
        "content": dict(event.content),
        "came_at": lease.now,
        "holder": lease.holder,
    }


def value(row: Row[Any]) -> Event:
    return Event(row.channel, row.event, row.conversation, row.content)
