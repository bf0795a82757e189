"""How long it takes from nothing to a bot that could answer."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from statistics import median

from .figure import Figure

ROUNDS = 5


def figures() -> Iterator[Figure]:
    bare = seconds("pass")
    for what in ("bot.dialog", "dialogs", "bot.language"):
        yield Figure(f"import {what}", 1000 * (seconds(f"import {what}") - bare), "ms")


def seconds(code: str) -> float:
    return median(once(code) for _round in range(ROUNDS))


def once(code: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - started
