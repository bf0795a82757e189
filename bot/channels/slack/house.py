"""What the channel needs of the house it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from bot.conversation.entrance import Entrance
from bot.conversation.inbox import Inbox, Reply
from bot.conversation.installations import Installations
from bot.conversation.papers import Papers
from bot.conversation.ports import Clock, Unit
from bot.conversation.turns import Turn
from bot.domain.files import Files
from bot.domain.languages import Language
from bot.language.speak import Speech

T = TypeVar("T")


class SlackUnit(Unit, Protocol):
    """A transaction with what the channel itself keeps."""

    @property
    def files(self) -> Files: ...
    @property
    def installations(self) -> Installations: ...


class SlackLedger(Protocol):
    def appoint(self, channel: str, ids: Iterable[str]) -> None:
        """Let those be coordinators whom a channel has found to be, and nobody else of it."""
        ...

    def unit(self) -> AbstractContextManager[SlackUnit]: ...


class House(Protocol):
    @property
    def ledger(self) -> SlackLedger: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def papers(self) -> Papers: ...
    @property
    def entrance(self) -> Entrance: ...
    def speech(self, language: Language) -> Speech: ...
    async def answer(self, turn: Turn) -> Reply: ...
    async def off_loop(self, work: Callable[[], T]) -> T:
        """Run what touches the database without holding up the door."""
        ...
