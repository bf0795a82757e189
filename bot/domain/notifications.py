"""What is to be said later: a key, a due time, to whom, and the name of a dialog to open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import blake2s
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

    @property
    def brief(self) -> str:
        """A short name for it, for where a key is too long or tells too much."""
        return blake2s(self.key.encode(), digest_size=8).hexdigest()


class Why(StrEnum):
    """Why a notification did not go out, as far as anybody can tell."""

    NO_ADDRESS = "no address"
    """The person has not been heard in private, in a channel that is switched on."""
    GONE = "gone"
    """The channel says that nobody can be reached there any more."""
    UNREACHABLE = "unreachable"
    """The channel could not be reached for a day."""
    UNSURE = "unsure"
    """The line broke in the middle, and the channel cannot say whether it arrived."""
    MISHAP = "mishap"
    """A bug in the dialog that was to be opened."""
    CALLED_OFF = "called off"
    """A coordinator did not want it to go."""


@dataclass(frozen=True)
class Stuck:
    """A notification that did not go out, or perhaps did: a coordinator decides what then."""

    notification: Notification
    why: Why


class Notifications(Protocol):
    """Everything that is to be said later. What has gone out cannot be changed any more."""

    def plan(self, notification: Notification) -> bool:
        """Put it in the outbox; False where one of that key was planned before."""
        ...

    def plan_all(self, notifications: Iterable[Notification]) -> None:
        """The same for many: a series of coffee hours has thousands."""
        ...

    def withdraw(self, key: str) -> bool:
        """Take back one that has not gone out yet, as if it had never been planned."""
        ...

    def withdraw_to(self, to: Recipient) -> int:
        """Take back all that wait for somebody; how many there were."""
        ...

    def move(self, key: str, due: datetime) -> bool:
        """Give one that has not gone out yet another time; False where there is none."""
        ...

    def posts(self) -> tuple[Notification, ...]:
        """What is going to be said in rooms, the next first."""
        ...

    def call_off(self, key: str, at: datetime) -> bool:
        """Let one not go out, nor be planned anew; False where there is none."""
        ...

    def restore(self, key: str, at: datetime) -> bool:
        """Undo `call_off`; False where its time is past."""
        ...

    def stuck(self) -> tuple[Stuck, ...]:
        """What did not go out, or nobody knows whether it did, the oldest first."""
        ...

    def again(self, key: str, due: datetime) -> bool:
        """Send one that is stuck anew; False where it is not stuck."""
        ...

    def drop(self, key: str, at: datetime) -> bool:
        """Let one that is stuck be; False where it is not stuck."""
        ...
