"""The tick: APScheduler, which remembers nothing here. What is due stands in the database."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from .deliver import Deliverer

EVERY = 1
"""Seconds between two looks at what is due."""

# It tells of every tick.
logging.getLogger("apscheduler").setLevel(logging.WARNING)


@asynccontextmanager
async def ticking(deliverer: Deliverer, tidy: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Deliver while this lasts, each second and when woken. The end waits for letters in hand."""

    async def tick() -> None:
        deliverer.wake()

    # A tick that comes late still comes, and of many that were missed only one.
    once = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=once)
    scheduler.add_job(tick, "interval", seconds=EVERY)
    scheduler.add_job(tidy, "interval", hours=1)
    scheduler.start()
    deliverer.begun = True
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
        await deliverer.finish()
