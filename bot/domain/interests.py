"""Interests that libraries name in their own words, in Finnish or in Swedish (D-9)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

from bot.domain.names import Name

InterestKey = NewType("InterestKey", str)


@dataclass(frozen=True)
class Stem:
    """Beginnings of words that follow each other.

    As written in the region's table: `digitu` begins a word, `*vinkk` may stand inside one,
    `ulos|` is a whole word, `sosiaali media` is two words in a row.
    """

    parts: tuple[re.Pattern[str], ...]

    def is_in(self, words: list[str]) -> bool:
        starts = range(len(words) - len(self.parts) + 1)
        return any(
            all(part.search(word) for part, word in zip(self.parts, words[at:], strict=False))
            for at in starts
        )


@dataclass(frozen=True)
class Interest:
    """A thing to develop together, with the words it is known by."""

    key: InterestKey
    name: Name
    stems: tuple[Stem, ...]


def stem(written: str) -> Stem:
    """Raises ValueError where no letters are written."""
    if not spelled(written):
        raise ValueError(written)
    return Stem(tuple(re.compile(pattern(part)) for part in written.split()))


def pattern(part: str) -> str:
    start = "" if part.startswith("*") else "^"
    end = "$" if part.endswith("|") else ""
    return start + re.escape("".join(spelled(part.strip("*|")))) + end


def spelled(text: str) -> list[str]:
    """The words of a text in plain small letters, with dots and hyphens inside a word left out:
    *e-kirja* is `ekirja`, *lähikirjasto* is `lahikirjasto`, as some write it anyway.
    """
    apart = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return re.findall(r"\w+", re.sub(r"(?<=\w)[-‐‑](?=\w)", "", plain))


def interests_in(text: str, interests: Iterable[Interest]) -> frozenset[InterestKey]:
    """What a text speaks of. Stems of both languages count: people mix them."""
    words = spelled(text)
    return frozenset(
        interest.key for interest in interests if any(one.is_in(words) for one in interest.stems)
    )
