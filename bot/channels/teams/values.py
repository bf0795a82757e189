"""What a card carries in its buttons, and how that is read when one is pressed.

The answers stand beside under the names of their questions, as the inputs have them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.conversation.turns import FormId, Gave, Input, Moved, Opened
from bot.dialog import Button, Move, Paper

from .place import JSON, part, text

OURS = "ake"
"""The one key that no question may have for its name."""
LONGEST = 20_000


class Garbled(Exception):
    """The value is none that a card of ours sends."""


@dataclass(frozen=True)
class Asked:
    """Something wanted beside the dialog: `what` is paper, page or view.

    `about` is what the channel itself noted, `facts` are a paper's own.
    """

    what: str
    about: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)


def answering(form: FormId, asks: list[str], figures: list[str], whose: str) -> JSON:
    """`asks` are the questions on the card; of these `figures` may be written with a comma."""
    told = {"do": "answer", "form": [form.draft, form.revision], "asks": asks, "of": whose}
    return {OURS: told | ({"figures": figures} if figures else {})}


def moving(form: FormId, move: Move, whose: str) -> JSON:
    told = {"do": "move", "form": [form.draft, form.revision], "move": move.value, "of": whose}
    return {OURS: told}


def opening(button: Button, whose: str) -> JSON:
    told = {"do": "open", "opens": button.opens, "of": whose}
    return {OURS: told | ({"given": dict(button.given)} if button.given else {})}


def fetching(paper: Paper, title: str, whose: str) -> JSON:
    about = {"kind": paper.kind, "file": paper.file_name, "title": title}
    return {OURS: {"do": "paper", "about": about, "facts": dict(paper.facts), "of": whose}}


def asking(asked: Asked, whose: str) -> JSON:
    """The same wish, to be pressed once more."""
    told = {"do": asked.what, "about": dict(asked.about), "facts": dict(asked.facts)}
    return {OURS: told | {"of": whose}}


def viewing(turn: str, whose: str) -> JSON:
    return {OURS: {"do": "view", "about": {"turn": turn}, "of": whose}}


def paging(whose: str) -> JSON:
    return {OURS: {"do": "page", "of": whose}}


def pressed(data: object) -> tuple[Input | Asked, str]:
    """What was meant, and for whom the card was drawn. Raises Garbled."""
    if not isinstance(data, dict) or not isinstance(ours := data.get(OURS), dict):
        raise Garbled
    whose = text(ours, "of")
    match ours.get("do"):
        case "answer":
            return Gave(answers(data, ours), form(ours)), whose
        case "move":
            return Moved(move(ours), text(data, "at"), form(ours)), whose
        case "open" if text(ours, "opens"):
            return Opened(ours["opens"], strings(part(ours, "given"))), whose
        case "paper" | "page" | "view" as what:
            about, facts = strings(part(ours, "about")), strings(part(ours, "facts"))
            return Asked(what, about, facts), whose
    raise Garbled


def form(ours: JSON) -> FormId:
    match ours.get("form"):
        case [str(draft), int(revision)]:
            return FormId(draft, revision)
    raise Garbled


def move(ours: JSON) -> Move:
    try:
        return Move(ours.get("move"))
    except ValueError:
        raise Garbled from None


def answers(data: JSON, ours: JSON) -> dict[str, str]:
    """An input left empty is not sent by every client, and is an empty answer."""
    asks, figures = ours.get("asks"), ours.get("figures", [])
    if not isinstance(asks, list) or not isinstance(figures, list):
        raise Garbled
    given = {name: written(data.get(name)) for name in asks if isinstance(name, str)}
    return {n: figure(words) if n in figures else words for n, words in given.items()}


def written(value: object) -> str:
    """An input's value as text: most clients send text, some send numbers as such."""
    match value:
        case None:
            return ""
        case str() if len(value) <= LONGEST:
            return value.replace("\0", "")
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return repr(value)
    raise Garbled


def figure(words: str) -> str:
    """`1 250,50 €` as the wire has it: 1250.50."""
    bare = "".join(words.split()).rstrip("€").removesuffix("km")
    return bare.replace(",", ".")


def strings(found: JSON) -> dict[str, str]:
    if not all(isinstance(value, str) for value in found.values()):
        raise Garbled
    return dict(found)
