"""Named rules over what a wish is about, and what each wish must be about."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypedDict, cast

from bot.language.understand.tables import lists

from .concepts import Concepts
from .features import Features

VETO = frozenset({"library service", "room", "training", "other place", "café", "chat"})
"""What libraries do for their visitors and the rest of the world: not what this bot is for."""
BRIEF = 4
"""Words in the longest text that is a step, a yes or a no, and nothing else."""


class Kept(TypedDict):
    wish: str
    all: list[list[str]]
    none: list[str]


@dataclass(frozen=True)
class Rule:
    """Holds where one concept of each group is there and none that speaks against it."""

    name: str
    wish: str
    groups: tuple[frozenset[str], ...]
    against: frozenset[str]

    def holds(self, concepts: Concepts) -> bool:
        return not concepts & self.against and all(concepts & group for group in self.groups)


@cache
def rules() -> tuple[Rule, ...]:
    text = files("bot.language.understand").joinpath("data", "wish_rules.json").read_text("utf-8")
    kept = cast("Mapping[str, Kept]", json.loads(text))
    return tuple(
        Rule(name, rule["wish"], tuple(map(frozenset, rule["all"])), frozenset(rule["none"]))
        for name, rule in kept.items()
    )


def ruled(found: Features) -> dict[str, str]:
    """The wishes that rules see, each with the name of the first rule."""
    seen: dict[str, str] = {}
    for rule in rules():
        if rule.holds(found.concepts):
            seen.setdefault(rule.wish, rule.name)
    if found.size <= BRIEF:
        for cue in found.cues:
            if cue.startswith("step ") or cue in ("yes", "no"):
                seen.setdefault(cue.removeprefix("step "), f"said as a whole: {cue}")
    return seen


@cache
def anchors() -> Mapping[str, frozenset[str]]:
    return {wish: frozenset(concepts) for wish, concepts in lists("wish_anchors").items()}


def anchored(wish: str, concepts: Concepts) -> bool:
    """Whether a wish is about at least one of the things that it must be about."""
    return wish not in anchors() or bool(anchors()[wish] & concepts)
