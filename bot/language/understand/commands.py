"""Slash commands in both languages, spelt with their dots or without."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from .tables import lists
from .tongues import language_named
from .words import fold, words

SLASH = re.compile(r"\s*/\s*(?P<name>[^\W_]+(?:-[^\W_]+)*)(?:@\S+)?(?P<rest>.*)", re.DOTALL)

NEAREST, ALIKE, BEGUN = 3, 0.7, 3
"""So many commands are offered for one that is mistyped, how much alike they must be, and how many
letters begin one."""


class Command(NamedTuple):
    """A command word, as a dialog lists it, and what was said after it."""

    name: str
    rest: str


def command(text: str, known: Iterable[str]) -> Command | None:
    """The command that a text begins with, after a slash.

    `known` are the words that dialogs go by, in any spelling; their aliases count as well.
    """
    slash = SLASH.fullmatch(text)
    if not slash:
        return None
    table = spellings(known)
    typed, rest = fold(slash["name"].lower()), slash["rest"].strip()
    if name := table.get(typed):
        return Command(name, rest or (typed if language_named(typed) else ""))
    return apart(text, table)


def mistyped(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """The commands that a text may mean which begins with a slash and is none, nearest first."""
    slash = SLASH.fullmatch(text)
    if not slash:
        return ()
    table = spellings(known)
    typed = fold(slash["name"].lower())
    near = get_close_matches(typed, table, n=NEAREST, cutoff=ALIKE)
    begun = sorted(word for word in table if len(typed) >= BEGUN and word.startswith(typed))
    return tuple(dict.fromkeys(table[word] for word in (*near, *begun)))[:NEAREST]


def command_word(text: str, known: Iterable[str]) -> str | None:
    """The command that a whole utterance is, without the slash: an answer comes before it."""
    own = {joined(fold(name.lower())): name for name in known}
    return own.get(joined(words(text).folded.strip(" .!")))


def apart(text: str, table: Mapping[str, str]) -> Command | None:
    """A command whose words are written apart: /boka besök till Pargas."""
    first = text.strip().removeprefix("/").split()
    for size in range(min(3, len(first)), 1, -1):
        if name := table.get(joined(fold(" ".join(first[:size]).lower()))):
            return Command(name, " ".join(first[size:]))
    return None


def joined(said: str) -> str:
    return "-".join(re.split(r"[\s-]+", said))


def spellings(known: Iterable[str]) -> dict[str, str]:
    """Each spelling, folded, and the word it stands for; a dialog's own words come first."""
    names = {joined(fold(name.lower())): name for name in known}
    also: dict[str, str] = {}
    for word, name in names.items():
        for alias in aliases().get(word, ()):
            also.setdefault(alias, name)
    return {**also, **names}


@cache
def aliases() -> dict[str, tuple[str, ...]]:
    """By each command in either language, all the words of its row."""
    rows = [(name, *others) for name, others in lists("commands").items()]
    return {word: row for row in rows for word in row}
