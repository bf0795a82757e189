"""The days that a text names, found and judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.language.understand.words import Words

from .calendar import Span, Standpoint, shifted
from .dated import DATED
from .months import MONTHS
from .near import NEAR
from .pieces import Piece, pieces
from .rules import RULES
from .tokens import signs

READINGS = DATED | MONTHS | NEAR
MOST = 3
"""Pieces that are read together at most."""


@dataclass(frozen=True)
class Found:
    """A day or days named in a text, and where. No span: there is no such day."""

    span: Span | None
    start: int
    end: int
    kinds: frozenset[str]
    case: str = ""
    """How the last word is bent: tiistaista is "from", tiistaihin "to"."""

    @property
    def one_day(self) -> bool:
        return self.span is not None and self.span[0] == self.span[1]


Line = Sequence[Found | Piece]


@dataclass(frozen=True)
class Reading:
    """The days that a text names."""

    found: tuple[Found, ...]
    vague: bool
    """Something is before, after or about a day, not on it."""
    denied: bool
    """There is a "not"."""


def read(words: Words, today: date, *, past: bool) -> Reading:
    parts = pieces(signs(words), RULES)
    line = ranges(list(spans(parts, Standpoint(today, past))))
    named = [place for place, each in enumerate(line) if isinstance(each, Found)]
    sure = [place for place in named if not is_open(line, place)]
    found = tuple(each for place in sure if isinstance(each := line[place], Found))
    return Reading(found, len(sure) < len(named), any(mark(each) == "!" for each in line))


def mark(each: Found | Piece | None) -> str:
    """The letter of a sign that is no part of a day, or a blank."""
    return each.name if isinstance(each, Piece) and each.kind == "mark" else " "


def spans(parts: Sequence[Piece], standpoint: Standpoint) -> Iterator[Found | Piece]:
    """Put the pieces together, as many at a time as have a meaning together."""
    place = 0
    while place < len(parts):
        found = widest(parts[place : place + MOST], standpoint)
        yield found or parts[place]
        place += len(found.kinds) if found else 1


def widest(run: Sequence[Piece], standpoint: Standpoint) -> Found | None:
    for size in range(len(run), 0, -1):
        said = {piece.kind: piece for piece in run[:size]}
        reading = READINGS.get(frozenset(said)) if len(said) == size else None
        if reading:
            first, last = run[0], run[size - 1]
            span = reading(said, standpoint)
            return Found(span, first.start, last.end, frozenset(said), last.name)
    return None


def ranges(line: Line) -> list[Found | Piece]:
    """Let two days with a dash, or bent from and to, be the first and the last of a range."""
    done: list[Found | Piece] = []
    for each in line:
        first, marks = start_of(done)
        whole = from_to(first, each, dash=marks > 0) if first and isinstance(each, Found) else None
        if whole:
            del done[-1 - marks :]
        done.append(whole or each)
    return done


def start_of(done: Line) -> tuple[Found | None, int]:
    """The day before here, and how many marks of a range stand after it."""
    marks = int(len(done) > 1 and mark(done[-1]) in "-B")
    before = done[-1 - marks] if done else None
    return (before if isinstance(before, Found) else None), marks


def from_to(first: Found, last: Found, *, dash: bool) -> Found | None:
    """A range. Its last day is a year on, if it has no year of its own and would come first."""
    bent = (first.case, last.case) == ("from", "to")
    if not (dash or bent) or not first.span or not last.span or not last.one_day:
        return None
    start, end = first.span[0], last.span[1]
    if end < start and "date" in last.kinds:
        end = shifted(end, months=12)
    return replace(last, span=(start, end), start=first.start) if start <= end else None


def is_open(line: Line, place: int) -> bool:
    """Whether only what is before or after that day is meant, or about that day."""
    this, before = line[place], line[place - 1] if place else None
    after = line[place + 1] if place + 1 < len(line) else None
    one_day = isinstance(this, Found) and this.one_day
    if mark(before) == "<" or mark(after) == ">":
        return True
    return one_day and (mark(before) == "{" or mark(after) == "}")


def agreeing(found: Sequence[Found]) -> list[Found]:
    """Leave out what another says more exactly: "tiistaina … 12.1.", "tammikuussa … 12.1."."""
    exact = [each for each in found if each.one_day and each.kinds != {"weekday"}]
    if len({each.span for each in exact}) != 1:
        return list(found)
    return [each for each in found if each is exact[0] or not holds(each, exact[0].span)]


def holds(each: Found, span: Span | None) -> bool:
    """Whether a day is within these days, or is that weekday."""
    if not each.span or not span:
        return False
    if each.kinds == {"weekday"} and not each.case:
        return each.span[0].weekday() == span[0].weekday()
    return each.span[0] <= span[0] and span[1] <= each.span[1]
