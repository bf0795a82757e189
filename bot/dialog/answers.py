"""What answering a question can come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from .phrases import Phrase

if TYPE_CHECKING:
    from .messages import Message
    from .questions import Question


class Unanswered(Exception):
    """A dialog read an answer that nobody has given yet, so it waits."""


class Rejected(Exception):
    """An answer cannot stand. Say why, and at which question to ask again."""

    def __init__(self, why: Phrase, at: Question[Any] | None = None) -> None:
        super().__init__(why.text)
        self.why = why
        self.at = at


class Answers(Protocol):
    """All that a question knows of the dialog it stands in."""

    def answer_to(self, question: Question[Any]) -> Any: ...


@dataclass(frozen=True)
class Option:
    """One answer a person may choose. `value` is short, holds no comma, and is never shown."""

    value: str
    label: Phrase


class Closed(Exception):
    """The dialog cannot be held now, whatever is answered. `message` says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(*(phrase.text for phrase in message.text))
        self.message = message
