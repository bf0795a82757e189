"""A text with its number words turned into figures, for readers of amounts and times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from .numbers import cardinal, magnitude
from .words import Token, words

ARTICLES = frozenset({"en", "ett"})
"""In Swedish these are one or just a; in Finnish the first is not."""
HALF_MORE = {"puolitoista": "1,5", "puoltoista": "1,5", "puolentoista": "1,5"}


@lru_cache(maxsize=512)
def figured(
    text: str,
    *,
    one: bool = True,
    write: Callable[[str, int], str] = lambda _word, number: str(number),
) -> str:
    """The folded text in figures: "sata kaksikymmentä euroa" is "120 euroa".

    `one` says whether en and ett are the number one; `write` may see the word itself.
    """
    known = words(text)
    parts: list[str] = []
    place = 0
    for run in runs(known.tokens, one):
        parts.append(known.folded[place : run[0].start])
        parts.append(written(run, write))
        place = run[-1].end
    return "".join((*parts, known.folded[place:]))


def runs(tokens: Sequence[Token], one: bool) -> list[list[Token]]:
    """Number words, those together that make one number: kaksikymmentä viisi."""
    found: list[list[Token]] = []
    room, place = 0, -1
    for index, token in enumerate(tokens):
        number = value(token, one)
        if number is None:
            continue
        if index == place + 1 and 0 < number < room:
            found[-1].append(token)
        else:
            found.append([token])
        room, place = magnitude(number), index
    return found


def value(token: Token, one: bool) -> int | None:
    if token.text in ARTICLES and not one:
        return None
    return 1 if token.folded in HALF_MORE else cardinal(token.folded)


def written(run: Sequence[Token], write: Callable[[str, int], str]) -> str:
    if run[0].folded in HALF_MORE:
        return HALF_MORE[run[0].folded]
    return write(run[0].folded, sum(cardinal(token.folded) or 0 for token in run))
