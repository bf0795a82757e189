"""Whether what goes to Slack, or comes from it, is what Slack's own types and limits allow."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

SCHEMAS = Path(__file__).parent / "schemas"
JSON = dict[str, Any]


@cache
def validator(file: str, definition: str) -> Draft7Validator:
    schema = json.loads((SCHEMAS / f"{file}.json").read_text("utf-8"))
    return Draft7Validator(
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "definitions": schema["definitions"],
            "$ref": f"#/definitions/{definition}",
        }
    )


def wrong(file: str, definition: str, thing: object) -> list[str]:
    """What the schema has against it."""
    found = []
    for error in validator(file, definition).iter_errors(thing):
        deepest = error
        while deepest.context:
            deepest = min(deepest.context, key=lambda each: -len(each.path))
        where = "/".join(map(str, deepest.absolute_path))
        found.append(f"/{where}: {deepest.message[:200]}")
    return sorted(set(found))


def wrong_blocks(blocks: list[JSON]) -> list[str]:
    """Of a post."""
    told = wrong("sent", "StrictBlocks", blocks) + list(rules(blocks, "message"))
    return told + ([f"{len(blocks)} blocks, a post takes 50"] if len(blocks) > 50 else [])


def wrong_view(view: JSON) -> list[str]:
    """Of a modal or a home tab."""
    surface = view.get("type", "")
    definition = "StrictHome" if surface == "home" else "StrictModal"
    return wrong("sent", definition, view) + list(rules(view.get("blocks", []), surface))


RECEIVED = {
    "block_actions": "P_block_actions",
    "block_suggestion": "P_block_suggestion",
    "view_submission": "P_view_submission",
    "view_closed": "P_view_closed",
    "shortcut": "P_shortcut",
    "message_action": "P_message_action",
    "event_callback": "P_event_callback",
}
EVENTS = {
    "message": "E_message",
    "app_mention": "E_app_mention",
    "app_home_opened": "E_app_home_opened",
}


def wrong_payload(payload: JSON) -> list[str]:
    """Of something that Slack sends."""
    about = payload if payload.get("enterprise") else without(payload, "enterprise")
    if "view" in payload:
        # Slack's types want an address to respond to, which a view has none of.
        about = {"response_url": "", **about}
    told = wrong("received", RECEIVED.get(payload.get("type", ""), "P_slash_command"), about)
    event = payload.get("event") or {}
    shares = event.get("subtype") == "file_share"
    name = "E_file_share" if shares else EVENTS.get(event.get("type", ""), "")
    return told + (wrong("received", name, event) if name else [])


def without(payload: JSON, name: str) -> JSON:
    """Slack's types have nothing where there is none; Slack sends null."""
    return {each: part for each, part in payload.items() if each != name}


# What a schema cannot say


def rules(blocks: list[JSON], surface: str) -> Iterator[str]:
    names = [block["block_id"] for block in blocks if "block_id" in block]
    yield from (f"block_id {each} twice" for each in twice(names))
    for block in blocks:
        yield from block_rules(block, surface)
        for element in elements(block):
            yield from element_rules(element)


def block_rules(block: JSON, surface: str) -> Iterator[str]:
    if block["type"] == "actions":
        yield from (
            f"action_id {each} twice" for each in twice([e["action_id"] for e in elements(block)])
        )
    if block["type"] == "section" and not (block.get("text") or block.get("fields")):
        yield "a section says nothing"
    element = block.get("element") or {}
    if element.get("type") == "file_input" and (block.get("dispatch_action") or surface != "modal"):
        yield "files are handed in in modals only, and dispatch nothing"


def element_rules(element: JSON) -> Iterator[str]:
    kind = element["type"]
    options = element.get("options") or []
    values = [option["value"] for option in options]
    if kind in ("static_select", "multi_static_select", "radio_buttons", "checkboxes"):
        if not options:
            yield f"{kind} without options"
        yield from (f"option {each} twice" for each in twice(values))
        initial = [element["initial_option"]] if "initial_option" in element else []
        for each in initial + element.get("initial_options", []):
            if each not in options:
                yield f"initial option {each['value']} is not one of the options, to the letter"
    if kind == "datepicker" and not re.fullmatch(DATE, element.get("initial_date", "2026-01-01")):
        yield "initial_date is no date"
    if kind == "timepicker" and not re.fullmatch(TIME, element.get("initial_time", "00:00")):
        yield "initial_time is no time"
    if len(element.get("initial_value", "")) > element.get("max_length", 3000):
        yield "initial_value is longer than max_length"


DATE = r"\d{4}-\d\d-\d\d"
TIME = r"([01]\d|2[0-3]):[0-5]\d"


def elements(block: JSON) -> list[JSON]:
    """What can be pressed, picked or filled in a block."""
    inside = [block.get("element"), block.get("accessory"), *(block.get("elements") or [])]
    return [each for each in inside if each and "action_id" in each]


def twice(names: list[str]) -> set[str]:
    return {name for name in names if names.count(name) > 1}
