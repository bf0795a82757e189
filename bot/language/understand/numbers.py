"""Numbers written as words: kaksikymmentäviisi, kakskytviis, tjugofem, femte, kahdeskymmenes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from .tables import groups
from .words import fold

Part = tuple[str, int]
"""A part of a number word: what it does, and its size. `kym|menen` is ("tens", 10)."""
Parts = Mapping[str, tuple[Part, ...]]


def parts(kinds: Iterable[str]) -> dict[str, tuple[Part, ...]]:
    """Every written part of those kinds, folded. One form can do two things."""
    found: dict[str, tuple[Part, ...]] = {}
    for language in ("fi", "sv"):
        for kind, sizes in groups(f"numbers_{language}").items():
            for size, forms in sizes.items() if kind in kinds else ():
                for form in map(fold, forms):
                    found[form] = (*found.get(form, ()), (kind, int(size)))
    return found


CARDINALS = parts(("unit", "small", "tens", "teen", "ten", "big"))
ORDINALS = parts(("unit", "tens", "ordinal", "ordinal_ten", "teen", "teen_first"))
LONGEST = max(map(len, CARDINALS | ORDINALS))


def split(word: str, known: Parts) -> Iterator[tuple[Part, ...]]:
    """Every way to cut a word into known parts, the longest first part first."""
    if not word:
        yield ()
    for end in range(min(len(word), LONGEST), 0, -1):
        for part in known.get(word[:end], ()):
            for rest in split(word[end:], known):
                yield (part, *rest)


@lru_cache(maxsize=4096)
def cardinal(word: str) -> int | None:
    """The number a single folded word stands for, whatever its case: `kahdelta` is 2."""
    sums = map(summed, split(word, CARDINALS))
    return next((number for number in sums if number is not None), None)


def summed(number: tuple[Part, ...]) -> int | None:
    """Add the parts up, as long as each is smaller than the one before."""
    total, room = 0, 10**6
    waiting: int | None = None
    for kind, size in number:
        if kind in ("unit", "small"):
            if waiting is not None:
                return None
            waiting = size
            continue
        value = joined(kind, size, waiting)
        if value is None or value >= room:
            return None
        total, room, waiting = total + value, size, None
    if waiting is None:
        return total if number else None
    return total + waiting if waiting < room else None


def joined(kind: str, size: int, before: int | None) -> int | None:
    """What a part makes of the small number before it: kolme|toista, två|hundra."""
    if kind == "teen":
        return None if before is None else 10 + before
    if kind == "tens":
        return size if before is None else None
    return size * (1 if before is None else before)


@lru_cache(maxsize=4096)
def ordinal(word: str) -> int | None:
    """The place in a row a single folded word stands for: `toinen`, `andra` are 2."""
    places = map(placed, split(word, ORDINALS))
    return next((place for place in places if place is not None), None)


def placed(number: tuple[Part, ...]) -> int | None:
    match number:
        case [("ordinal", size)] | [("ordinal_ten", size)]:
            return size
        case [("ordinal" | "teen_first", size), ("teen", _)]:
            return 10 + size
        case [("ordinal" | "unit", tens), ("ordinal_ten", 10)]:
            return 10 * tens
        case [("ordinal" | "unit", tens), ("ordinal_ten", 10), ("ordinal", size)]:
            return 10 * tens + size
        case [("tens", tens), ("ordinal", size)] if size < 10:
            return tens + size
    return None


def together(numbers: Iterable[int]) -> int | None:
    """Numbers said one after another that make one: 20, 5 is 25; 100, 4 is 104; 2, 3 is none."""
    total, room = 0, 10**6
    for number in numbers:
        if not 0 < number < room:
            return None
        total, room = total + number, magnitude(number)
    return total


def magnitude(number: int) -> int:
    """The size of the last figure that is not zero: of 120 it is 10, of 7 it is 1."""
    size = 1
    while number and number % (size * 10) == 0:
        size *= 10
    return size
