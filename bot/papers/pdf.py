"""Papers as tagged PDF that a screen reader can read (PDF/UA-1)."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import typst

TEMPLATE = Path(__file__).with_name("paper.typ")
LATIN_ENDS = "\u0180"
SIGNS = "\n–—‘’“”„…€×−→"
"""Common signs that the fonts are known to have; for others typst is asked."""


@dataclass(frozen=True)
class Facts:
    """Names and values, a line each."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Words:
    """A paragraph; `framed` is one to copy as it stands."""

    words: str
    framed: bool = False


@dataclass(frozen=True)
class Grid:
    """A table: a head, rows, a last row that sums up. `widths` are shares of the line.

    `figures` are the columns set flush right.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...]
    widths: tuple[int, ...]
    figures: tuple[int, ...]


Part: TypeAlias = Facts | Words | Grid


@dataclass(frozen=True)
class Section:
    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Paper:
    """All that is on a paper, in words of one language. `over` and `foot` stand on every page."""

    language: str
    title: str
    over: str
    made: date
    lead: tuple[Part, ...]
    sections: tuple[Section, ...]
    foot: str
    page: str
    """How a page is numbered: `{page} / {pages}`."""


def pdf(paper: Paper) -> bytes:
    """Set with the fonts that typst carries within it: the same bytes on every machine."""
    return typst.compile(
        TEMPLATE,
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(with_shapes(asdict(paper)), default=date.isoformat)},
        pdf_standards="ua-1",
    )


def with_shapes(value: object) -> object:
    """The same with `?` for each letter that no font has: PDF/UA allows no blank box."""
    match value:
        case str():
            letters = unicodedata.normalize("NFC", value)
            kept = (letter for letter in letters if letter == "\n" or not is_control(letter))
            return "".join(letter if has_shape(letter) else "?" for letter in kept)
        case dict():
            return {name: with_shapes(one) for name, one in value.items()}
        case tuple():
            return [with_shapes(one) for one in value]
    return value


def is_control(letter: str) -> bool:
    return unicodedata.category(letter).startswith("C")


@lru_cache(maxsize=10_000)
def has_shape(letter: str) -> bool:
    if letter < LATIN_ENDS or letter in SIGNS:
        return True
    try:
        typst.compile(
            b"#set document(title: [x])\n#set text(lang: sys.inputs.lang)\n#sys.inputs.letter",
            ignore_system_fonts=True,
            sys_inputs={"lang": "fi", "letter": letter},
            pdf_standards="ua-1",
        )
    except typst.TypstError:
        return False
    return True
