"""A compact check of our own that a card is one Teams can draw: always run, on every card."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema.exceptions import ValidationError, best_match
from jsonschema.protocols import Validator
from jsonschema.validators import Draft6Validator, extend

from tests.schemas import schema

JSON = dict[str, Any]

LOOKS = {"spacing", "separator", "size", "weight", "color", "isSubtle", "wrap", "style"}
INPUT = {"id", "label", "isRequired", "errorMessage", "value", "placeholder", "spacing"}
ACTION = {"title", "data", "associatedInputs", "style", "fallback"}
KNOWN: dict[str, tuple[set[str], set[str]]] = {
    "AdaptiveCard": (
        {"body"},
        {
            "$schema",
            "version",
            "lang",
            "actions",
            "fallbackText",
            "refresh",
            "msteams",
        },
    ),
    "TextBlock": ({"text"}, LOOKS),
    "RichTextBlock": ({"inlines"}, {"spacing"}),
    "TextRun": ({"text"}, LOOKS | {"selectAction"}),
    "Container": ({"items"}, {"spacing", "separator", "style", "selectAction"}),
    "ActionSet": ({"actions"}, {"spacing"}),
    "Table": ({"columns", "rows"}, {"firstRowAsHeader", "spacing"}),
    "TableRow": ({"cells"}, set()),
    "TableCell": ({"items"}, set()),
    "Input.Text": (
        {"id", "label", "errorMessage"},
        INPUT | {"maxLength", "isMultiline", "regex"},
    ),
    "Input.Number": ({"id", "label", "min", "max", "errorMessage"}, INPUT),
    "Input.Date": ({"id", "label", "errorMessage"}, INPUT),
    "Input.Time": ({"id", "label", "errorMessage"}, INPUT),
    "Input.ChoiceSet": (
        {"id", "label", "choices", "style"},
        INPUT | {"isMultiSelect", "wrap", "choices.data"},
    ),
    "Action.Execute": ({"title", "verb", "data"}, ACTION),
    "Action.Submit": ({"title", "data"}, ACTION),
    "Action.OpenUrl": ({"title", "url"}, set()),
    "Action.ShowCard": ({"title", "card"}, set()),
    "Refresh": ({"action", "userIds"}, set()),
    "Data.Query": ({"dataset"}, set()),
}
"""By type: what it must have, and what it may."""
SIZE = 20_000
"""Characters; two bytes each make the 40 kB that Teams has taken at all times."""
BUTTONS = 6


def faults(card: JSON) -> list[str]:
    found = [fault for part in parts(card) for fault in wrong(part)]
    ids = Counter(part["id"] for part in parts(card) if part["type"].startswith("Input."))
    found += [f"two inputs are called {name}" for name, times in ids.items() if times > 1]
    found += ["an input has our own name"] if "ake" in ids else []
    found += [f"{size(card)} characters"] if size(card) > SIZE else []
    found += [] if card.get("version") == "1.5" and card.get("lang") else ["no version or language"]
    return found


def size(card: JSON) -> int:
    return len(json.dumps(card, ensure_ascii=False))


def parts(part: Any) -> Iterator[JSON]:
    """Everything in a card that has a type; of data only what the client reads."""
    if isinstance(part, list):
        for each in part:
            yield from parts(each)
    if isinstance(part, dict):
        if "type" in part:
            yield part
        for name, each in part.items():
            if name != "data":
                yield from parts(each)


def wrong(part: JSON) -> Iterator[str]:
    kind = part["type"]
    if kind not in KNOWN:
        yield f"{kind} is unknown"
        return
    needed, allowed = KNOWN[kind]
    yield from (f"{kind} has no {name}" for name in needed - part.keys())
    yield from (f"{kind} has {name}" for name in part.keys() - needed - allowed - {"type"})
    for name in ("text", "title", "label"):
        if name in part and not (isinstance(part[name], str) and part[name].strip()):
            yield f"{kind} has an empty {name}"
    yield from PARTICULAR.get(kind.partition(".")[0], nothing)(part)


def nothing(_part: JSON) -> Iterator[str]:
    yield from ()


def input_wrong(part: JSON) -> Iterator[str]:
    if not re.fullmatch(r"[a-z_][a-z0-9_]*", part.get("id", "")):
        yield f"{part.get('id')} is no name of a question"
    if (part.get("isRequired") or "regex" in part) and not part.get("errorMessage"):
        yield f"{part['id']} does not say what is wrong"
    if part["type"] == "Input.Number" and not isinstance(part.get("value", 0), int):
        yield f"{part['id']} shows no number"
    if part["type"] == "Input.ChoiceSet":
        yield from choices_wrong(part)


def choices_wrong(part: JSON) -> Iterator[str]:
    values = [choice["value"] for choice in part["choices"]]
    if not values and "choices.data" not in part:
        yield f"{part['id']} offers nothing"
    if len(set(values)) != len(values) or any("," in value for value in values):
        yield f"{part['id']} has values that cannot be told apart"
    if any(not choice["title"].strip() for choice in part["choices"]):
        yield f"{part['id']} has a choice with no name"


def action_wrong(part: JSON) -> Iterator[str]:
    if part["type"] in ("Action.Execute", "Action.Submit") and "ake" not in part["data"]:
        yield f"“{part['title']}” carries nothing of ours"
    older = part.get("fallback")
    if older and (older["type"] != "Action.Submit" or older["data"] != part["data"]):
        yield f"“{part['title']}” does something else in older clients"


def row_wrong(part: JSON) -> Iterator[str]:
    buttons = part.get("actions", ())
    if len(buttons) > BUTTONS:
        yield f"{len(buttons)} buttons side by side"
    yield from (f"“{b['title']}” is long for a button" for b in buttons if len(b["title"]) > 40)


PARTICULAR = {
    "Input": input_wrong,
    "Action": action_wrong,
    "ActionSet": row_wrong,
    "AdaptiveCard": row_wrong,
}


# The platform's own schemas, which are not ours to publish


def against_schema(card: JSON) -> list[str]:
    """What the official schema says against a card, leaving out what is Teams' own in it."""
    rules = official_rules()
    if rules is None:
        return []
    error = best_match(rules.iter_errors(bare(card)))
    return [f"{list(error.absolute_path)}: {error.message[:300]}"] if error else []


@cache
def official_rules() -> Validator | None:
    rules = schema("adaptive-card-1.5.0.json")
    checks: Any = extend  # the library gives it no types
    return None if rules is None else checks(Draft6Validator, {"anyOf": by_type})(rules)


def by_type(rules: Any, any_of: list[JSON], part: Any, whole: JSON) -> Iterator[ValidationError]:
    """A part is held to what is said of its own type: quicker, and what is wrong is told plainly.

    The schema's own way tries all the types there are on every part, and on all that is in it.
    """
    kind = f"#/definitions/{part.get('type')}" if isinstance(part, dict) else ""
    for told in (each for option in any_of for each in option.get("allOf", [option])):
        if told.get("$ref") == kind:
            yield from rules.descend(part, told)
            return
    yield from Draft6Validator.VALIDATORS["anyOf"](rules, any_of, part, whole)


def bare(part: Any) -> Any:
    """Without what Teams documents beyond the schema: searched lists, and its own settings."""
    if isinstance(part, list):
        return [bare(each) for each in part]
    if isinstance(part, dict):
        kept = {n: bare(each) for n, each in part.items() if n not in ("msteams", "choices.data")}
        return kept | ({"style": "compact"} if part.get("style") == "filtered" else {})
    return part
