"""For doors that must answer before a turn is done: what came is written down, then carried."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from .daybook import Daybook
from .mishaps import noted
from .ports import Arrival, Clock, Ledger, OffLoop
from .turns import Event

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
        self.daybook, self.carry = Daybook(channel, ledger, clock, off_loop), carry
        self.last: dict[str, Place] = {}
        """The last in line in each conversation."""
        self.in_hand: set[str] = set()

    async def receive(self, event: Event) -> None:
        """Write it down, and carry it once, after those before it.

        Once this returns, the platform may be told that the event has arrived.
        """
        before = self.last.get(event.conversation)
        place = self.line_up(event, before)
        try:
            if before is not None:
                await over(before.written)
            arrival = await self.daybook.write(event)
        except BaseException:
            if not place.written.done():  # at the end everything is called off at once
                place.written.set_result(False)
            raise
        if not place.written.done():
            place.written.set_result(arrival is Arrival.NEW)

    async def take_up(self) -> None:
        """Carry what an earlier process left unfinished. At the start, and now and then."""
        for event in await self.daybook.take_up():
            if event.id not in self.in_hand:
                place = self.line_up(event, self.last.get(event.conversation))
                place.written.set_result(True)

    async def finish(self) -> None:
        """Wait until all that was received has been carried."""
        while self.last:
            await asyncio.wait([place.carried for place in self.last.values()])
            await asyncio.sleep(0)
        await self.daybook.finish()

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
            await over(before.carried)
        if new:
            await self.carried(event)

    async def carried(self, event: Event) -> None:
        try:
            if not await self.carry(event):
                self.daybook.cross_off(event)
        except Exception as error:  # noqa: BLE001 (it stays written down, and is taken up again)
            noted(error)
        finally:
            self.in_hand.discard(event.id)


async def over(other: asyncio.Future[bool] | asyncio.Task[None]) -> None:
    """Wait for it, whatever comes of it."""
    if not other.done():
        await asyncio.wait([other])
