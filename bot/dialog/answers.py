"""What answering a question can come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from .phrases import Phrase


class Unanswered(Exception):
    """A dialog read an answer that nobody has given yet, so it waits."""


class Asked(Protocol):
    """A question, as far as an answer has to know it."""

    @property
    def name(self) -> str: ...


class Rejected(Exception):
    """An answer cannot stand. Say why, and at which question to ask again."""

    def __init__(self, why: Phrase, at: Asked | None = None) -> None:
        super().__init__(why.text)
        self.why = why
        self.at = at


class Answers(Protocol):
    """All that a question knows of the dialog it stands in."""

    def answer_to(self, question: Asked) -> Any: ...


@dataclass(frozen=True)
class Option:
    """One answer a person may choose. `value` is short, holds no comma, and is never shown."""

    value: str
    label: Phrase
