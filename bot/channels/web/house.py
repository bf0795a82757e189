"""What the page needs of the house it stands in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import tzinfo
from typing import Protocol, TypeVar

from bot.conversation.inbox import Inbox, Reply
from bot.conversation.papers import Papers
from bot.conversation.posts import PageUnit
from bot.conversation.turns import Turn
from bot.domain.languages import Language
from bot.language.speak import Speech

T = TypeVar("T")


class PageLedger(Protocol):
    def unit(self) -> AbstractContextManager[PageUnit]: ...


class House(Protocol):
    @property
    def ledger(self) -> PageLedger: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def zone(self) -> tzinfo: ...
    @property
    def papers(self) -> Papers: ...
    def speech(self, language: Language) -> Speech: ...
    def answer_now(self, turn: Turn) -> Reply: ...
    def present_now(self, turn: Turn) -> Reply: ...
    async def answer(self, turn: Turn) -> Reply: ...
    async def off_loop(self, work: Callable[[], T]) -> T:
        """Run what touches the database without holding up the page."""
        ...
