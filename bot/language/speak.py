"""From a phrase to a sentence in someone's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from functools import lru_cache
from typing import Self

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import NumberPattern, parse_pattern

from bot.dialog.phrases import Euros, Part, Phrase

from .catalogues import catalogue

NO_BREAK = "\N{NO-BREAK SPACE}"

PATTERNS = {
    "fi": {
        "": "EEEEEE d.M.y",
        "on": "cccc'na' d.M.y",
        "long": "cccc d. MMMM y",
        "month": "LLLL y",
        "short": "d.M.",
        "bare": "d.M.y",
    },
    "sv": {
        "": "EEE d.M.y",
        "on": "EEEE'en' 'den' d.M.y",
        "long": "EEEE d MMMM y",
        "month": "LLLL y",
        "short": "d.M.",
        "bare": "d.M.y",
    },
}
"""How a day is said, by the form a translation asks for: `"{day:on}"` is "tiistaina 12.5.2026"."""

CLOCK = {"fi": "klo", "sv": "kl."}


class Bent(str):
    """A text that has other forms, which a translation may ask for."""

    bend: Callable[[str], str]

    def __new__(cls, bend: Callable[[str], str]) -> Self:
        text = super().__new__(cls, bend(""))
        text.bend = bend
        return text

    def __format__(self, form: str) -> str:
        return self.bend(form)


@dataclass(frozen=True)
class Speech:
    """Says phrases in one language and one time zone."""

    language: str
    zone: tzinfo

    def __call__(self, phrase: Phrase) -> str:
        if phrase.language not in (None, self.language):
            return replace(self, language=str(phrase.language))(phrase)
        if phrase.parts:
            return self.filled(phrase)
        return phrase.text if phrase.verbatim else self.sentence(phrase)

    def filled(self, phrase: Phrase) -> str:
        """With its parts set into it."""
        if phrase.verbatim:
            return phrase.text + "".join([str(self.part(part)) for _name, part in phrase.parts])
        sentence = self.sentence(phrase)
        return sentence.format(
            **{name: self.within(sentence, name, part) for name, part in phrase.parts}
        )

    def within(self, sentence: str, name: str, part: Part) -> str:
        """A part as it stands in a sentence: a label that does not begin it begins small."""
        match part:
            case tuple():
                words = format_list(self.listed(part), locale=self.locale)
                begins = sentence.startswith(f"{{{name}")
                return words if begins or not (part and is_label(part[0])) else small(words)
            case Phrase() if is_label(part):
                before = sentence.partition(f"{{{name}")[0]
                return small(self(part)) if before.endswith((", ", "(")) else self(part)
        return self.part(part)

    def sentence(self, phrase: Phrase) -> str:
        """The translated text before anything is set into it; English where there is none yet."""
        found = catalogue(self.language).get(phrase.text)
        if phrase.many is None:
            return found if isinstance(found, str) and found else phrase.text
        forms = found if isinstance(found, tuple) and all(found) else (phrase.text, phrase.many)
        return forms[0 if phrase.count == 1 else 1]

    def part(self, part: Part) -> str:
        """A part as text; one that bends answers to its forms."""
        match part:
            case str():
                return part
            case Phrase():
                return self(part)
            case tuple():
                return format_list(self.listed(part), locale=self.locale)
            case datetime():
                return Bent(lambda form: self.moment(part, form))
            case date():
                return Bent(lambda form: self.day(part, form))
            case time():
                return Bent(lambda form: self.clock(part, form))
            case Euros():
                return f"{self.number(Decimal(part.cents) / 100, '#,##0.00')}{NO_BREAK}€"
            case Decimal():
                return self.number(part, "#,##0.##")
            case int():
                return str(part)
        return part.in_language(self.language)

    def listed(self, parts: Sequence[Part]) -> list[str]:
        """Labels after the first begin small, as words in a sentence do; names stay as they are."""
        return [
            small(str(self.part(each))) if at and is_label(each) else str(self.part(each))
            for at, each in enumerate(parts)
        ]

    @property
    def locale(self) -> Locale:
        return locale(self.language)

    def day(self, day: date, form: str) -> str:
        return written(day, form, self.language)

    def clock(self, at: time, form: str) -> str:
        text = f"{at.hour}.{at.minute:02}"
        return f"{CLOCK[self.language]}{NO_BREAK}{text}" if form == "at" else text

    def moment(self, at: datetime, form: str) -> str:
        here = at.astimezone(self.zone)
        return f"{self.day(here.date(), form)} {self.clock(here.time(), 'at')}"

    def number(self, number: Decimal, pattern: str) -> str:
        return figures(number, pattern, self.language)


@dataclass(frozen=True)
class Recalled(Speech):
    """Fills a phrase once and knows it then: for what is shown in more than one way at a time."""

    said: dict[tuple[int, str], tuple[Phrase, str]] = field(default_factory=dict, compare=False)
    """By identity, which is quicker than to compare; so the phrase itself is kept with it."""

    def filled(self, phrase: Phrase) -> str:
        known = self.said.get((id(phrase), self.language))
        if known is None:
            known = phrase, super().filled(phrase)
            self.said[id(phrase), self.language] = known
        return known[1]


def is_label(part: Part) -> bool:
    return isinstance(part, Phrase) and not part.verbatim and not part.parts


def small(text: str) -> str:
    """With a small first letter, but for an abbreviation such as AKE."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


@lru_cache(1000)
def written(day: date, form: str, language: str) -> str:
    """Kept, for many hear of the same day."""
    return str(format_date(day, PATTERNS[language][form], locale=locale(language)))


@lru_cache(1000)
def figures(number: Decimal, pattern: str, language: str) -> str:
    """Kept, for the same hours and sums stand on many cards."""
    return str(parsed(pattern).apply(number, locale(language)))


@lru_cache
def parsed(pattern: str) -> NumberPattern:
    return parse_pattern(pattern)


@lru_cache
def locale(language: str) -> Locale:
    return Locale.parse("sv_FI" if language == "sv" else language)
