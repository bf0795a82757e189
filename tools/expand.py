"""Writes out templates of wishes: (a|b) is one of them, [x] it or nothing, {slot} a filling."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

TOKEN = re.compile(r"[()\[\]|]|\{\w+\}|[^()\[\]|{]+")


def expanded(template: str, slots: Mapping[str, Sequence[str]], chance: random.Random) -> str:
    """One of the sentences that a template stands for. Raises KeyError for an unknown slot."""
    tokens = TOKEN.findall(template)
    text, rest = alternatives(tokens, slots, chance)
    if rest:
        raise ValueError(f"unbalanced: {template}")
    return " ".join(text.split())


def alternatives(
    tokens: list[str], slots: Mapping[str, Sequence[str]], chance: random.Random
) -> tuple[str, list[str]]:
    """What stands up to the next closing sign, one of the alternatives chosen."""
    choices, current = [], ""
    while tokens and tokens[0] not in (")", "]"):
        sign, *tokens = tokens
        if sign == "|":
            choices.append(current)
            current = ""
        elif sign in ("(", "["):
            inner, tokens = alternatives(tokens, slots, chance)
            current += inner if sign == "(" or chance.random() < 0.5 else ""
            tokens = tokens[1:]
        elif sign.startswith("{"):
            current += chance.choice(slots[sign[1:-1]])
        else:
            current += sign
    return chance.choice([*choices, current]), tokens
