"""What kinds of pieces mean when they stand side by side, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from .calendar import Span, Standpoint
from .pieces import Piece

Together = Mapping[str, Piece]
"""Pieces that stand side by side, by their kind."""
Reading = Callable[[Together, Standpoint], Span | None]
"""None is returned for a day that does not exist, or that is not the weekday it is said to be."""


class Readings(dict[frozenset[str], Reading]):
    """How to read pieces, by the kinds that are there, whatever their order."""

    def reads(self, *groups: str) -> Callable[[Reading], Reading]:
        """Each group names, with commas between, the kinds that are read so when together."""

        def keep(reading: Reading) -> Reading:
            for group in groups:
                self[frozenset(group.split(", "))] = reading
            return reading

        return keep


def single(day: date | None) -> Span | None:
    return None if day is None else (day, day)


def year_of(said: Together, standpoint: Standpoint, piece: Piece, count: int) -> int | None:
    """The year said with the piece (its last number) or beside it, or None."""
    if len(piece.numbers) > count:
        return piece.numbers[count]
    if "year" in said:
        return said["year"].numbers[0]
    away = said.get("relative year")
    return standpoint.today.year + away.numbers[0] if away else None


def agreed(said: Together, span: Span | None) -> Span | None:
    """The day, unless another weekday was said with it."""
    weekday = said.get("weekday")
    if span and weekday and span[0].weekday() != weekday.numbers[0]:
        return None
    return span
