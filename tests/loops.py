"""Running what is asynchronous from a test that is not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    return aside(lambda: asyncio.run(work))


def aside(work: Callable[[], T]) -> T:
    """In a thread of its own: in this one Playwright may have a loop running already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()
