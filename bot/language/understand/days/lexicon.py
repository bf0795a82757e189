"""The words that days are named with. Every word has a letter that says what it does."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from bot.language.understand.near import Near
from bot.language.understand.numbers import cardinal, ordinal
from bot.language.understand.tables import groups
from bot.language.understand.words import fold

LETTERS = {
    "weekday": "W",
    "past weekday": "I",
    "short weekday": "w",
    "month": "M",
    "month of": "m",
    "short month": "k",
    "month part": "Q",
    "week part": "Z",
    "part": "P",
    "relative day": "R",
    "relative year": "X",
    "holiday": "H",
    "advent": "J",
    "day": "U",
    "week": "V",
    "short week": "v",
    "month unit": "G",
    "year unit": "A",
    "next": "n",
    "coming": "c",
    "this": "t",
    "last": "p",
    "last but one": "q",
    "final": "L",
    "before units": "o",
    "ago before": "f",
    "from now": "a",
    "ago": "s",
    "weekend": "E",
    "half": "h",
    "half year": "y",
    "couple": "b",
    "some": "u",
    "to": "B",
    "from": "{",
    "open before": "<",
    "open after": ">",
    "until": "}",
    "or": "|",
    "and": "&",
    "no": "!",
    "with": " ",
    "stop": "?",
}
CASES = (" from", " to")
"""Of a weekday or a month: tiistaista, tiistaihin. The case is kept as the word's name."""
REPAIRED = frozenset("WIMmRHQ?")
"""Only names of days and months, and words near to them, are seen through a slip of the finger."""


class Meant(NamedTuple):
    """What a word does, and of what: `joulukuusta` is ("M", (12,), "from")."""

    letter: str
    numbers: tuple[int, ...] = ()
    name: str = ""


UNKNOWN = Meant("?")


def meaning(kind: str, value: str) -> Meant:
    case = next((case for case in CASES if kind.endswith(case)), "")
    letter = LETTERS[kind.removesuffix(case)]
    if letter in "HJ":
        return Meant(letter, name=value)
    return Meant(letter, tuple(map(int, value.split())), case.strip())


@cache
def lexicon() -> tuple[dict[str, Meant], dict[str, Meant], Near[Meant]]:
    """Words as they are written, words folded, and the words that may be misspelt."""
    exact: dict[str, Meant] = {}
    for language in ("sv", "fi"):
        for kind, values in groups(f"days_{language}").items():
            for value, forms in values.items():
                exact.update(dict.fromkeys(forms, meaning(kind, value)))
    folded = {fold(form): meant for form, meant in exact.items()} | {
        form: meant for form, meant in exact.items() if form.isascii()
    }
    repaired = {form: meant for form, meant in folded.items() if meant.letter in REPAIRED}
    return (
        exact,
        folded,
        Near(repaired, same=lambda meant: (meant.letter.upper(), *meant.numbers, meant.name)),
    )


def known(text: str, folded: str) -> Meant | None:
    """What a word does, as it stands. Who writes ä is not taken to mean a."""
    exact, plain, _ = lexicon()
    return exact.get(text) or (plain.get(folded) if text == folded else None)


def meant(text: str, folded: str) -> Meant:
    """What a word does, also when it is a number or a little misspelt."""
    return known(text, folded) or number(text, folded) or lexicon()[2].find(folded) or UNKNOWN


def number(text: str, folded: str) -> Meant | None:
    if text in ("en", "ett"):
        return Meant("e", (1,))
    if (place := ordinal(folded)) is not None:
        return Meant("O", (place,))
    if (count := cardinal(folded)) is not None:
        return Meant("N", (count,))
    return None
