"""What the conversation asks of the rest of the house."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from bot.dialog import Message
from bot.domain.ids import PersonId
from bot.domain.occasion import Records

from .turns import Address, Talk, Turn


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class Overtaken(Exception):
    """Somebody else changed what was read: nothing has left the house, so read again and redo."""


class Talks(Protocol):
    """The conversations, kept with a revision that is compared when one is set."""

    def load(self, person: str, address: Address) -> tuple[Talk, int]: ...

    def keep(self, person: str, address: Address, talk: Talk, revision: int) -> None:
        """Raises Overtaken where `revision` is not the one kept."""
        ...


class Turns(Protocol):
    """The turns that have been answered, each once."""

    def said(self, turn: Turn) -> Message | None:
        """What was said to this very turn before, or None."""
        ...

    def keep(self, turn: Turn, message: Message, at: datetime) -> None: ...


class Addresses(Protocol):
    """Where people can be written to."""

    def note(self, person: PersonId, address: Address, at: datetime) -> None:
        """Remember where a person was last heard; private places only are written to later."""
        ...


class Unit(Records, Protocol):
    """One transaction; leaving it without commit undoes it."""

    @property
    def talks(self) -> Talks: ...
    @property
    def turns(self) -> Turns: ...
    @property
    def addresses(self) -> Addresses: ...
    def commit(self) -> None: ...


class Ledger(Protocol):
    """Where units of work come from."""

    def unit(self) -> AbstractContextManager[Unit]: ...


class Undelivered(Exception):
    """A channel could not deliver. `permanent` says whether trying again can help."""

    def __init__(self, why: str, *, permanent: bool, after: float | None = None) -> None:
        super().__init__(why)
        self.permanent = permanent
        self.after = after
        """Seconds to wait, where the channel said so."""


class Channel(Protocol):
    """A place where the bot can speak first."""

    async def send(self, to: Address, message: Message, *, language: str, key: str) -> None:
        """Raises Undelivered."""
        ...

    async def has(self, to: Address, key: str) -> bool | None:
        """Whether a message of that key is there already; None where the channel cannot tell."""
        ...
