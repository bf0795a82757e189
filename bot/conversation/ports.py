"""What the conversation asks of the rest of the house."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol, TypeVar

from bot.dialog import Message
from bot.domain.ids import PersonId
from bot.domain.occasion import Records

from .situations import Heard, Situations
from .turns import Address, Event, Talk, Turn

T = TypeVar("T")


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class Overtaken(Exception):
    """Somebody else changed what was read: nothing has left the house, so read again and redo."""


class Talks(Protocol):
    """The conversations, kept with a revision that is compared when one is set."""

    def keep(self, person: str, address: Address, talk: Talk, revision: int) -> None:
        """Raises Overtaken where `revision` is not the one kept."""
        ...


class Turns(Protocol):
    """The turns that have been answered, each once."""

    def keep(self, turn: Turn, message: Message, at: datetime) -> None: ...


class Addresses(Protocol):
    """Where people can be written to."""

    def note(self, person: PersonId, address: Address, at: datetime) -> None:
        """Remember where a person was last heard; private places only are written to later."""
        ...

    def renew(self, person: PersonId, address: Address, at: datetime, kept: Heard | None) -> None:
        """The same, where it is known what is kept of that place."""
        ...

    def forget(self, person: PersonId, address: Address) -> None:
        """The person cannot be written to there any more: they have put the bot away."""
        ...

    def newest(
        self, people: Iterable[PersonId], channels: Iterable[str]
    ) -> Mapping[PersonId, Address]:
        """Where each was last heard in private, in one of these channels."""
        ...


@dataclass(frozen=True)
class Lease:
    """In whose hand something is, since when and until when."""

    holder: str
    now: datetime
    until: datetime


class Arrival(Enum):
    """What writing an event down showed."""

    NEW = "new"
    AGAIN = "again"
    """It was written down before."""
    BEHIND = "behind"
    """It is new, but comes after one in its conversation that another process has in hand."""


class Inbound(Protocol):
    """The events whose doors had to answer first."""

    def write(self, event: Event, lease: Lease) -> Arrival:
        """Keep it, for the writer to carry while the lease lasts."""
        ...

    def take_up(self, channel: str, lease: Lease) -> tuple[Event, ...]:
        """What nobody is carrying now, in the order in which it came.

        Not what comes after something in its conversation that somebody else is carrying.
        """
        ...

    def done(self, channel: str, events: Collection[str], at: datetime) -> None:
        """Drop their content; their ids are remembered for a while."""
        ...


class Unit(Records, Protocol):
    """One transaction; leaving it without commit undoes it."""

    @property
    def situations(self) -> Situations: ...
    @property
    def talks(self) -> Talks: ...
    @property
    def turns(self) -> Turns: ...
    @property
    def addresses(self) -> Addresses: ...
    @property
    def inbound(self) -> Inbound: ...
    @property
    def planned_some(self) -> bool:
        """Whether there is something new for the outbox to look at."""
        ...

    def commit(self) -> None: ...


class Ledger(Protocol):
    """Where units of work come from."""

    def unit(self) -> AbstractContextManager[Unit]: ...


class Undelivered(Exception):
    """A message surely did not go out. `permanent` says that trying again cannot help."""

    def __init__(
        self, why: str, *, permanent: bool, after: float | None = None, whole: bool = False
    ) -> None:
        super().__init__(why)
        self.permanent = permanent
        self.after = after
        """Seconds to wait, where the channel said so."""
        self.whole = whole
        """Whether the whole channel is to rest so long, and not this conversation only."""


class Unsure(Exception):
    """Nobody can tell whether a message went out: the line broke in the middle of sending."""


@dataclass(frozen=True)
class Pace:
    """How often a channel may be written to, and each conversation in it.

    A minute of quiet is not saved up: `burst` is how many may follow one another at once.
    """

    a_second: float = 50
    burst: int = 50
    conversation_a_second: float = 1
    conversation_burst: int = 5


class Channel(Protocol):
    """A place where the bot can speak first."""

    @property
    def pace(self) -> Pace: ...

    async def send(self, to: Address, message: Message, *, language: str, key: str) -> None:
        """Write once; waiting and trying again is not the channel's.

        Raises Undelivered where it surely did not go out; Unsure, or anything else, where
        nobody can tell.
        """
        ...

    async def has(self, to: Address, key: str) -> bool | None:
        """Whether a message of that key is there already; None where the channel cannot tell.

        Raises Undelivered where it cannot be asked now.
        """
        ...


class OffLoop(Protocol):
    """Runs what touches the database without holding up the doors."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]: ...
