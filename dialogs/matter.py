"""One thing that a person or their library has here, with its state and what can be done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from bot.dialog import Button, Phrase
from bot.domain.occasion import Occasion


@dataclass(frozen=True)
class Matter:
    title: Phrase
    state: Phrase
    buttons: tuple[Button, ...] = ()


Section: TypeAlias = Callable[[Occasion], Iterable[Matter]]
"""Finds the matters of one capability for the one who asks. Listed in dialogs/matters.py."""
