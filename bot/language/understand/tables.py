"""The tables of words that the readers stand on, kept as JSON beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import cast

Lists = Mapping[str, Sequence[str]]
"""What the words do, and the words."""
Groups = Mapping[str, Mapping[str, Sequence[str]]]
"""What the words do, what they are of, and the words: weekday, "0", maanantai and its forms."""


@cache
def lists(name: str) -> Lists:
    return cast("Lists", read(name))


@cache
def groups(name: str) -> Groups:
    return cast("Groups", read(name))


def read(name: str) -> object:
    text = files(__package__).joinpath("data", f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text)
