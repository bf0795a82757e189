"""Choosing from a list in words: by its number, its place, its name or a part of the name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .bending import direction, stem_of, stems
from .near import one_slip
from .numbers import cardinal, ordinal
from .patterns import all_of, any_of
from .words import fold, words

LIKE = 4
"""Letters that two words must share at the beginning to be forms of one word."""
HALF = 0.5
"""How alike a word is to a compound that ends in it."""
LONG = 7
"""So many are enough, however the words end."""
SLIP = 6
"""Letters a word must have before a slip in it is forgiven."""


@dataclass(frozen=True)
class Listed:
    """Something to choose, with what it is called in each language."""

    value: str
    labels: tuple[str, ...]


Hints = Callable[[str], frozenset[str]]
"""What else a text stands for that can be compared: the places or the days it names."""


def nothing(_text: str) -> frozenset[str]:
    return frozenset()


def one(text: str, options: Sequence[Listed], hints: Hints = nothing) -> str | None:
    """The value of the one option that is meant; None if none is, or it could be several."""
    said = spoken(text)
    if not said:
        return None
    if exact := named(said, options):
        return exact
    place = numbered(said, len(options))
    if place is not None:
        return options[place].value if 0 <= place < len(options) else None
    return by_words(said, options) or by_hints(text, options, hints)


def many(text: str, options: Sequence[Listed], hints: Hints = nothing) -> tuple[str, ...] | None:
    """The values of all that are meant, in the order they are listed; none said is ()."""
    said = spoken(text)
    if said in all_of("choices", "none"):
        return ()
    if said in all_of("choices", "all"):
        return tuple(each.value for each in options)
    if exact := named(said, options):
        return (exact,)
    picked = [picked_in(part, options, hints) for part in parts(text)]
    values = {value for values in picked for value in values or ()}
    if not values or None in picked:
        single = one(text, options, hints)
        return None if single is None else (single,)
    return tuple(each.value for each in options if each.value in values)


def named(said: str, options: Sequence[Listed]) -> str | None:
    """The option that is called exactly so, if there is one such."""
    exact = {each.value for each in options if said in map(spoken, each.labels)}
    return exact.pop() if len(exact) == 1 else None


def picked_in(part: str, options: Sequence[Listed], hints: Hints) -> tuple[str, ...] | None:
    """One of several: a single option, or those between two numbers."""
    if between := re.fullmatch(r"\s*(\d{1,2})\s?-\s?(\d{1,2})\s*", part):
        first, last = int(between[1]), int(between[2])
        inside = 1 <= first <= last <= len(options)
        return tuple(each.value for each in options[first - 1 : last]) if inside else None
    single = one(part, options, hints)
    return None if single is None else (single,)


def parts(text: str) -> list[str]:
    """The pieces between commas and ands; figures may also stand with blanks between."""
    said = words(text).text
    if re.fullmatch(r"\d{1,2}(?: \d{1,2})+", said):
        return said.split()
    return [
        part for part in re.split(r",|;|\+|&|\n|\b(?:ja|och|sekä|samt)\b", said) if part.strip()
    ]


def spoken(text: str) -> str:
    """A text to compare: folded, without signs at its ends."""
    return words(text).folded.strip(" .!?,;:\"'()")


def numbered(said: str, count: int) -> int | None:
    """The place in the list, from 0, that a number or an ordinal alone names."""
    bare = " ".join(any_of("choices", "number").sub(" ", said).split()).strip(" .:")
    if bare in all_of("choices", "last"):
        return count - 1
    if bare in all_of("choices", "first"):
        return 0
    figure = re.fullmatch(r"(\d{1,3})(?:\.|:\w+)?", bare)
    number = int(figure[1]) if figure else ordinal(bare) or cardinal(bare)
    return None if number is None else number - 1


def by_words(said: str, options: Sequence[Listed]) -> str | None:
    """The option whose names share most words with what was said, if there is only one."""
    best = best_by_words(said, options)
    return best[0] if len(best) == 1 else None


def could_be(text: str, options: Sequence[Listed]) -> tuple[str, ...]:
    """The values of all options that a text fits equally well."""
    return best_by_words(spoken(text), options)


def best_by_words(said: str, options: Sequence[Listed]) -> tuple[str, ...]:
    """Those that share most words with what was said, and those that its other words name."""
    words_said = re.findall(r"[^\W_]+", said)
    wanted = [word for word in words_said if word not in all_of("choices", "quiet")]
    scores = [max(shared(wanted, label) for label in each.labels) for each in options]
    best = max(scores, default=0.0)
    if not wanted or best * 2 < len(wanted):
        return ()
    found = [each for each, score in zip(options, scores, strict=True) if score == best]
    others = [word for word in wanted if all(likeness(word, each) < HALF for each in found)]
    also = [each for each in options if any(likeness(word, each) > HALF for word in others)]
    return tuple(each.value for each in (*found, *also))


def likeness(word: str, option: Listed) -> float:
    return max(shared((word,), label) for label in option.labels)


def shared(wanted: Iterable[str], label: str) -> float:
    """How many of the words are in a label; a word as it stands counts a little more."""
    named = label_words(label)
    return sum(max((alike(word, other) for other in named), default=0.0) for word in wanted)


@lru_cache(maxsize=4096)
def label_words(label: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", fold(words(label).text)))


@lru_cache(maxsize=4096)
def alike(word: str, other: str) -> float:
    """1 for the same word, less for another form of it, a slip in it, or its second part."""
    if word == other:
        return 1.0
    short, long = sorted((word, other), key=len)
    if short.isdigit() or len(short) < LIKE - 1:
        return 0.0
    if len(short) >= LIKE and long.startswith(short):
        return 0.9
    if roots(word) & roots(other) or any(bent_from(stem, word) for stem in roots(other)):
        return 0.9
    if len(other) >= SLIP and word[0] == other[0] and one_slip(word, other):
        return 0.8
    if beginning(word, other) >= min(max(len(short) - 1, LIKE + 1), LONG):
        return 0.7
    return HALF if len(word) > LIKE and other.endswith(word) else 0.0


def beginning(word: str, other: str) -> int:
    """How many letters two words share from the first on."""
    pairs = zip(word, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(word), len(other)))


def bent_from(stem: str, word: str) -> bool:
    return word.startswith(stem) and direction(stem, word[len(stem) :]) is not None


@lru_cache(maxsize=4096)
def roots(word: str) -> frozenset[str]:
    """The stems of a word, or of the word that it may be a form of."""
    if not word.isalpha():
        return frozenset()
    return frozenset(stem for stem in stems(word) | {stem_of(word)} if len(stem) >= LIKE - 1)


def by_hints(text: str, options: Sequence[Listed], hints: Hints) -> str | None:
    """The option that stands for the same place or the same day."""
    meant = hints(text)
    found = [each.value for each in options if meant & frozenset().union(*map(hints, each.labels))]
    return found[0] if meant and len(found) == 1 else None
