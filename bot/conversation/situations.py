"""What a turn comes into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.dialog import Message
from bot.domain.people import Person

from .turns import Talk, Turn


@dataclass(frozen=True)
class Heard:
    """When a person was last heard somewhere, and what the channel needs to write there."""

    reference: Mapping[str, object]
    at: datetime


@dataclass(frozen=True)
class Situation:
    """What a turn comes into: whose it is, and how their conversation stands."""

    who: Person
    talk: Talk
    revision: int
    said: Message | None = None
    """What was said to this very turn before, or None."""
    heard: Heard | None = None
    """When the person was last heard at home."""


class Situations(Protocol):
    def of(self, turn: Turn) -> Situation:
        """A person is made known at their first word."""
        ...
