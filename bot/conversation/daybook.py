"""What came through a door, written down: all that waits while the database is busy, at once."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from secrets import token_hex

from .mishaps import noted
from .ports import Arrival, Clock, Lease, Ledger, OffLoop
from .turns import Event

LEASE = timedelta(seconds=30)
"""Far longer than a turn takes: an event left so long has lost its process."""

SOON = 0.05
"""Seconds. What is over is crossed off with the next event that is written down, or so soon: a
commit for each would cost as much as a turn. Who dies before that carries it once more.
"""


@dataclass(frozen=True)
class Entry:
    """An event to be written down, and what that shows once it is committed."""

    event: Event
    arrival: asyncio.Future[Arrival]


Shown = list[tuple[Entry, Arrival | Exception]]


class Daybook:
    """One in each door."""

    def __init__(self, channel: str, ledger: Ledger, clock: Clock, off_loop: OffLoop) -> None:
        self.channel, self.ledger = channel, ledger
        self.clock, self.off_loop = clock, off_loop
        self.name = token_hex(8)
        self.waiting: deque[Entry] = deque()
        self.under_way: set[asyncio.Task[None]] = set()
        self.over: dict[str, Event] = {}
        """Carried, and to be crossed off."""
        self.crossing: asyncio.Task[None] | None = None

    async def write(self, event: Event) -> Arrival:
        """It is committed when this returns. Raises what kept it from being written."""
        loop = asyncio.get_running_loop()
        entry = Entry(event, loop.create_future())
        self.waiting.append(entry)
        # Whoever takes up what waits takes all: where something waits already, this goes along.
        if len(self.waiting) == 1:
            task = loop.create_task(self.settle())
            self.under_way.add(task)
            task.add_done_callback(self.under_way.discard)
        return await entry.arrival

    async def settle(self) -> None:
        try:
            shown = await self.off_loop(self.write_waiting)
        except Exception as error:  # noqa: BLE001 (each door that waits is told of it)
            shown = [(entry, error) for entry in self.taken()]
        for entry, arrival in shown:
            if entry.arrival.done():  # at the end everything is called off at once
                continue
            if isinstance(arrival, Exception):
                entry.arrival.set_exception(arrival)
            else:
                entry.arrival.set_result(arrival)

    async def take_up(self) -> tuple[Event, ...]:
        """What nobody is carrying now, in the order in which it came."""
        return await self.off_loop(self.left)

    def cross_off(self, event: Event) -> None:
        """With what is written next, or soon."""
        self.over[event.id] = event
        if self.crossing is None or self.crossing.done():
            self.crossing = asyncio.get_running_loop().create_task(self.crossed_off())

    async def crossed_off(self) -> None:
        try:
            while self.over:  # more may come while this is written
                await asyncio.sleep(SOON)
                await self.clear()
        except Exception as error:  # noqa: BLE001 (what is not crossed off is carried once more)
            noted(error)

    async def finish(self) -> None:
        if self.crossing is not None:
            self.crossing.cancel()
        await self.clear()

    async def clear(self) -> None:
        if self.over:
            await self.off_loop(lambda: self.written([]))

    # In the database

    def write_waiting(self) -> Shown:
        entries = list(self.taken())
        try:
            arrivals = self.written([entry.event for entry in entries])
        except Exception:  # noqa: BLE001 (one that cannot be written holds up none of the others)
            return [(entry, self.alone(entry.event)) for entry in entries]
        return list(zip(entries, arrivals, strict=True))

    def taken(self) -> Iterator[Entry]:
        while self.waiting:
            yield self.waiting.popleft()

    def alone(self, event: Event) -> Arrival | Exception:
        try:
            return self.written([event])[0]
        except Exception as error:  # noqa: BLE001 (its own door is told of it)
            return error

    def written(self, events: Sequence[Event]) -> list[Arrival]:
        """In one transaction, and the content of what is over is dropped in it."""
        over, lease = list(self.over), self.lease()
        with self.ledger.unit() as unit:
            unit.inbound.done(self.channel, over, lease.now)
            arrivals = [unit.inbound.write(event, lease) for event in events]
            unit.commit()
        for event in over:
            self.over.pop(event, None)
        return arrivals

    def left(self) -> tuple[Event, ...]:
        with self.ledger.unit() as unit:
            left = unit.inbound.take_up(self.channel, self.lease())
            unit.commit()
        return left

    def lease(self) -> Lease:
        now = self.clock.now()
        return Lease(self.name, now, now + LEASE)
