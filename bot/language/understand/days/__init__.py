"""Days and stretches of days, as people write them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from bot.language.understand.words import words

from .calendar import Span
from .reading import Found, agreeing, read

__all__ = ["Found", "Prefer", "Span", "day", "days", "found_days", "named_day"]

Prefer = Literal["future", "past"]
"""Where a day without a year lies: ahead (a booking) or behind (a claim, a report)."""


def day(text: str, *, today: date, prefer: Prefer = "future") -> date | None:
    """The one day that a text names; None if there is none, or more than one, or no such day."""
    span = days(text, today=today, prefer=prefer)
    return span[0] if span and span[0] == span[1] else None


def days(text: str, *, today: date, prefer: Prefer = "future") -> Span | None:
    """The first and the last of the days that a text names as an answer."""
    reading = read(words(text), today, past=prefer == "past")
    if reading.vague or reading.denied:
        return None
    found = {each.span for each in agreeing(reading.found)}
    return found.pop() if len(found) == 1 else None


def found_days(text: str, *, today: date, prefer: Prefer = "future") -> tuple[Found, ...]:
    """All days that a longer text names, with their places in it."""
    reading = read(words(text), today, past=prefer == "past")
    return tuple(agreeing([each for each in reading.found if each.span]))


def named_day(text: str, *, today: date) -> bool:
    """Whether a text names a day that there is not: 31.4., or a Tuesday that is a Wednesday."""
    return any(each.span is None for each in read(words(text), today, past=False).found)
