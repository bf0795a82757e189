"""What a button carries, and what it means when somebody presses it.

Everything needed stands on the button: no memory of what was drawn is kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.conversation.turns import FormId, Gave, Moved, Opened
from bot.dialog import Button, Form, Move, Paper, as_is

from .limits import VALUE


@dataclass(frozen=True)
class Fetch:
    """A wish to be handed a paper."""

    paper: Paper


@dataclass(frozen=True)
class Done:
    """Several things were picked in a message, and are now to be taken."""

    name: str
    form: FormId


Press: TypeAlias = Opened | Moved | Gave | Fetch | Done


def opens(button: Button) -> str | None:
    """None where there is more to carry than a button can."""
    value = packed({"o": button.opens, "g": dict(button.given)})
    return value if len(value) <= VALUE else None


def moves(move: Move, form: Form | None, at: str = "") -> str:
    return packed({"m": move.value, "at": at, "f": state(form)})


def gives(name: str, value: str, form: Form) -> str:
    return packed({"a": name, "v": value, "f": state(form)})


def done(name: str, form: Form) -> str:
    return packed({"d": name, "f": state(form)})


def fetches(paper: Paper, title: str) -> str | None:
    """`title` is the paper's, in the reader's language. None where it is too much to carry."""
    value = packed(
        {"p": paper.kind, "x": dict(paper.facts), "n": paper.file_name, "t": title[:200]}
    )
    return value if len(value) <= VALUE else None


def pressed(value: str) -> Press | None:
    """None for what no button of ours carries now: one from an older version of the bot."""
    try:
        return meant(json.loads(value))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def meant(carried: Mapping[str, Any]) -> Press:
    match carried:
        case {"o": str(dialog), "g": dict(given)}:
            return Opened(dialog, {str(name): str(text) for name, text in given.items()})
        case {"m": str(move), "at": str(at)}:
            return Moved(Move(move), at, form_id(carried["f"]))
        case {"a": str(name), "v": str(text)}:
            return Gave({name: text}, form_id(carried["f"]))
        case {"d": str(name), "f": [str(draft), int(revision)]}:
            return Done(name, FormId(draft, revision))
        case {"p": str(kind), "x": dict(facts), "n": str(file), "t": str(title)}:
            told = {str(name): str(text) for name, text in facts.items()}
            return Fetch(Paper(as_is(title), file, kind, told))
    raise ValueError(carried)


def state(form: Form | None) -> list[str | int] | None:
    return [form.draft, form.revision] if form else None


def form_id(carried: list[Any] | None) -> FormId | None:
    return FormId(str(carried[0]), int(carried[1])) if carried else None


def packed(carried: Mapping[str, object]) -> str:
    return json.dumps(carried, ensure_ascii=False, separators=(",", ":"))
