"""One thing that was measured."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    what: str
    value: float
    unit: str

    def __str__(self) -> str:
        return f"{self.what:60} {self.value:12,.2f} {self.unit}"
