"""Text as a person wrote it, made ready for reading: lower case, and folded beside it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 2000
"""Characters that are read. Nobody writes an answer longer than this."""

ODD = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        **dict.fromkeys("’‘´`ʼ", "'"),
        **dict.fromkeys("”“„«»", '"'),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", None),
        "½": ",5",
    }
)
SPLIT = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)?|[^\w\s]|_")


@dataclass(frozen=True)
class Token:
    """A word, a number or a sign, where it stands in the text."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True)
class Words:
    """A text and its tokens. `folded` has plain letters for å, ä and ö; it is as long as `text`."""

    text: str
    folded: str
    tokens: tuple[Token, ...]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Write å, ä, ö and their like as plain letters; never changes the length."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFD", sign)[0] for sign in text)


def words(text: str) -> Words:
    """Read a text. Signs that look alike become one sign."""
    return known(text[:LONGEST])


@lru_cache(maxsize=32)
def known(text: str) -> Words:
    """A text is read several times in one turn; nothing longer than LONGEST is remembered."""
    plain = unicodedata.normalize("NFKC", text.translate(ODD)).lower().translate(ODD)
    plain = " ".join(plain.split())
    folded = fold(plain)
    tokens = tuple(
        Token(match[0], folded[match.start() : match.end()], match.start(), match.end())
        for match in SPLIT.finditer(plain)
    )
    return Words(plain, folded, tokens)
