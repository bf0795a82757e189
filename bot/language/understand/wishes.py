"""Plain wishes: which dialogs a sentence is about, and whether there is any doubt.

A wish that one pattern alone speaks for is acted on; where several do, or a word
only comes near, the dialogs are offered. What is not about us is left alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .tables import lists
from .words import words

MAYBE = "maybe "
MOST = 3
"""So many are offered at once."""


class Wished(NamedTuple):
    """The wishes meant, most likely first. One that is sure can be acted on."""

    wishes: tuple[str, ...]
    sure: bool


def wished(text: str) -> Wished:
    """Reads a sentence in either language."""
    said = words(text).folded
    if patterns()["veto"].search(said):
        return Wished((), sure=False)
    sure = tuple(wish for wish, found in patterns().items() if is_sure(wish) and found.search(said))
    if sure:
        return Wished(sure[:MOST], sure=len(sure) == 1)
    near = [wish for wish, found in patterns().items() if MAYBE in wish and found.search(said)]
    return Wished(tuple(wish.removeprefix(MAYBE) for wish in near[:MOST]), sure=False)


def is_sure(wish: str) -> bool:
    return wish != "veto" and MAYBE not in wish


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """What each wish is said with, over folded text; a pattern begins where a word does."""
    return {
        wish: re.compile("|".join(rf"(?<!\w){said}" for said in sayings))
        for wish, sayings in lists("wishes").items()
    }
