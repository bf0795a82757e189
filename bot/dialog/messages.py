"""What a channel draws. A message holds all that drawing it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from .answers import Option
from .phrases import Phrase
from .questions import Question


class Move(Enum):
    """What can be done with a dialog under way, besides answering."""

    BACK = "back"
    SKIP = "skip"
    EDIT = "edit"
    SEND = "send"
    CANCEL = "cancel"


@dataclass(frozen=True)
class Ask:
    """A question made ready for one person: its options found, its problem named.

    `given` is what the person gave before, so that a form can show it again. `leads` says
    that another question waits for this answer.
    """

    dialog: str
    question: Question[Any]
    options: tuple[Option, ...] = ()
    given: str = ""
    problem: Phrase | None = None
    leads: bool = False

    @property
    def name(self) -> str:
        return self.question.name


@dataclass(frozen=True)
class Answered:
    """A question and the answer that holds, to be read back and changed."""

    name: str
    prompt: Phrase
    answer: Phrase
    leads: bool = False


@dataclass(frozen=True)
class Form:
    """Which dialog, and which state of it, was drawn: what is pressed too late can be told."""

    dialog: str
    title: Phrase
    draft: str
    revision: int


class Weight(Enum):
    """How much a button asks to be pressed."""

    PLAIN = "plain"
    MAIN = "main"
    GRAVE = "grave"


@dataclass(frozen=True)
class Button:
    """A word to press that opens a dialog with some answers already given."""

    label: Phrase
    opens: str
    given: Mapping[str, str] = field(default_factory=dict)
    weight: Weight = Weight.PLAIN


@dataclass(frozen=True)
class Row:
    """A line of a table, with what can be done with the thing it stands for."""

    cells: tuple[Phrase, ...]
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows under a head; the first cell of a row names it."""

    caption: Phrase
    head: tuple[Phrase, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Paper:
    """Something handed out as a file or shown as a picture, made when it is fetched.

    `kind` names the maker, `facts` what it is about; the maker asks anew whether
    this person may have it.
    """

    title: Phrase
    file_name: str
    kind: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Message:
    """Something said: paragraphs, the questions now open, and what may be pressed.

    A picture is a paper whose title is what a person who cannot see it is told.
    """

    text: tuple[Phrase, ...] = ()
    asks: tuple[Ask, ...] = ()
    answered: tuple[Answered, ...] = ()
    moves: tuple[Move, ...] = ()
    form: Form | None = None
    buttons: tuple[Button, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[Paper, ...] = ()
    documents: tuple[Paper, ...] = ()


def say(
    *text: Phrase,
    buttons: tuple[Button, ...] = (),
    tables: tuple[Table, ...] = (),
    pictures: tuple[Paper, ...] = (),
    documents: tuple[Paper, ...] = (),
) -> Message:
    """A message of one or more paragraphs."""
    return Message(
        text=text,
        buttons=buttons,
        tables=tables,
        pictures=pictures,
        documents=documents,
    )


class Closed(Exception):
    """The dialog cannot be held now, whatever is answered. `message` says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(*(phrase.text for phrase in message.text))
        self.message = message
