"""What is to be said later: a key, a due time, to whom, and the name of a dialog to open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol, TypeAlias

from .ids import PersonId

RoomId = NewType("RoomId", str)


@dataclass(frozen=True)
class ToPerson:
    person: PersonId


@dataclass(frozen=True)
class ToRoom:
    """A channel of many readers that a coordinator has tied to a network or an audience."""

    room: RoomId


Recipient: TypeAlias = ToPerson | ToRoom


class Doubt(StrEnum):
    """What to do when nobody can tell whether a message went out."""

    TWICE = "twice"
    """Say it again: a reminder said twice does less harm than one not said."""
    ASK = "ask"
    """Ask a coordinator: an approval or a sum of money must not be said twice."""


@dataclass(frozen=True)
class Notification:
    """`key` is unique: planning the same thing twice plans it once.

    The dialog `opens` speaks of the world as it is at delivery; where its
    questions stay open, the occasion is gone and nothing is said.
    """

    key: str
    to: Recipient
    due: datetime
    opens: str
    facts: Mapping[str, str] = field(default_factory=dict)
    doubt: Doubt = Doubt.TWICE


class Notifications(Protocol):
    def plan(self, notification: Notification) -> bool:
        """Put it in the outbox; False where one of that key was planned before."""
        ...

    def withdraw(self, key: str) -> bool:
        """Call off one that has not gone out yet; False where there is none."""
        ...
