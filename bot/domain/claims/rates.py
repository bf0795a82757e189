"""Where a claim gets its rates from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.domain.rates import Rate

Rates = Callable[[date], Rate | None]
"""The rate of a travel date; None where nobody has entered one, and then nobody guesses (D-15)."""
