"""Which of the two languages somebody names."""

from __future__ import annotations

from .patterns import any_of
from .words import words

LANGUAGES = ("fi", "sv")


def language_named(text: str) -> str | None:
    """`fi` or `sv`; of "från svenska till finska" the one that is gone over to."""
    said = words(text).folded
    for prefix in ("", "target "):
        named = [
            language for language in LANGUAGES if any_of("tongues", prefix + language).search(said)
        ]
        if len(named) == 1:
            return named[0]
    return None
