"""What stands in the inputs of a modal or a message, in the wire form of answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .blocks import JSON
from .typed import clean


def answers(state: JSON) -> dict[str, str]:
    """By the names of the questions. What was left empty is an empty answer; files are apart."""
    return {name: wire(action, value) for name, action, value in inputs(state) if action != "files"}


def picked(state: JSON) -> dict[str, str]:
    """Only what is picked, not typed, and not empty: what is settled while a form is filled."""
    typed = ("text", "count", "amount", "kilometres", "files")
    found = {
        name: wire(action, value) for name, action, value in inputs(state) if action not in typed
    }
    return {name: text for name, text in found.items() if text}


def files(state: JSON) -> dict[str, list[JSON]]:
    """The files of each question for some, as Slack describes them."""
    return {
        name: list(value.get("files") or ())
        for name, action, value in inputs(state)
        if action == "files"
    }


def inputs(state: JSON) -> Iterator[tuple[str, str, JSON]]:
    """The question's name, which kind of input it had, and what stands in that."""
    for name, elements in (state.get("values") or {}).items():
        for action, value in elements.items():
            yield name, action.partition(".")[0], value


def wire(action: str, value: Mapping[str, Any]) -> str:
    match action:
        case "count" | "amount" | "kilometres":
            return figure(value.get("value") or "")
        case "text":
            return clean(value.get("value") or "")
        case "day":
            return value.get("selected_date") or ""
        case "time":
            return value.get("selected_time") or ""
        case "many":
            return ",".join(each["value"] for each in value.get("selected_options") or ())
        case "one" | "yesno":
            return (value.get("selected_option") or {}).get("value") or ""
    return ""


def figure(typed: str) -> str:
    """As a figure travels: `1 234,50 €` is `1234.50`."""
    return re.sub(r"\s|€|(?i:km|eur|euroa|euro)$", "", clean(typed)).replace(",", ".")
