"""What the words of a wish are about: a visit, a journey, money, coffee … in either language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from bot.language.understand.tables import lists
from bot.language.understand.words import fold

Concepts = frozenset[str]
Index = dict[str, Concepts]

NONE: Concepts = frozenset()
LONG = 9
"""Letters from which on a word is looked into for a second one: matka|lasku, besöks|rapport."""
FIRST, INNER, LONGEST = 3, 5, 12
"""Where a second word may begin, and how much of it must and can be known."""
OWN = 7
"""Letters from which on a Finnish word in -ni is taken to be somebody's own: varaukseni."""
MASKS = {"xxkm": frozenset({"xxkm", "journey"}), "xxeur": frozenset({"xxeur", "money"})}


@cache
def index(*, folded: bool) -> tuple[Index, Index]:
    """Whole words and beginnings of words, and the concepts they stand for."""
    whole: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    for concept, forms in lists("concepts").items():
        for form in forms:
            word = fold(form.rstrip("$")) if folded else form.rstrip("$")
            (whole if form.endswith("$") else beginnings).setdefault(word, set()).add(concept)
    return frozen(whole), frozen(beginnings)


def frozen(found: dict[str, set[str]]) -> Index:
    return {word: frozenset(concepts) for word, concepts in found.items()}


@lru_cache(maxsize=8192)
def concepts_of(word: str) -> Concepts:
    """What a word is about; a word without dots that says nothing may have lost them."""
    if word.startswith("xx"):
        return MASKS.get(word, frozenset({word}))
    found = looked_up(word, *index(folded=False))
    if not found and word.isascii():
        found = looked_up(word, *index(folded=True))
    return found | {"mine"} if len(word) >= OWN and word.endswith("ni") else found


def looked_up(word: str, whole: Index, beginnings: Index) -> Concepts:
    found = whole.get(word, NONE) | longest(word, beginnings, 2)
    if len(word) >= LONG:
        for inner in second_words(word, beginnings):
            found |= inner
    return found


def longest(word: str, beginnings: Index, least: int) -> Concepts:
    for end in range(min(len(word), 2 * LONGEST), least - 1, -1):
        if word[:end] in beginnings:
            return beginnings[word[:end]]
    return NONE


def second_words(word: str, beginnings: Index) -> Iterator[Concepts]:
    place = FIRST
    while place <= len(word) - INNER:
        for end in range(min(len(word), place + LONGEST), place + INNER - 1, -1):
            if found := beginnings.get(word[place:end]):
                yield found
                place = end - 1
                break
        place += 1


def pairs(concepts: Concepts) -> Iterator[str]:
    """Every two concepts that are there together."""
    ordered = sorted(concepts)
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            yield f"{one}+{other}"
