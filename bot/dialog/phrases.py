"""What the bot says, before anyone has decided in which language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Protocol, TypeAlias


class Named(Protocol):
    """A name that each language writes in its own way."""

    def in_language(self, language: str) -> str: ...


@dataclass(frozen=True)
class Euros:
    """A sum of money, in cents."""

    cents: int


Part: TypeAlias = (
    "str | int | Decimal | date | time | datetime | Euros | Named | Phrase | tuple[Part, ...]"
)
"""What may be set into a sentence. A tuple is said as a list: "Turku, Salo and Pori"."""


@dataclass(frozen=True)
class Phrase:
    """A sentence waiting for a language, with the parts to be set into it.

    `language` is set where the sentence is to be said in that one whoever reads it,
    as in a room of two languages.
    """

    text: str
    many: str | None = None
    count: int | None = None
    parts: tuple[tuple[str, Part], ...] = ()
    verbatim: bool = False
    language: str | None = None


def _(text: str, /, **parts: Part) -> Phrase:
    """A phrase for translators: the text is its key in locales/."""
    return Phrase(text, parts=tuple(parts.items()))


def n_(one: str, many: str, count: int, /, **parts: Part) -> Phrase:
    """A phrase whose wording follows a number, which stands in it as `{count}`."""
    return Phrase(one, many, count, (("count", count), *parts.items()))


def as_is(text: str) -> Phrase:
    """A person's own words, or a name that is the same in every language."""
    return Phrase(text, verbatim=True)


def just(part: Part) -> Phrase:
    """A name, a day or a number with no sentence around it."""
    return Phrase("", parts=(("part", part),), verbatim=True)
