"""Work that takes too long to be done while a transaction is open."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TypeAlias

Reckoned: TypeAlias = Mapping[Hashable, object]
"""What has been worked out in a turn, by what it is about."""


class Unreckoned(Exception):
    """What is asked for has yet to be worked out: all is undone, and begun anew with the result.

    `work` is pure: all it needs was read before, and it changes nothing.
    """

    def __init__(self, about: Hashable, work: Callable[[], object]) -> None:
        super().__init__(about)
        self.about = about
        self.work = work
