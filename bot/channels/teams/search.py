"""Finding an option by a few letters of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from bot.dialog import Option
from bot.language.speak import Speech


def found(options: Iterable[Option], typed: str, say: Speech) -> list[dict[str, str]]:
    """What begins so first, then where a word does, then the rest that holds it."""
    wanted = folded(typed)
    ranked: list[tuple[int, dict[str, str]]] = []
    for option in options:
        title = say(option.label)
        place = rank(folded(title), wanted)
        if place is not None:
            ranked.append((place, {"title": title, "value": option.value}))
    return [choice for _place, choice in sorted(ranked, key=lambda each: each[0])]


def rank(title: str, wanted: str) -> int | None:
    if title.startswith(wanted):
        return 0
    if f" {wanted}" in title:
        return 1
    return 2 if wanted in title else None


def folded(words: str) -> str:
    """Without case and marks: Åbo is found by abo."""
    split = unicodedata.normalize("NFKD", " ".join(words.split()).casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))
