"""The rooms that the bot sits in."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from bot.conversation.ports import Overtaken
from bot.conversation.turns import Address
from bot.domain.ids import NetworkKey
from bot.domain.languages import Language
from bot.domain.notifications import RoomId
from bot.domain.rooms import Room

from .columns import table
from .people import split
from .tables import RoomRow

ROOMS = table(RoomRow)


class SqlRooms:
    """As the domain sees them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def all(self) -> tuple[Room, ...]:
        return self.many(ROOMS.c.left_at.is_(None))

    def find(self, room: RoomId) -> Room | None:
        return next(iter(self.many(ROOMS.c.id == room, ROOMS.c.left_at.is_(None))), None)

    def of(self, network: NetworkKey) -> tuple[Room, ...]:
        return self.many(ROOMS.c.network == network, ROOMS.c.left_at.is_(None))

    def many(self, *conditions: ColumnElement[bool]) -> tuple[Room, ...]:
        rows = self.connection.execute(select(ROOMS).where(*conditions).order_by(ROOMS.c.name))
        return tuple(value(row) for row in rows)

    def save(self, room: Room) -> None:
        tied = {
            "network": room.network,
            "languages": ",".join(room.languages),
            "reminders_off": ",".join(sorted(room.off)),
        }
        self.connection.execute(update(ROOMS).where(ROOMS.c.id == room.id), tied)


class SqlSeats:
    """As the channels see them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def address(self, room: RoomId) -> Address | None:
        found = select(ROOMS).where(ROOMS.c.id == room, ROOMS.c.left_at.is_(None))
        row = self.connection.execute(found).first()
        return None if row is None else place(row)

    def addresses(self, channel: str) -> tuple[Address, ...]:
        """Of all rooms in a channel that the bot has not left."""
        found = select(ROOMS).where(ROOMS.c.channel == channel, ROOMS.c.left_at.is_(None))
        return tuple(place(row) for row in self.connection.execute(found.order_by(ROOMS.c.id)))

    def enter(self, address: Address, name: str) -> RoomId | None:
        """Keep a room and how to write there; None for one that was known already."""
        kept = {"reference": dict(address.reference), "name": name[:200], "left_at": None}
        if self.connection.execute(update(ROOMS).where(here(address)), kept).rowcount:
            return None
        room = {
            "id": uuid4().hex,
            "channel": address.channel,
            "conversation": address.conversation,
            "languages": "fi,sv",
            "reminders_off": "",
        }
        try:
            self.connection.execute(insert(ROOMS), kept | room)
        except IntegrityError:
            raise Overtaken from None
        return RoomId(room["id"])

    def leave(self, address: Address, at: datetime) -> None:
        """The bot was put out of a room; its network is remembered if it comes back."""
        self.connection.execute(update(ROOMS).where(here(address)), {"left_at": at})


def here(address: Address) -> ColumnElement[bool]:
    return (ROOMS.c.channel == address.channel) & (ROOMS.c.conversation == address.conversation)


def place(row: Row[Any]) -> Address:
    return Address(row.channel, row.conversation, private=False, reference=row.reference)


def value(row: Row[Any]) -> Room:
    return Room(
        id=RoomId(row.id),
        channel=row.channel,
        name=row.name,
        network=row.network and NetworkKey(row.network),
        languages=tuple(Language(one) for one in row.languages.split(",")),
        off=frozenset(split(row.reminders_off)),
    )
