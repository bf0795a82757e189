"""The pieces that days are put together from: a weekday, a week, a month, a date, a distance."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .tokens import Sign


class Made(NamedTuple):
    """A kind of piece and what it is of: ("date", (12, 5, 2026)), ("holiday", (), "12-06")."""

    kind: str
    numbers: tuple[int, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Piece:
    """Part of the naming of a day, with the place it has in the text."""

    kind: str
    numbers: tuple[int, ...]
    name: str
    start: int
    end: int


Run = Sequence[Sign]
Rule = Callable[[Run], Made | None]
MARKS = "?K|&!<>{}-/B"


def pieces(found: Run, rules: Sequence[tuple[re.Pattern[str], Rule]]) -> list[Piece]:
    """Read the signs from left to right; what fits no rule stays a mark in between."""
    spoken = [sign for sign in found if sign.letter != " "]
    letters = "".join(sign.letter for sign in spoken)
    done: list[Piece] = []
    place = 0
    while place < len(spoken):
        made, after = next_made(spoken, letters, place, rules)
        done.append(Piece(*made, spoken[place].start, spoken[after - 1].end))
        place = after
    return done


def next_made(
    spoken: Run, letters: str, place: int, rules: Sequence[tuple[re.Pattern[str], Rule]]
) -> tuple[Made, int]:
    if letters[place] not in MARKS:
        for pattern, read in rules:
            if match := pattern.match(letters, place):
                made = read(spoken[place : match.end()])
                if made:
                    return made, match.end()
    return Made("mark", name=letters[place]), place + 1


def numbers(run: Run, letters: str) -> tuple[int, ...]:
    """The numbers that the signs with these letters carry, in their order."""
    return tuple(number for sign in run if sign.letter in letters for number in sign.numbers)


def place(run: Run) -> int:
    """Which one in a row; the last one is -1."""
    return -1 if any(sign.letter == "L" for sign in run) else numbers(run, "OdDz")[0]
