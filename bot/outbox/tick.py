"""The tick: APScheduler, which remembers nothing here. What is due stands in the database."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.conversation.mishaps import noted

from .deliver import Deliverer

EVERY = timedelta(seconds=1)
"""Between two looks at what is due."""

# It tells of every tick.
logging.getLogger("apscheduler").setLevel(logging.WARNING)


@dataclass(frozen=True)
class Chore:
    """Something to be done at the start and then again and again."""

    do: Callable[[], Awaitable[None]]
    every: timedelta


@asynccontextmanager
async def ticking(deliverer: Deliverer, chores: Iterable[Chore] = ()) -> AsyncIterator[None]:
    """Deliver while this lasts, each second and when woken. The end waits for letters in hand."""

    async def tick() -> None:
        deliverer.wake()

    # A tick that comes late still comes, and of many that were missed only one.
    once = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=once)
    for chore in (Chore(tick, EVERY), *chores):
        work = kindly(chore.do)
        scheduler.add_job(work)
        scheduler.add_job(work, "interval", seconds=chore.every.total_seconds())
    scheduler.start()
    deliverer.begun = True
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
        await deliverer.finish()


def kindly(work: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """One time that breaks is noted, and the next comes all the same."""

    async def done() -> None:
        try:
            await work()
        except Exception as error:  # noqa: BLE001 (the end of the line: nobody awaits this)
            noted(error)

    return done
