"""Words that are a step in a dialog and no answer: back, skip, cancel, help, change this.

They count only as the whole of what was said: "peru" stops, "peru vierailu" is a wish.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bot.dialog import Move

from .patterns import any_of
from .tables import lists
from .words import fold, words

HELP = "help"


class Step(NamedTuple):
    """A move, or None for help; `at` is what is to be changed, in the person's words."""

    move: Move | None
    at: str = ""


MOVES = {
    "back": Move.BACK,
    "skip": Move.SKIP,
    "cancel": Move.CANCEL,
    "edit": Move.EDIT,
    HELP: None,
}


def step(text: str) -> Step | None:
    """The step that a whole utterance is, in either language, however politely it is asked."""
    said = words(text)
    for spoken in (bare(said.folded), bare(quieted(said.folded))):
        if kind := steps().get(spoken):
            return Step(MOVES[kind])
    change = to_change().fullmatch(bare(said.folded))
    return Step(Move.EDIT, said.text[change.start("at") : change.end("at")]) if change else None


@cache
def steps() -> dict[str, str]:
    """What is said, folded, and the kind of step it is."""
    return {fold(said): kind for kind in MOVES for said in lists("moves")[kind]}


def bare(said: str) -> str:
    """Without the signs around it; a lone question mark stays."""
    return said.rstrip(" .!,?") or said


def quieted(said: str) -> str:
    """Without what is only polite."""
    return " ".join(re.sub(r"[.,!]", " ", any_of("moves", "quiet").sub(" ", said)).split())


@cache
def to_change() -> re.Pattern[str]:
    """Muuta päivä, ändra svar 3. Changing the language is another thing."""
    wished = r"(?:haluan |haluaisin |voinko |jag vill |kan jag |vill )?"
    verb = (
        r"(?:muuttaa|muuta|muutan|vaihtaa|vaihda|korjata|korjaa|muokata|muokkaa"
        r"|andra|byta|byt|ratta|redigera)"
    )
    thing = r"(?:vastaus |vastausta |kohta |kohtaa |svar |svaret |punkt |nummer |numero )?"
    return re.compile(
        rf"{wished}{verb} {thing}(?!kiel|sprak|suome|ruots|svensk|finsk)(?P<at>\S.{{0,60}})"
    )
