"""What a wish is judged by: parts of its words, what they are about, and how it is said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.understand.moves import step
from bot.language.understand.patterns import all_of
from bot.language.understand.tongues import language_named
from bot.language.understand.words import fold
from bot.language.understand.yes_no import yes_no

from .concepts import NONE, concepts_of, pairs

WORD = re.compile(r"[^\W_]+|\?")
PARTS = (3, 4)
"""Letters in the parts that a word is cut into."""
LENGTHS = ((1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"))


@dataclass(frozen=True)
class Features:
    """Two blocks, each weighed by its own length."""

    parts: frozenset[str]
    cues: frozenset[str]


def features(masked: str) -> Features:
    """Of a text whose places, days and sums are masked (see told)."""
    words = to_the_point(WORD.findall(masked))
    spoken = [word for word in words if word != "?"]
    found = list(map(concepts_of, spoken))
    concepts = NONE.union(*found)
    cues = {f"c {concept}" for concept in concepts}
    cues.update(f"p {pair}" for pair in pairs(concepts))
    for word, about in zip(spoken, found, strict=True):
        cues.update(f"e {concept} {fold(word)[-3:]}" for concept in about)
    return Features(parts(words), frozenset(cues | manner(masked, spoken)))


def to_the_point(words: list[str]) -> list[str]:
    """Without hello and thanks, where anything else is said."""
    rest = [word for word in words if fold(word) not in all_of("polite", "around")]
    return rest if any(word != "?" for word in rest) else words


def parts(words: list[str]) -> frozenset[str]:
    """The letters of each word three and four at a time, its ends marked."""
    found: set[str] = set()
    for word in map(fold, words):
        marked = f" {word} "
        for size in PARTS:
            found.update(marked[start : start + size] for start in range(len(marked) - size + 1))
    return frozenset(found)


def manner(masked: str, spoken: list[str]) -> set[str]:
    """How long it is, how it begins, whether it asks, and whether it is a step, a yes or a no."""
    found = {f"n {next((name for most, name in LENGTHS if len(spoken) <= most), '9+')}"}
    if spoken:
        found.add(f"^ {fold(spoken[0])[:5]}")
    if "?" in masked:
        found.add("?")
    if language_named(masked):
        found.add("language")
    if taken := step(masked):
        found.add(f"step {taken.move.value if taken.move else 'help'}")
    agreed = yes_no(masked)
    if agreed is not None:
        found.add("yes" if agreed else "no")
    return found
