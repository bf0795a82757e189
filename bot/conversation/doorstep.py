"""For doors that must answer before a turn is done: what came is written down, then carried."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from secrets import token_hex

from .mishaps import noted
from .ports import Arrival, Clock, Lease, Ledger, OffLoop, Unit
from .turns import Event

LEASE = timedelta(seconds=30)
"""Far longer than a turn takes: an event left so long has lost its process."""

SOON = 0.05
"""Seconds. What is over is crossed off with the next event that is written down, or so soon: a
commit for each would cost as much as a turn. Who dies before that carries it once more.
"""

Carry = Callable[[Event], Awaitable[bool]]
"""What a door makes of an event. True where a turn with this `event` has seen to it."""


@dataclass(frozen=True)
class Place:
    """A place in a conversation's line: written down in the order of the line, carried in it."""

    written: asyncio.Future[bool]
    """Whether it is to be carried here and now."""
    carried: asyncio.Task[None]


class Doorstep:
    """One in each door. Each conversation's events are carried in the order in which they came."""

    def __init__(
        self, channel: str, ledger: Ledger, clock: Clock, off_loop: OffLoop, carry: Carry
    ) -> None:
        self.channel, self.ledger, self.clock = channel, ledger, clock
        self.off_loop, self.carry = off_loop, carry
        self.name = token_hex(8)
        self.last: dict[str, Place] = {}
        """The last in line in each conversation."""
        self.in_hand: set[str] = set()
        self.over: dict[str, Event] = {}
        """Carried, and to be crossed off."""
        self.crossing: asyncio.Task[None] | None = None

    async def receive(self, event: Event) -> bool:
        """Write it down, and carry it after those before it. False for one that came before.

        Once this returns, the platform may be told that the event has arrived.
        """
        before = self.last.get(event.conversation)
        place = self.line_up(event, before)
        try:
            if before is not None:
                await asyncio.wait([before.written])
            arrival = await self.off_loop(lambda: self.write(event))
        except BaseException:
            if not place.written.done():  # at the end everything is called off at once
                place.written.set_result(False)
            raise
        if not place.written.done():
            place.written.set_result(arrival is Arrival.NEW)
        return arrival is not Arrival.AGAIN

    async def take_up(self) -> None:
        """Carry what an earlier process left unfinished. At the start, and now and then."""
        for event in await self.off_loop(self.left):
            if event.id not in self.in_hand:
                place = self.line_up(event, self.last.get(event.conversation))
                place.written.set_result(True)

    async def finish(self) -> None:
        """Wait until all that was received has been carried."""
        while self.last:
            await asyncio.wait([place.carried for place in self.last.values()])
            await asyncio.sleep(0)
        if self.crossing is not None:
            self.crossing.cancel()
        await self.cross_off()

    def line_up(self, event: Event, before: Place | None) -> Place:
        line, loop = event.conversation, asyncio.get_running_loop()
        written: asyncio.Future[bool] = loop.create_future()
        task = loop.create_task(self.in_turn(before, written, event))
        place = self.last[line] = Place(written, task)
        task.add_done_callback(lambda _done: self.leave(line, place))
        return place

    def leave(self, line: str, place: Place) -> None:
        if self.last.get(line) is place:
            del self.last[line]

    async def in_turn(
        self, before: Place | None, written: asyncio.Future[bool], event: Event
    ) -> None:
        if new := await written:
            self.in_hand.add(event.id)
        if before is not None:
            await asyncio.wait([before.carried])
        if new:
            await self.carried(event)

    async def carried(self, event: Event) -> None:
        try:
            if not await self.carry(event):
                self.over[event.id] = event
                self.cross_off_soon()
        except Exception as error:  # noqa: BLE001 (it stays written down, and is taken up again)
            noted(error)
        finally:
            self.in_hand.discard(event.id)

    def cross_off_soon(self) -> None:
        if self.crossing is None or self.crossing.done():
            self.crossing = asyncio.get_running_loop().create_task(self.crossed_off())

    async def crossed_off(self) -> None:
        await asyncio.sleep(SOON)
        try:
            await self.cross_off()
        except Exception as error:  # noqa: BLE001 (what is not crossed off is carried once more)
            noted(error)

    async def cross_off(self) -> None:
        if self.over:
            await self.off_loop(self.drop)

    # In the database

    def write(self, event: Event) -> Arrival:
        with self.ledger.unit() as unit:
            dropped = self.dropped(unit)
            arrival = unit.inbound.write(event, self.lease())
            unit.commit()
        self.forget(dropped)
        return arrival

    def left(self) -> tuple[Event, ...]:
        with self.ledger.unit() as unit:
            left = unit.inbound.take_up(self.channel, self.lease())
            unit.commit()
        return left

    def lease(self) -> Lease:
        now = self.clock.now()
        return Lease(self.name, now, now + LEASE)

    def drop(self) -> None:
        with self.ledger.unit() as unit:
            dropped = self.dropped(unit)
            unit.commit()
        self.forget(dropped)

    def dropped(self, unit: Unit) -> list[str]:
        """The ids of what is over, whose content is dropped when this is committed."""
        over = list(self.over)
        unit.inbound.done(self.channel, over, self.clock.now())
        return over

    def forget(self, dropped: list[str]) -> None:
        for event in dropped:
            self.over.pop(event, None)
