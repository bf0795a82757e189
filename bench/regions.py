"""How long a region takes to be read and checked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

from bot.regions import load, regions

from .figure import Figure

ROUNDS = 20


def figures() -> Iterator[Figure]:
    for key in regions():
        yield Figure(f"load {key}", 1000 * median(once(key) for _round in range(ROUNDS)), "ms")


def once(key: str) -> float:
    started = time.perf_counter()
    load(key)
    return time.perf_counter() - started
