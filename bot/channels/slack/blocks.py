"""The pieces of Block Kit that the bot speaks with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .limits import FIELD, LABEL, ROW, SECTION, VALUE, clip, pieces

JSON = dict[str, Any]


def escape(text: str) -> str:
    """Text that is nothing but text: no mention, channel or link can be written in it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bold(text: str) -> str:
    return f"*{escape(text).replace('*', '∗')}*"


def plain(text: str) -> JSON:
    return {"type": "plain_text", "text": text, "emoji": False}


def marked(text: str) -> JSON:
    return {"type": "mrkdwn", "text": text}


def paragraphs(text: str) -> Iterator[JSON]:
    """Sections for text of any length, escaped here."""
    for piece in pieces(escape(text), SECTION):
        yield {"type": "section", "text": marked(piece or " ")}


def heading(text: str) -> JSON:
    return {"type": "section", "text": marked(clip(bold(text), SECTION))}


def context(text: str) -> JSON:
    return {"type": "context", "elements": [marked(clip(escape(text), FIELD))]}


def warning(text: str) -> JSON:
    return {"type": "context", "elements": [marked(f":warning: {clip(escape(text), FIELD)}")]}


def pair(name: str, value: str, accessory: JSON | None = None) -> JSON:
    """A name and what it has, side by side; the value is taken to the letter."""
    fields = [marked(clip(bold(name), FIELD)), plain(clip(value or "–", FIELD))]
    block: JSON = {"type": "section", "fields": fields}
    return block | {"accessory": accessory} if accessory else block


def button(label: str, value: str, action: str = "press", style: str = "") -> JSON:
    """`value` must fit: see presses.py, which makes it."""
    if len(value) > VALUE:
        raise ValueError(f"a button carries {VALUE} characters, not {len(value)}")
    made = {"type": "button", "text": plain(clip(label, LABEL)), "value": value}
    return made | {"action_id": action} | ({"style": style} if style else {})


def actions(elements: Iterable[JSON]) -> Iterator[JSON]:
    """Rows of buttons, each with a name of its own in its row."""
    row: list[JSON] = []
    for element in elements:
        row.append(element | {"action_id": f"{element['action_id'].split('-')[0]}-{len(row)}"})
        if len(row) == ROW:
            yield {"type": "actions", "elements": row}
            row = []
    if row:
        yield {"type": "actions", "elements": row}


def option(label: str, value: str) -> JSON:
    """A long label goes on in the option's description."""
    if len(value) > LABEL:
        raise ValueError(f"an option's value has {LABEL} characters at most: {value}")
    made = {"text": plain(clip(label, LABEL)), "value": value}
    rest = label[LABEL - 1 :].lstrip() if len(label) > LABEL else ""
    return made | ({"description": plain(clip(f"…{rest}", LABEL))} if rest else {})


def texts(blocks: Iterable[JSON]) -> Iterator[str]:
    """What blocks say, as plain lines: for notifications and screen readers."""
    for block in blocks:
        told = [block.get("text"), *block.get("fields", ())]
        told += [each for each in block.get("elements", ()) if each.get("type") in TEXTS]
        yield from (each["text"] for each in told if each)


TEXTS = ("mrkdwn", "plain_text")
