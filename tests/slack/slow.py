"""A house whose data takes its time, or is not to be had."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.app import House

T = TypeVar("T")


class Held:
    """Work that touches the database waits until it is let go."""

    def __init__(self, house: House) -> None:
        self.workers, self.go = house.workers, asyncio.Event()

    async def __call__(self, work: Callable[[], T], /) -> T:
        await self.go.wait()
        return await self.workers(work)

    def shutdown(self) -> None:
        """The house's own are shut down by the house."""


class Broken:
    """There is no database any more."""

    async def __call__(self, work: Callable[[], T], /) -> T:
        raise ZeroDivisionError

    def shutdown(self) -> None:
        """The house's own are shut down by the house."""
