"""What a kilometre in an own car is worth."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Protocol


class Rate(Protocol):
    """The cap for a kilometre and for each passenger on it, in cents (D-15, D-16)."""

    @property
    def car(self) -> Decimal: ...
    @property
    def passenger(self) -> Decimal: ...


Rates = Callable[[date], Rate | None]
"""The rate of a travel date; None where nobody has entered one, and then nobody guesses."""
