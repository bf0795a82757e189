"""Where people can be written to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, Row, bindparam, delete, select, update

from bot.conversation.situations import Heard
from bot.conversation.turns import Address
from bot.domain.ids import PersonId

from .columns import insertion, table
from .notifications import SqlNotifications
from .places import here, placed
from .tables import AddressRow

ADDRESSES = table(AddressRow)
HERE = placed(ADDRESSES)
KEPT = select(ADDRESSES.c.reference, ADDRESSES.c.seen_at).where(HERE)
REFRESH = update(ADDRESSES).where(HERE)
GONE = delete(ADDRESSES).where(HERE)
NEWEST = (
    select(*(column for column in ADDRESSES.c if column.name != "seen_at"))
    .where(ADDRESSES.c.person.in_(bindparam("people", expanding=True)))
    .where(ADDRESSES.c.channel.in_(bindparam("channels", expanding=True)))
    .order_by(ADDRESSES.c.seen_at)
)

STALE = timedelta(hours=1)
"""So exactly is known where a person was last heard."""


class SqlAddresses:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def note(self, person: PersonId, address: Address, at: datetime) -> None:
        kept = self.connection.execute(KEPT, here(person, address)).first()
        self.renew(person, address, at, kept and Heard(kept.reference, kept.seen_at))

    def renew(self, person: PersonId, address: Address, at: datetime, kept: Heard | None) -> None:
        """Write only what changed: this runs in every turn.

        What waited for a place where the person can be written to goes now.
        """
        if not address.private:
            return
        now = {"reference": dict(address.reference), "seen_at": at}
        if kept is None:
            self.connection.execute(anew(insertion(self.connection)), now | named(person, address))
        elif kept.reference != now["reference"] or at - kept.at > STALE:
            self.connection.execute(REFRESH, here(person, address) | now)
        else:
            return
        SqlNotifications(self.connection).readdress(person, at)

    def forget(self, person: PersonId, address: Address) -> None:
        self.connection.execute(GONE, here(person, address))

    def newest(
        self, people: Iterable[PersonId], channels: Iterable[str]
    ) -> Mapping[PersonId, Address]:
        wanted = {"people": list(people), "channels": list(channels)}
        rows = self.connection.execute(NEWEST, wanted).all()
        return {PersonId(row.person): value(row) for row in rows}

    def of(self, person: PersonId) -> tuple[Address, ...]:
        """A person's private places, the last heard from first."""
        theirs = select(ADDRESSES).where(ADDRESSES.c.person == person)
        rows = self.connection.execute(theirs.order_by(ADDRESSES.c.seen_at.desc()))
        return tuple(value(row) for row in rows)


@cache
def anew(insert: Any) -> Executable:  # noqa: ANN401 (each dialect has a class of its own)
    """Two words of one person may come at once: the later one is where they were heard last."""
    new = insert(ADDRESSES)
    heard = {"reference": new.excluded.reference, "seen_at": new.excluded.seen_at}
    found: Executable = new.on_conflict_do_update(index_elements=ADDRESSES.primary_key, set_=heard)
    return found


def named(person: PersonId, address: Address) -> dict[str, str]:
    return {
        "person": person,
        "channel": address.channel,
        "conversation": address.conversation,
    }


def value(row: Row[Any]) -> Address:
    return Address(row.channel, row.conversation, reference=row.reference)
