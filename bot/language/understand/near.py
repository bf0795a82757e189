"""A word that is one slip of the finger away from a word of a closed list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Generic, TypeVar

T = TypeVar("T")

SHORTEST = 6
"""Letters a word must have before a slip in it is forgiven."""


class Near(Generic[T]):
    """Finds what a misspelt word stands for. The first letter is taken to be right."""

    def __init__(
        self,
        words: Mapping[str, T],
        *,
        shortest: int = SHORTEST,
        same: Callable[[T], object] = lambda value: value,
    ) -> None:
        self.shortest, self.same = shortest, same
        self.words = {word: value for word, value in words.items() if len(word) >= shortest}

    @cached_property
    def shorter(self) -> Mapping[str, list[str]]:
        """The words by what is left of them; built when the first slip is looked for."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            for less in shortened(word):
                found.setdefault(less, []).append(word)
        return found

    def find(self, word: str) -> T | None:
        """What the word stands for, or None if it is far from all or near to several."""
        if len(word) < self.shortest - 1:
            return None
        near = {
            candidate
            for less in (word, *shortened(word))
            for candidate in (*self.shorter.get(less, ()), less)
            if candidate in self.words and one_slip(word, candidate)
        }
        found = [self.words[candidate] for candidate in sorted(near)]
        return found[0] if len({self.same(value) for value in found}) == 1 else None


def shortened(word: str) -> set[str]:
    """The word with any one letter but the first left out."""
    return {word[:place] + word[place + 1 :] for place in range(1, len(word))}


def one_slip(written: str, meant: str) -> bool:
    """Whether one letter is wrong, missing, too many or swapped with the next."""
    if written == meant:
        return True
    start = next(
        (
            place
            for place, (one, other) in enumerate(zip(written, meant, strict=False))
            if one != other
        ),
        min(len(written), len(meant)),
    )
    one, other = written[start:], meant[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[:2][::-1] and one[2:] == other[2:])
    )
