"""Where people can be written to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from bot.conversation.turns import Address
from bot.domain.ids import PersonId

from .columns import table
from .tables import AddressRow

ADDRESSES = table(AddressRow)
HERE = (
    (ADDRESSES.c.person == bindparam("of"))
    & (ADDRESSES.c.channel == bindparam("in_channel"))
    & (ADDRESSES.c.conversation == bindparam("at"))
)
REFERENCE = select(ADDRESSES.c.reference).where(HERE)
REFRESH = update(ADDRESSES).where(HERE)


class SqlAddresses:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def note(self, person: PersonId, address: Address, at: datetime) -> None:
        """Write only what changed: this runs in every turn."""
        if not address.private:
            return
        here = {"of": person, "in_channel": address.channel, "at": address.conversation}
        kept = self.connection.execute(REFERENCE, here).scalar()
        reference = dict(address.reference)
        if kept is None:
            row = {
                "person": person,
                "channel": address.channel,
                "conversation": address.conversation,
                "reference": reference,
                "seen_at": at,
            }
            self.connection.execute(insert(ADDRESSES), row)
        elif kept != reference:
            self.connection.execute(REFRESH, here | {"reference": reference, "seen_at": at})

    def of(self, person: PersonId) -> tuple[Address, ...]:
        """A person's private places, the last heard from first."""
        theirs = select(ADDRESSES).where(ADDRESSES.c.person == person)
        rows = self.connection.execute(theirs.order_by(ADDRESSES.c.seen_at.desc()))
        return tuple(
            Address(row.channel, row.conversation, reference=row.reference) for row in rows
        )
