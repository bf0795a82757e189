"""How many people, as they are told: kaksi kyydissä, vi var tre i bilen, minä ja kollega."""

from __future__ import annotations

import re
from functools import cache

from .figures import figured
from .patterns import any_of, listed
from .tables import groups
from .words import words

FIGURE = re.compile(r"(?<![\d.,:/-])\d{1,4}(?![\d]|[.,:/]\d)")
BETWEEN = re.compile(r"(?:^|\s)-\s?\d|\d\s?-\s?\d")
"""Less than nothing, or from one number to another."""
NOBODY = re.compile(
    r"\b(?:ei|en|emme|eika)\b.*\b(?:ketaan|kukaan|muita|matkustaji\w*|kyytilaisi\w*)\b"
    r"|\b(?:inte|int|ej)\b.*\b(?:nagon|nan|andra|annan|passagerare)\b"
)
BUT = re.compile(r"\b(?:kuin|paitsi|utom|forutom|mer an)\b")


@cache
def said_numbers(kind: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Numbers that are said as words of their own: kahdestaan, tusina."""
    listing = groups("said_numbers")[kind].items()
    return tuple((re.compile(listed(forms)), int(number)) for number, forms in listing)


def passengers(text: str, *, language: str | None = None) -> int | None:
    """How many besides the driver, who is one of them in "vi var tre", not in "tre passagerare"."""
    said = words(text).folded
    if any_of("people", "unsure").search(said) or BETWEEN.search(said):
        return None
    figures = FIGURE.findall(figured(text, one=False))
    if not figures:
        return without_figures(text, said, language)
    if len(figures) > 1:
        return None
    count = int(figures[0]) - driver_in(said)
    return count if count >= 0 else None


def driver_in(said: str) -> bool:
    """Whether the number is of all in the car."""
    if any_of("people", "besides the driver", "and me", "passengers").search(said):
        return False
    return bool(any_of("people", "with the driver").search(said))


def without_figures(text: str, said: str, language: str | None) -> int | None:
    """Nobody, two of us, a couple, or people told one by one: kollega ja harjoittelija."""
    if any_of("people", "nobody").search(said) or (NOBODY.search(said) and not BUT.search(said)):
        return 0
    for pattern, others in said_numbers("together"):
        if pattern.search(said):
            return others
    if any_of("people", "couple").search(said):
        return 2
    if told := len(any_of("people", "one").findall(said)):
        return told
    one = FIGURE.findall(figured(text, one=language != "fi"))
    return 1 if one == ["1"] else None


def count(text: str, *, language: str | None = None) -> int | None:
    """A whole number of anything; None for two numbers, a part, a guess or less than nothing."""
    said, figures = words(text).folded, figured(text, one=language != "fi")
    if any_of("people", "count unsure").search(said):
        return None
    if BETWEEN.search(figures) or re.search(r"\d[.,:/]\d", figures):
        return None
    for pattern, number in said_numbers("dozen"):
        if pattern.fullmatch(said):
            return number
    numbers = FIGURE.findall(figures)
    if numbers:
        return int(numbers[0]) if len(numbers) == 1 else added(figures)
    return 0 if any_of("people", "none").search(said) else None


def added(figures: str) -> int | None:
    """5 + 2"""
    whole = re.fullmatch(r"\s*\d{1,4}(?:\s?\+\s?\d{1,4})+\s*", figures)
    return sum(map(int, re.findall(r"\d+", figures))) if whole else None
