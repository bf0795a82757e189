"""What the door of Teams needs of the house it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import datetime, tzinfo
from typing import Protocol, TypeVar

from bot.conversation.entrance import Entrance
from bot.conversation.inbox import Inbox, Reply
from bot.conversation.links import Links
from bot.conversation.ports import Channel, Clock, Unit
from bot.conversation.turns import Address, Turn
from bot.domain.files import Files
from bot.domain.notifications import RoomId

T = TypeVar("T")


class Seats(Protocol):
    """The rooms that the bot sits in."""

    def enter(self, address: Address, name: str) -> RoomId | None:
        """Keep a room and how to write there; None for one that was known already."""
        ...

    def leave(self, address: Address, at: datetime) -> None: ...

    def addresses(self, channel: str) -> tuple[Address, ...]:
        """Of all rooms of a channel that the bot has not left."""
        ...


class TeamsUnit(Unit, Protocol):
    """A transaction with what the doors of Teams keep."""

    @property
    def seats(self) -> Seats: ...
    @property
    def files(self) -> Files: ...
    @property
    def links(self) -> Links: ...


class TeamsLedger(Protocol):
    def appoint(self, channel: str, ids: Iterable[str]) -> None:
        """Let those be coordinators whom a channel has found to be, and nobody else of it."""
        ...

    def unit(self) -> AbstractContextManager[TeamsUnit]: ...


class House(Protocol):
    @property
    def ledger(self) -> TeamsLedger: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def entrance(self) -> Entrance: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def zone(self) -> tzinfo: ...
    @property
    def channels(self) -> dict[str, Channel]:
        """Those switched on, by name: this one is put there when its door opens."""
        ...

    async def answer(self, turn: Turn) -> Reply: ...
    async def off_loop(self, work: Callable[[], T]) -> T:
        """Run what touches the database without holding up the door."""
        ...
