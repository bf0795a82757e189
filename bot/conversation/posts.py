"""What has been said on the bot's own page, as it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.dialog import Message, Phrase
from bot.domain.files import Files

from .links import Links
from .ports import Unit
from .turns import FormId


@dataclass(frozen=True)
class Unsettled:
    """What a form was sent with that could not stand, to be shown again in that very form."""

    form: FormId
    typed: Mapping[str, str]
    problems: Mapping[str, Phrase]


@dataclass(frozen=True)
class Post:
    """One thing said in one place: a private conversation or a room.

    `key` is unique in its place. `author` is the id of a person in the channel, or
    nothing where the bot speaks. `asked` is the question that was open then; what is
    open now is never kept.
    """

    place: str
    key: str
    author: str
    said: Message
    at: datetime
    asked: Phrase | None = None
    unsettled: Unsettled | None = None
    id: int = 0


class Posts(Protocol):
    """All posts, and how far each person has read."""

    def add(self, post: Post) -> Post | None:
        """The post with its id; None where that key stands in that place already."""
        ...

    def has(self, place: str, key: str) -> bool: ...

    def find(self, post: int) -> Post | None: ...

    def latest(self, place: str, most: int, before: int | None = None) -> tuple[Post, ...]:
        """The newest, the oldest of them first."""
        ...

    def since(self, place: str, post: int) -> tuple[Post, ...]:
        """Those that came after one."""
        ...

    def read(self, who: str, place: str, post: int) -> None:
        """Remember that a person has read so far."""
        ...

    def unread(self, who: str, places: Iterable[str]) -> Mapping[str, int]:
        """How many posts of others a person has not read, by place."""
        ...

    def ahead(self) -> timedelta:
        """How far the page's clock has been moved forward."""
        ...

    def move_ahead(self, ahead: timedelta) -> None: ...


class PageUnit(Unit, Protocol):
    """A transaction with what only the page needs."""

    @property
    def posts(self) -> Posts: ...
    @property
    def files(self) -> Files: ...
    @property
    def links(self) -> Links: ...
