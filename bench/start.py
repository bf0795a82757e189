"""How long the bot takes from nothing to its first answer, and how much memory it has then."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from urllib.error import URLError

import psutil

from .figure import Figure
from .process import free_port

ROUNDS = 5
PATIENCE = 60.0
"""Seconds after which a start has failed."""


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'ake.db'}"
        first, _megabytes = started(url)
        yield Figure("first answer, no database yet", first, "s")
        later = [started(url) for _round in range(ROUNDS)]
    yield Figure("first answer", median(seconds for seconds, _megabytes in later), "s")
    yield Figure("memory then", median(megabytes for _seconds, megabytes in later), "MB")


def started(database: str) -> tuple[float, float]:
    """Seconds to the first page, and megabytes of the process then."""
    port = str(free_port())
    plain = {name: value for name, value in os.environ.items() if not name.startswith("AKE_")}
    settings = {"AKE_DATABASE_URL": database, "AKE_PORT": port, "AKE_LOG_LEVEL": "ERROR"}
    began = time.perf_counter()
    bot = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve"], env=plain | settings, stdout=subprocess.DEVNULL
    )
    try:
        while not answers(f"http://127.0.0.1:{port}/"):
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError("the bot does not answer")
            time.sleep(0.01)  # noqa: TID251 (a bench waits for its server)
        return time.perf_counter() - began, psutil.Process(bot.pid).memory_info().rss / 2**20
    finally:
        bot.terminate()
        bot.wait()


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as page:  # noqa: S310 (our own server)
            return bool(page.read())
    except URLError:
        return False
