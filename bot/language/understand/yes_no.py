"""Yes and no in both languages. Which word is which depends on the language and its place."""

from __future__ import annotations

import re
from functools import cache

from .patterns import all_of, any_of, listed
from .tables import lists
from .words import Words, words

LONGEST = 12
"""Words in the longest text that is taken to be a yes or a no."""
UNSURE = re.compile(
    r"\b(?:en|emme|emma|ei)\b.*\b(?:tieda|tiia|muista|varma|osaa sanoa)\b"
    r"|\b(?:vet|minns|kan)\b.*\b(?:inte|int|ej)\b(?: saga)?$"
)


@cache
def sayings() -> re.Pattern[str]:
    """Yes in more than one word: det blir bra, ilman muuta."""
    return re.compile(listed(saying for saying in lists("yes_no")["yes"] if " " in saying))


def yes_no(text: str, *, language: str | None = None) -> bool | None:
    """True, False, or None where neither was said for sure."""
    known = words(text)
    said = known.folded.strip(" .!,;")
    if not said or "?" in said or len(known.tokens) > LONGEST:
        return None
    if said in all_of("yes_no", "yes"):
        return True
    if said in all_of("yes_no", "no"):
        return False
    return None if re.search(r"\d", said) else said_among(known, said, language)


def said_among(known: Words, said: str, language: str | None) -> bool | None:
    """Yes or no among other words. A no weighs more, but for sayings like "varför inte"."""
    turns = list(any_of("yes_no", "turn").finditer(said))
    if turns and (rest := said[turns[-1].end() :].strip(" ,.")):
        return yes_no(rest, language=language)
    if any_of("yes_no", "yes although").search(said):
        return True
    if any_of("yes_no", "unsure").search(said) or UNSURE.search(said):
        return None
    spoken = [token.folded for token in known.tokens]
    if any(is_no(place, spoken, language) for place in range(len(spoken))):
        return False
    agreed = sayings().search(said) or any(is_yes(*each) for each in enumerate(spoken))
    return True if agreed else None


def is_no(place: int, spoken: list[str], language: str | None) -> bool:
    """`en` is an article in Swedish, unless a Finnish word follows that goes with it."""
    word = spoken[place]
    if word == "en":
        after = (*spoken[place + 1 :], "")[0]
        return language == "fi" or after in all_of("yes_no", "after en")
    return word in all_of("yes_no", "no") and word not in all_of("yes_no", "alone")


def is_yes(place: int, word: str) -> bool:
    """Some words mean yes only where nothing else is said, or at the very beginning."""
    return word in all_of("yes_no", "yes") and (place == 0 or word not in all_of("yes_no", "alone"))
