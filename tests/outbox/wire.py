"""The outside world of the deliverer: a channel that does what a test tells it to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.channels import text
from bot.conversation.ports import Pace
from bot.conversation.turns import Address
from bot.dialog import Message
from bot.language.speak import Speech

Trouble = Callable[[Address, str], None]
"""Raises what goes wrong with this message, if anything does."""


@dataclass
class Wire:
    """Keeps what was written, where and under which key."""

    speech: Callable[[str], Speech]
    tells: bool | None = True
    """Whether it can be asked for a key."""
    pace: Pace = field(default_factory=lambda: Pace(1e6, 10**6, 1e6, 10**6))
    before: Trouble = lambda _to, _key: None
    after: Trouble = lambda _to, _key: None
    written: list[tuple[Address, str, str]] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """The keys of what was written: quick to look in, where there are many."""

    async def send(self, to: Address, message: Message, *, language: str, key: str) -> None:
        self.before(to, key)
        self.written.append((to, key, text.draw(message, self.speech(language))))
        self.known.add(key)
        self.after(to, key)

    async def has(self, to: Address, key: str) -> bool | None:
        return key in self.known if self.tells else None

    def keys(self) -> list[str]:
        return [key for _to, key, _text in self.written]

    def texts(self) -> list[str]:
        return [words for _to, _key, words in self.written]
