"""How likely each wish is, by weights that were learnt from many sentences (see tools/wishes)."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, sqrt
from typing import NamedTuple, TypedDict, cast

from .features import Features

NOTHING = "none_of_these"
PARTS_OF_ONE = 10
"""Weights are kept in tenths."""
OWN = 11
"""So much speaks for what somebody's office is for: it makes that three times likelier."""
FIRST = ord("A")
"""The sign that stands for the first wish; the next one is for the second."""
PAIR = re.compile(r"(.)(-?\d+)")


@dataclass(frozen=True)
class Weights:
    """For each feature the wishes it speaks for or against, and how strongly: A12C-4."""

    wishes: Sequence[str]
    bias: Sequence[int]
    parts: Mapping[str, str]
    cues: Mapping[str, str]


class Ranked(NamedTuple):
    """A wish, and how likely it is."""

    wish: str
    share: float


@cache
def weights() -> Weights:
    """Read when the first wish is judged."""
    text = files("bot.language.understand").joinpath("data", "wish_weights.json").read_text("utf-8")
    kept = cast("Kept", json.loads(text))
    return Weights(kept["wishes"], kept["bias"], kept["parts"], kept["cues"])


class Kept(TypedDict):
    wishes: list[str]
    bias: list[int]
    parts: dict[str, str]
    cues: dict[str, str]


def ranked(found: Features, own: Container[str] = ()) -> list[Ranked]:
    """All wishes, the likeliest first; `own` are those of the office that the person holds."""
    known = weights()
    sums = [
        float(bias + (OWN if wish in own else 0))
        for wish, bias in zip(known.wishes, known.bias, strict=True)
    ]
    for names, block in ((found.parts, known.parts), (found.cues, known.cues)):
        add(sums, names, block)
    highest = max(sums)
    powers = [exp((each - highest) / PARTS_OF_ONE) for each in sums]
    total = sum(powers)
    order = sorted(range(len(sums)), key=lambda place: -powers[place])
    return [Ranked(known.wishes[place], powers[place] / total) for place in order]


def add(sums: list[float], names: Collection[str], block: Mapping[str, str]) -> None:
    """Add the weights of a block's features; those of a long text weigh less each."""
    length = 1 / sqrt(len(names) or 1)
    spoken = "".join(block.get(name, "") for name in sorted(names))
    for wish, weight in PAIR.findall(spoken):
        sums[ord(wish) - FIRST] += int(weight) * length
