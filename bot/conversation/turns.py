"""One thing that reached the bot, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from bot.dialog import Message, Move
from bot.domain.languages import Language


@dataclass(frozen=True)
class Said:
    """Words, as typed."""

    text: str


@dataclass(frozen=True)
class FormId:
    """The state of a dialog that a card, modal or form was drawn from."""

    draft: str
    revision: int


class Filled(Enum):
    """How far a form is filled, and what is to become of it."""

    SENT = "sent"
    """What can stand is kept, and a form that is whole is submitted."""
    WHOLE = "whole"
    """The same, but where an answer cannot stand nothing is kept: the channel goes on showing
    the form as it is, with what is wrong in it."""
    SO_FAR = "so far"
    """It is still being filled: what can stand is kept, and nothing is submitted."""


@dataclass(frozen=True)
class Gave:
    """Answers from a card, a modal or a form."""

    answers: Mapping[str, str]
    form: FormId | None = None
    filled: Filled = Filled.SENT


MOST_FILES = 10


@dataclass(frozen=True)
class Attached:
    """Files handed in where no question asked for them by name: the ids they are kept under."""

    files: tuple[str, ...]
    left_out: int = 0
    """How many more came with them: of one message so many are taken as `MOST_FILES` says."""


@dataclass(frozen=True)
class Opened:
    """A dialog begun: by a command, a button or a notification that fell due."""

    dialog: str
    given: Mapping[str, str] = field(default_factory=dict)
    words: bool = False
    """Whether the answers given were understood from words, and so must be read back."""
    rest: str = ""
    """What else was said with the wish, which may answer some of the questions."""


@dataclass(frozen=True)
class Moved:
    """A step in the dialog under way; `at` names the answer to edit."""

    move: Move
    at: str = ""
    form: FormId | None = None


@dataclass(frozen=True)
class Greeted:
    """The person and the bot meet: it was installed, or its home was opened."""


Input: TypeAlias = Said | Gave | Attached | Opened | Moved | Greeted


@dataclass(frozen=True)
class Sender:
    """Who sent it, as the channel proved: `id` is theirs in that channel."""

    channel: str
    id: str
    name: str = ""
    language: Language | None = None
    """What their client is set to, where it tells: a hint, which whatever they write outweighs."""

    @property
    def key(self) -> str:
        return f"{self.channel}:{self.id}"

    @property
    def private(self) -> str:
        """What a channel calls its private conversation with this person."""
        return f"private:{self.id}"


@dataclass(frozen=True)
class Address:
    """Where a conversation is held. `private` where nobody else reads along: then its
    `conversation` is the sender's `private`, whatever the channel's own id, which stands in
    the reference.

    `reference` is what the channel needs to write there later, as plain protocol JSON.
    """

    channel: str
    conversation: str
    private: bool = True
    reference: Mapping[str, object] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Turn:
    """`id` is unique in its channel: the same id is the same turn, sent again."""

    id: str
    sender: Sender
    address: Address
    input: Input
    at: datetime
    event: str | None = None
    """The event that was written down before this turn, which is done when the turn is."""

    @property
    def home(self) -> Address:
        """A person has one conversation in a channel: what begins among others goes on here."""
        return Address(self.address.channel, self.sender.private)


@dataclass(frozen=True)
class Event:
    """Something that a door had to write down before it could be carried.

    `id` is unique in its channel. `content` is plain JSON, all that it takes to make the turn.
    """

    channel: str
    id: str
    conversation: str
    content: Mapping[str, object]


@dataclass(frozen=True)
class Draft:
    """A dialog under way: all that is remembered of it."""

    id: str
    dialog: str
    version: int
    given: Mapping[str, str] = field(default_factory=dict)
    doubted: frozenset[str] = frozenset()
    revision: int = 0
    rest: str = ""
    """The words it began with, for questions that open later."""


@dataclass(frozen=True)
class Talk:
    """One person's conversation in one place: the dialog under way, and those set aside.

    `waiting` is set aside only until the current one is done, and then goes on by itself.
    """

    current: Draft | None = None
    waiting: Draft | None = None
    parked: tuple[Draft, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What a turn leaves behind: the conversation to keep, and what to say."""

    talk: Talk
    message: Message
    private: bool = False
    """Whether the message may be read by the one person only."""
