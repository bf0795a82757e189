"""Names in both languages, with the forms a sentence needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

FORMS = ("genitive", "locative", "separative", "lative")
"""Of Turku: Turun, Turussa, Turusta, Turkuun. Of Åbo: Åbos, i Åbo, från Åbo, till Åbo."""


class Word(str):
    """A name in one language. A translator asks for a form by its name: `"{place:locative}"`."""

    language: str
    forms: Mapping[str, str]

    def __new__(cls, text: str, language: str, forms: Mapping[str, str]) -> Self:
        word = super().__new__(cls, text)
        word.language, word.forms = language, forms
        return word

    def __format__(self, form: str) -> str:
        """Raises KeyError for a form that no name has."""
        if not form:
            return str(self)
        return self.forms.get(form) or carried(str(self), self.language)[form]


@dataclass(frozen=True)
class Name:
    """A proper name as each language writes and bends it."""

    fi: str
    sv: str
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict, compare=False)
    """Language, then form, then the text."""

    def in_language(self, language: str) -> Word:
        text = self.sv if language == "sv" else self.fi
        return Word(text, language, self.forms.get(language, {}))


def carried(text: str, language: str) -> dict[str, str]:
    """Forms for a name nobody has bent: a common noun carries the ending for it."""
    if language == "sv":
        of = text if text[-1:] in "sxz" else f"{text}s"
        return dict(zip(FORMS, (of, f"på {text}", f"från {text}", f"till {text}"), strict=True))
    nouns = ("toimipisteen", "toimipisteessä", "toimipisteestä", "toimipisteeseen")
    return {form: f"{noun} {text}" for form, noun in zip(FORMS, nouns, strict=True)}
