"""Which field of a form a question gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialog import (
    Amount,
    Ask,
    Attach,
    Choose,
    ChooseMany,
    Count,
    Day,
    Kilometres,
    Question,
    Text,
    TimeOfDay,
    YesNo,
    _,
)
from bot.language.speak import Speech

FEW = 5
"""So many options are shown side by side; more stand in a list that opens."""
MANY = 8
"""More than so many are searched by typing."""
LINE = 100
"""A text no longer than this is written on one line."""


@dataclass(frozen=True)
class Choice:
    """An option, with what it is called in the other language, for searching."""

    value: str
    label: str
    also: str
    chosen: bool


@dataclass(frozen=True)
class Field:
    """A question as it is drawn. `kind` names the macro that draws it."""

    name: str
    kind: str
    prompt: str
    hint: str
    problem: str
    value: str
    optional: bool
    choices: tuple[Choice, ...] = ()
    search: bool = False
    several: bool = False
    unit: str = ""

    @property
    def id(self) -> str:
        return f"q-{self.name}"

    @property
    def described_by(self) -> str:
        told = {"hint": self.hint, "limits": self.kind == "files", "problem": self.problem}
        return " ".join(f"{self.id}-{what}" for what, there in told.items() if there)


def field(ask: Ask, say: Speech, other: Speech, files: Mapping[str, str]) -> Field:
    """`files` are the names of files that were handed in before, by their ids."""
    question = ask.question
    kept = tuple(Choice(key, name, "", chosen=True) for key, name in files.items())
    return Field(
        name=ask.name,
        kind=kind_of(ask),
        prompt=say(question.prompt),
        hint=say(question.hint) if question.hint else "",
        problem=say(ask.problem) if ask.problem else "",
        value=shown(ask),
        optional=question.optional,
        choices=kept if isinstance(question, Attach) else choices(ask, say, other),
        search=len(ask.options) > MANY,
        several=isinstance(question, Attach) and question.most > 1,
        unit=unit_of(question),
    )


def unit_of(question: Question[Any]) -> str:
    if isinstance(question, Amount):
        return "€"
    return "km" if isinstance(question, Kilometres) else ""


def kind_of(ask: Ask) -> str:
    match ask.question:
        case YesNo():
            return "radios"
        case Choose():
            return "radios" if len(ask.options) <= FEW else "list"
        case ChooseMany():
            return "checks"
        case Attach():
            return "files"
        case Day():
            return "day"
        case TimeOfDay():
            return "time"
        case Count():
            return "count"
        case Amount() | Kilometres():
            return "decimal"
        case Text(most=most) if most > LINE:
            return "text"
    return "line"


def choices(ask: Ask, say: Speech, other: Speech) -> tuple[Choice, ...]:
    if isinstance(ask.question, YesNo):
        answers = (("yes", _("Yes")), ("no", _("No")))
        return tuple(Choice(each, say(label), "", ask.given == each) for each, label in answers)
    picked = set(ask.given.split(","))
    return tuple(
        Choice(option.value, say(option.label), other(option.label), option.value in picked)
        for option in ask.options
    )


def shown(ask: Ask) -> str:
    """What was given before, as one writes it."""
    if isinstance(ask.question, Amount | Kilometres):
        return ask.given.replace(".", ",")
    return ask.given
