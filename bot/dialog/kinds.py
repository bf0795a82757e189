"""The kinds of question that are answered in one's own words, figures or files."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal

from .answers import Option, Rejected
from .phrases import Euros, Phrase, _, as_is, just, n_
from .questions import REQUIRED, Need, Question

Choices = tuple[Option, ...] | None


class Text(Question[str]):
    """A few words of the person's own."""

    def __init__(
        self,
        prompt: Phrase,
        *,
        most: int = 500,
        default: str | Need = REQUIRED,
        hint: Phrase | None = None,
    ) -> None:
        super().__init__(prompt, default=default, hint=hint)
        self.most = most

    def read(self, given: str, choices: Choices) -> str:
        words = "".join(c for c in given.strip() if c.isprintable() or c in "\n\t\u200d")
        if len(words) > self.most:
            raise Rejected(_("Please keep it under {most} characters.", most=self.most))
        if not words:
            raise Rejected(_("I need an answer to this one."))
        return words

    def shown(self, value: str, choices: Choices) -> Phrase:
        return as_is(value) if value else _("Not answered")


class Count(Question[int]):
    """A whole number within bounds."""

    def __init__(
        self,
        prompt: Phrase,
        *,
        least: int = 0,
        most: int,
        default: int | Need = REQUIRED,
        hint: Phrase | None = None,
    ) -> None:
        super().__init__(prompt, default=default, hint=hint)
        self.least, self.most = least, most

    def read(self, given: str, choices: Choices) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", given) or not self.least <= int(given) <= self.most:
            raise Rejected(
                _(
                    "Please give a number from {least} to {most}.",
                    least=self.least,
                    most=self.most,
                )
            )
        return int(given)

    def shown(self, value: int, choices: Choices) -> Phrase:
        return just(value) if value >= self.least else _("Not answered")


class Amount(Question[int]):
    """A sum of money: cents as a value, `12.50` on the wire."""

    most = 1_000_000_00

    def read(self, given: str, choices: Choices) -> int:
        if not re.fullmatch(r"[0-9]{1,7}(\.[0-9]{1,2})?", given):
            raise Rejected(_("Please give a sum in euros, for example 12,50."))
        cents = int(Decimal(given) * 100)
        if cents > self.most:
            raise Rejected(_("That sum is too large. Please check it."))
        return cents

    def shown(self, value: int, choices: Choices) -> Phrase:
        return just(Euros(value)) if value >= 0 else _("Not answered")


class Kilometres(Question[Decimal]):
    """A distance in kilometres, with at most one decimal."""

    most = 5000

    def read(self, given: str, choices: Choices) -> Decimal:
        if not re.fullmatch(r"[0-9]{1,4}(\.[0-9])?", given) or Decimal(given) > self.most:
            raise Rejected(_("Please give the distance in kilometres, for example 57,5."))
        return Decimal(given)

    def shown(self, value: Decimal, choices: Choices) -> Phrase:
        return _("{distance} km", distance=value)


class Day(Question[date]):
    """A calendar day. It is picked from a calendar, so no options are listed.

    `past`: a day that is named without its year lies behind, as a journey does.
    """

    def __init__(
        self,
        prompt: Phrase,
        *,
        past: bool = False,
        default: date | Need = REQUIRED,
        hint: Phrase | None = None,
    ) -> None:
        super().__init__(prompt, default=default, hint=hint)
        self.past = past

    def read(self, given: str, choices: Choices) -> date:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
            raise Rejected(_("I did not recognise that day. Write it for example like this: 12.5."))
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise Rejected(_("There is no such day in the calendar.")) from None

    def shown(self, value: date, choices: Choices) -> Phrase:
        """The first day there ever was stands for no answer."""
        return just(value) if value > date.min else _("Not answered")


class TimeOfDay(Question[time]):
    """A time by the clock on the wall, to the minute."""

    def read(self, given: str, choices: Choices) -> time:
        if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", given):
            raise Rejected(_("I did not recognise that time. Write it for example like this: 9.30"))
        return time.fromisoformat(given)

    def shown(self, value: time, choices: Choices) -> Phrase:
        return just(value)


class YesNo(Question[bool]):
    """Yes or no: `yes` and `no` on the wire."""

    def read(self, given: str, choices: Choices) -> bool:
        if given not in ("yes", "no"):
            raise Rejected(_("Please answer yes or no."))
        return given == "yes"

    def shown(self, value: bool, choices: Choices) -> Phrase:
        return _("Yes") if value else _("No")


class Attach(Question[tuple[str, ...]]):
    """Files that the person hands in: the ids under which the house has kept them."""

    def __init__(
        self,
        prompt: Phrase,
        *,
        most: int = 10,
        default: tuple[str, ...] | Need = REQUIRED,
        hint: Phrase | None = None,
    ) -> None:
        super().__init__(prompt, default=default, hint=hint)
        self.most = most

    def read(self, given: str, choices: Choices) -> tuple[str, ...]:
        files = tuple(dict.fromkeys(given.split(",")))
        if not all(re.fullmatch(r"[0-9a-f]{32}", file) for file in files):
            raise Rejected(_("I could not find that file. Please send it again."))
        if len(files) > self.most:
            raise Rejected(n_("One file is the most.", "{count} files are the most.", self.most))
        return files

    def shown(self, value: tuple[str, ...], choices: Choices) -> Phrase:
        return n_("One file", "{count} files", len(value)) if value else _("No files")
