"""A compact check of our own that Slack would take what is drawn: quick, and run on everything."""

from __future__ import annotations

from collections.abc import Iterator

from .judge import elements, rules
from .workspace import JSON

Parts = tuple[set[str], set[str]]
BLOCKS: dict[str, Parts] = {
    "section": (set(), {"text", "fields", "accessory"}),
    "context": ({"elements"}, set()),
    "divider": (set(), set()),
    "actions": ({"elements"}, set()),
    "input": ({"label", "element"}, {"optional", "hint", "dispatch_action"}),
}
LISTED = {"placeholder", "options"}
ELEMENTS: dict[str, Parts] = {
    "button": ({"text", "value"}, {"style"}),
    "plain_text_input": (set(), {"initial_value", "max_length", "multiline"}),
    "datepicker": (set(), {"initial_date"}),
    "timepicker": (set(), {"initial_time"}),
    "radio_buttons": ({"options"}, {"initial_option"}),
    "checkboxes": ({"options"}, {"initial_options"}),
    "static_select": ({"options"}, {"initial_option", *LISTED}),
    "multi_static_select": ({"options"}, {"initial_options", *LISTED}),
    "external_select": ({"min_query_length"}, {"initial_option", "placeholder"}),
    "multi_external_select": ({"min_query_length"}, {"initial_options", "placeholder"}),
    "file_input": (set(), {"max_files"}),
}
"""By type: what it must have, and what else it may."""
VIEWS: dict[str, Parts] = {
    "home": ({"type", "blocks"}, set()),
    "modal": (
        {"type", "blocks", "title"},
        {"submit", "close", "callback_id", "private_metadata", "notify_on_close"},
    ),
}
LONGEST = {
    ("section", "text"): 3000,
    ("section", "fields"): 2000,
    ("context", "elements"): 2000,
    ("input", "label"): 2000,
    ("input", "hint"): 2000,
    ("button", "text"): 75,
    ("modal", "title"): 24,
    ("modal", "submit"): 24,
    ("modal", "close"): 24,
    ("option", "text"): 75,
    ("option", "description"): 75,
}
"""Characters."""
MOST = {
    ("section", "fields"): 10,
    ("context", "elements"): 10,
    ("actions", "elements"): 25,
    ("radio_buttons", "options"): 10,
    ("checkboxes", "options"): 10,
    ("static_select", "options"): 100,
    ("multi_static_select", "options"): 100,
}
IN_A_POST, IN_A_VIEW = 50, 100
NAME, VALUE, OPTION, KEPT = 255, 2000, 75, 3000


def faults_of_post(text: str, blocks: list[JSON]) -> list[str]:
    found = [*faults(blocks, "message")]
    found += [f"{len(blocks)} blocks in a post"] if len(blocks) > IN_A_POST else []
    return found if text.strip() else [*found, "nothing for a notification to show"]


def faults_of_view(view: JSON) -> list[str]:
    kind, blocks = view["type"], view["blocks"]
    found = [*parts("view", view, VIEWS[kind]), *long(kind, view), *faults(blocks, kind)]
    if not 0 < len(blocks) <= IN_A_VIEW:
        found.append(f"{len(blocks)} blocks in a view")
    if len(view.get("private_metadata", "")) > KEPT:
        found.append("private_metadata is too long")
    if kind == "modal" and any(b["type"] == "input" for b in blocks) and "submit" not in view:
        found.append("inputs, and nothing to send them with")
    return found


def faults(blocks: list[JSON], surface: str) -> Iterator[str]:
    yield from rules(blocks, surface)
    for block in blocks:
        kind = block["type"]
        if kind not in BLOCKS:
            yield f"{kind} is no block of ours"
            continue
        yield from parts(kind, {n: p for n, p in block.items() if n != "type"}, BLOCKS[kind])
        yield from long(kind, block)
        for element in elements(block):
            yield from wrong_element(element)


def wrong_element(element: JSON) -> Iterator[str]:
    kind = element["type"]
    if kind not in ELEMENTS:
        yield f"{kind} is no element of ours"
        return
    yield from parts(kind, {n: p for n, p in element.items() if n != "type"}, ELEMENTS[kind])
    yield from long(kind, element)
    if len(str(element.get("value", ""))) > VALUE:
        yield f"{kind} carries too much"
    for option in element.get("options") or ():
        yield from long("option", option)
        if not 0 < len(option["value"]) <= OPTION:
            yield f"an option's value is {option['value']!r}"


def parts(kind: str, thing: JSON, known: Parts) -> Iterator[str]:
    needed, allowed = known
    names = {"block_id", "action_id"}
    yield from (f"{kind} has no {name}" for name in needed - thing.keys())
    yield from (f"{kind} has {name}" for name in thing.keys() - needed - allowed - names)
    yield from (
        f"{name} of {kind} is too long" for name in names if len(thing.get(name, "")) > NAME
    )


def long(kind: str, thing: JSON) -> Iterator[str]:
    """Texts that are too long or empty, and lists that are too long or empty."""
    for name, part in thing.items():
        listed = part if isinstance(part, list) else [part]
        most = LONGEST.get((kind, name))
        for each in listed if most else ():
            if each["type"] not in ("plain_text", "mrkdwn"):
                yield f"{name} of {kind} is a {each['type']}"
            if most and not 0 < len(each["text"]) <= most:
                yield f"{name} of {kind} has {len(each['text'])} characters"
        if not 0 < len(listed) <= MOST.get((kind, name), len(listed) or 1):
            yield f"{name} of {kind} has {len(listed)} of them"
