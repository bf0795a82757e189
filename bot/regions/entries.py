"""One row of a CSV file or one table of a TOML file: named texts, each known by its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from bot.domain.languages import Language
from bot.domain.names import FORMS, Name
from bot.regions.faults import Wrong

E = TypeVar("E", bound=StrEnum)

NAME = tuple(f"{part}_{language}" for language in Language for part in ("name", *FORMS))
"""The columns of a name with all its forms."""

SEPARATOR = "/"

KEY = (r"[a-z][a-z0-9_-]*", "a key in small letters")


@dataclass(frozen=True)
class Entry:
    values: Mapping[str, str]
    lines: Mapping[str, int]
    """Where each value stands, if not where the entry begins."""
    begins: int | None

    def line(self, key: str) -> int | None:
        return self.lines.get(key, self.begins)

    def wrong(self, key: str, reason: str) -> Wrong:
        return Wrong(self.line(key), reason)

    def text(self, key: str) -> str:
        if text := self.values.get(key):
            return text
        raise self.wrong(key, f"{key} is missing")

    def text_or_none(self, key: str) -> str | None:
        return self.values.get(key) or None

    def texts(self, key: str) -> tuple[str, ...]:
        parts = (part.strip() for part in self.values.get(key, "").split(SEPARATOR))
        return tuple(part for part in parts if part)

    def matching(self, key: str, pattern: str, wanted: str) -> str:
        text = self.text(key)
        if re.fullmatch(pattern, text, re.ASCII) is None:
            raise self.wrong(key, f"{key} is {text!r}, which is not {wanted}")
        return text

    def whole(self, key: str, least: int = 0) -> int:
        number = int(self.matching(key, r"-?\d{1,9}", "a whole number"))
        if number < least:
            raise self.wrong(key, f"{key} is {number}, which is less than {least}")
        return number

    def wholes(self, key: str, least: int = 0) -> tuple[int, ...]:
        parts = self.texts(key)
        alone = (Entry({key: part}, self.lines, self.begins) for part in parts)
        return tuple(entry.whole(key, least) for entry in alone)

    def decimal(self, key: str) -> Decimal:
        """With a point or, as a Finnish spreadsheet writes it, with a comma."""
        try:
            number = Decimal(self.text(key).replace(",", "."))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            raise self.wrong(key, f"{key} is {self.text(key)!r}, which is not a number")
        return number

    def amount(self, key: str) -> Decimal:
        """Not below nothing."""
        if (number := self.decimal(key)) < 0:
            raise self.wrong(key, f"{key} is {number}, which is less than 0")
        return number

    def day(self, key: str) -> date | None:
        if not self.values.get(key):
            return None
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            raise self.wrong(key, f"{key} is {self.text(key)!r}, which is not a day") from None

    def clock(self, key: str) -> time:
        text = self.matching(key, r"\d\d:\d\d(:00)?", "a time of day such as 08:00:00")
        try:
            return time.fromisoformat(text)
        except ValueError:
            raise self.wrong(key, f"{key} is {text!r}, which is not a time of day") from None

    def yes(self, key: str) -> bool:
        return self.matching(key, "yes|no", "yes or no") == "yes"

    def one_of(self, key: str, choices: type[E]) -> E:
        return choices(self.among(key, [choice.value for choice in choices]))

    def among(self, key: str, choices: Iterable[str]) -> str:
        text, known = self.text(key), list(choices)
        if text not in known:
            raise self.wrong(key, f"{key} is {text!r}, which is none of {', '.join(known)}")
        return text

    def name(self) -> Name:
        """With every form in both languages; a form that is missing is a fault."""
        forms = {
            language.value: {form: self.text(f"{form}_{language}") for form in FORMS}
            for language in Language
        }
        return Name(self.text("name_fi"), self.text("name_sv"), forms)


def check_keys(
    given: Iterable[str], required: Iterable[str], optional: Iterable[str] = ()
) -> str | None:
    """What is the matter with a header or a table, if anything is."""
    given, required = list(given), list(required)
    if twice := [key for key in given if given.count(key) > 1]:
        return f"{twice[0]} is there twice"
    if unknown := [key for key in given if key not in {*required, *optional}]:
        return f"{unknown[0]} is not known here"
    if missing := [key for key in required if key not in given]:
        return f"{missing[0]} is missing"
    return None
