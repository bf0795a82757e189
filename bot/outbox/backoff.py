"""How long to wait before a letter that could not go is tried again."""

from __future__ import annotations

from datetime import timedelta
from hashlib import blake2s

FIRST = 5.0
LONGEST = 1800.0
"""Seconds."""

MOST_TRIES = 70
"""With the waits between them, about a day."""


def backoff(key: str, tries: int) -> timedelta:
    """Twice as long each time, half of it by lot: the same for the same letter and try.

    The lot keeps letters that failed together from coming back together.
    """
    longest = min(LONGEST, FIRST * 2 ** min(tries, 30))
    return timedelta(seconds=longest * (1 + lot(f"{key} {tries}")) / 2)


def lot(seed: str) -> float:
    """A number from 0 to 1 that looks like chance."""
    drawn = blake2s(seed.encode(), digest_size=4).digest()
    return int.from_bytes(drawn, "big") / 2**32
