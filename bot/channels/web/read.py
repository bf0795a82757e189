"""What was sent from the page, into what the person did."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.channels.text import PRESSED
from bot.conversation.stage import Catalogue
from bot.conversation.turns import Filled, FormId, Gave, Input, Moved, Opened, Said
from bot.dialog import (
    Amount,
    Answered,
    Ask,
    Attach,
    Button,
    ChooseMany,
    Chosen,
    Count,
    Kilometres,
    Message,
    Move,
    Phrase,
    Question,
    Rejected,
    TimeOfDay,
    _,
    as_is,
)

MOST_WORDS = 10_000
"""Characters in one message, and in one answer that is shown again."""
QUIET = (Move.BACK, Move.SKIP, Move.EDIT)
"""Steps that only turn the pages of a form: nobody is heard saying them."""


class TooLong(Exception):
    """More was written than the bot reads at once."""

    why = _("That is more than I can read at once. Please keep it under 10 000 characters.")


@dataclass(frozen=True)
class Fields:
    """What a form carried. All of it is hostile until something else is known."""

    values: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Fields:
        values: dict[str, tuple[str, ...]] = {}
        for name, value in pairs:
            values[name] = (*values.get(name, ()), clean(value))
        return cls(values)

    def one(self, name: str) -> str:
        return self.values.get(name, ("",))[0]

    def many(self, name: str) -> tuple[str, ...]:
        return tuple(filter(None, self.values.get(name, ())))


@dataclass(frozen=True)
class Shown:
    """What stood on the page that was answered."""

    present: Message
    buttons: tuple[Button, ...]
    catalogue: Catalogue


@dataclass(frozen=True)
class Deed:
    """What the person did, how it is heard in the conversation, and what they had typed."""

    input: Input
    own: Message = field(default_factory=Message)
    typed: Mapping[str, str] = field(default_factory=dict)


def read(fields: Fields, shown: Shown) -> Deed | None:
    """None where there is nothing in it. Raises TooLong."""
    if fields.one("opens"):
        return opened(fields, shown)
    if "draft" in fields.values:
        typed = answers(fields, shown.catalogue)
        move = next((move for move in Move if move.value == fields.one("do").split(":")[0]), None)
        return moved(move, fields, typed) if move else gave(fields, typed, shown)
    words = fields.one("text").strip()
    if len(words) > MOST_WORDS:
        raise TooLong
    return Deed(Said(words), Message(text=(as_is(words),))) if words else None


def opened(fields: Fields, shown: Shown) -> Deed:
    """A button, heard by what it is called: by what stood on it, else by its dialog's title."""
    dialog, given = fields.one("opens"), facts(fields.one("given"))
    labels = [b.label for b in shown.buttons if (b.opens, dict(b.given)) == (dialog, given)]
    title = (shown.catalogue[dialog].title,) if dialog in shown.catalogue else ()
    return Deed(Opened(dialog, given), Message(text=(*labels, *title)[:1]))


def moved(move: Move, fields: Fields, typed: Mapping[str, str]) -> Deed:
    at = fields.one("do").partition(":")[2]
    own = Message() if move in QUIET else Message(text=(PRESSED[move],))
    return Deed(Moved(move, at, form_id(fields)), own, typed)


def gave(fields: Fields, typed: Mapping[str, str], shown: Shown) -> Deed:
    form = form_id(fields)
    questions = asked(fields, shown.catalogue)
    given = {name: typed.get(name, "") for name in questions}
    asks = {ask.name: ask for ask in shown.present.asks}
    told = tuple(
        Answered(name, questions[name].prompt, phrase)
        for name, value in typed.items()
        if (phrase := said(questions[name], asks.get(name), value)) is not None
    )
    return Deed(Gave(given, form, Filled.WHOLE), Message(answered=told), typed)


def said(question: Question[Any], ask: Ask | None, value: str) -> Phrase | None:
    """An answer as it is heard; None where nobody can tell any more what it was called."""
    if ask is None and isinstance(question, Chosen):
        return None
    options = ask.options if ask else ()
    try:
        return question.shown(question.read(value, options), options)
    except Rejected:
        return None if isinstance(question, Chosen | Attach) else as_is(value[:500])


def answers(fields: Fields, catalogue: Catalogue) -> Mapping[str, str]:
    """What was filled in, in its wire form."""
    questions = asked(fields, catalogue).items()
    given = {name: wire(question, fields.many(f"a.{name}")) for name, question in questions}
    return {name: text[:MOST_WORDS] for name, text in given.items() if text}


def asked(fields: Fields, catalogue: Catalogue) -> Mapping[str, Question[Any]]:
    """The questions that stood in the form."""
    kind = catalogue.get(fields.one("dialog"))
    names = set(fields.one("asked").split(","))
    return {q.name: q for q in kind.questions if q.name in names} if kind else {}


def wire(question: Question[Any], values: tuple[str, ...]) -> str:
    """As an answer travels: `1 234,50 €` is `1234.50`."""
    match question:
        case ChooseMany() | Attach():
            return ",".join(values)
        case Amount() | Kilometres() | Count():
            bare = re.sub(r"[\s€]|km$", "", "".join(values[:1]))
            return bare.replace(",", ".")
        case TimeOfDay():
            return re.sub(r"^([0-9]):", r"0\1:", "".join(values[:1]).replace(".", ":"))[:5]
    return "".join(values[:1]).strip()


def form_id(fields: Fields) -> FormId:
    """A revision that is no number is one that never was."""
    revision = fields.one("revision")
    known = re.fullmatch(r"[0-9]{1,9}", revision)
    return FormId(fields.one("draft"), int(revision) if known else -1)


def facts(written: str) -> dict[str, str]:
    """What a button had to tell; nothing where somebody has tampered with it."""
    try:
        found = json.loads(written[:MOST_WORDS] or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {clean(name): clean(value) for name, value in found.items() if isinstance(value, str)}


def clean(text: str) -> str:
    """Without what no database keeps: half characters and zero bytes."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")
