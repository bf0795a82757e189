"""Letters: notifications that a sender has in hand, and what comes of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.dialog import Message
from bot.domain.languages import Language
from bot.domain.notifications import Notification, RoomId, Why

from .ports import Lease, Unit
from .turns import Address


class State(StrEnum):
    """Where a notification stands."""

    WAITING = "waiting"
    SENDING = "sending"
    """In a sender's hand until its lease runs out; then nobody knows whether it went."""
    SENT = "sent"
    MOOT = "moot"
    """The occasion was gone, so nothing was said."""
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Letter:
    """One notification held under one lease, which `holder` names."""

    id: int
    holder: str
    notification: Notification
    tries: int
    """How often it has been taken up, this time too."""
    doubts: int = 0
    """How often it was sent again although nobody knew whether it had gone."""
    in_doubt: bool = False
    """Whether it was left by a sender who may have sent it."""


@dataclass(frozen=True)
class Ready:
    """A letter with where it goes and what it says; of one in doubt only where to ask for it."""

    letter: Letter
    to: Address
    message: Message = field(default_factory=Message)
    language: Language = Language.FI


@dataclass(frozen=True)
class Settled:
    """What came of a letter. `at` is when it is due again, asked about again, or done."""

    letter: Letter
    state: State
    at: datetime
    why: Why | None = None
    tries: int = 0
    doubts: int = 0


class Outbox(Protocol):
    """The outbox as the senders see it."""

    def claim(self, lease: Lease, most: int) -> list[Letter]:
        """Take what is due and nobody holds, the longest due first."""
        ...

    def claim_left(self, lease: Lease, most: int, but: Collection[int]) -> list[Letter]:
        """Take what a sender left behind whose lease ran out, but for these ids."""
        ...

    def settle(self, settled: Sequence[Settled]) -> int:
        """Write down what came of letters; those held by another by now are left alone."""
        ...


class Seats(Protocol):
    """The rooms that the bot sits in, as the channels see them."""

    def address(self, room: RoomId) -> Address | None:
        """None for a room that the bot has left."""
        ...

    def enter(self, address: Address, name: str) -> RoomId | None:
        """Keep a room; its id where it was not known. Raises Overtaken."""
        ...

    def leave(self, address: Address, at: datetime) -> None: ...


class PostUnit(Unit, Protocol):
    """A unit for sending."""

    @property
    def outbox(self) -> Outbox: ...
    @property
    def seats(self) -> Seats: ...


class PostLedger(Protocol):
    """Where units for sending come from."""

    def unit(self) -> AbstractContextManager[PostUnit]: ...
