"""Delivering what is due: as many letters at once as there are senders, and none lost or doubled.

The mailroom claims and settles in the database, off the loop; here letters only travel.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from bot.conversation.letters import Ready, Settled
from bot.conversation.mishaps import noted
from bot.conversation.ports import Channel, Clock, OffLoop

from .mailroom import Mailroom
from .pace import Paces
from .send import TIMEOUT, Sender

SENDERS = 250
"""Letters in hand at once: more than there are lines, so that no line waits for the database."""

AT_ONCE = 50
"""Letters brought in one visit to the database: turns wait no longer than that takes."""


class Deliverer:
    """One in each replica. `wake` it when something may be due; `finish` before the end."""

    def __init__(
        self,
        mailroom: Mailroom,
        channels: Mapping[str, Channel],
        clock: Clock,
        off_loop: OffLoop,
        *,
        senders: int = SENDERS,
        timeout: float = TIMEOUT,
    ) -> None:
        self.mailroom, self.channels, self.clock = mailroom, channels, clock
        self.off_loop, self.senders, self.timeout = off_loop, senders, timeout
        self.paces = Paces()
        self.in_hand: dict[int, asyncio.Task[None]] = {}
        self.settled: list[Settled] = []
        self.news = asyncio.Event()
        self.round: asyncio.Task[None] | None = None
        self.look_again = self.finishing = False
        self.begun = False
        """Whether it delivers of its own accord: not in a chat on the terminal, nor in tests."""

    def wake(self) -> None:
        """Deliver what is due, beginning now or going on. To be called in the loop."""
        self.look_again = True
        self.news.set()
        if self.begun and not self.finishing and (self.round is None or self.round.done()):
            self.round = asyncio.get_running_loop().create_task(self.delivered())

    async def delivered(self) -> None:
        """A round that breaks leaves what is unsettled to the next."""
        try:
            await self.deliver()
        except Exception as error:  # noqa: BLE001 (the end of the line: nobody awaits this)
            noted(error)

    async def deliver(self) -> None:
        """Send until nothing is due and nothing in hand."""
        self.news = asyncio.Event()
        while True:
            self.look_again = False
            more = await self.visit()
            if not (more or self.in_hand or self.settled or self.look_again):
                break
            if not (more or self.settled or self.look_again):
                await self.news.wait()
            self.news.clear()
        self.paces.forget(self.clock.now())

    async def visit(self) -> bool:
        """Hand in what came of letters and take new ones; whether more may be due."""
        settled, self.settled = self.settled, []
        in_hand = tuple(self.in_hand)
        most = 0 if self.finishing else min(AT_ONCE, self.senders - len(in_hand))
        try:
            ready = await self.off_loop(lambda: self.mailroom.visit(settled, most, in_hand))
        except BaseException:
            self.settled = settled + self.settled
            raise
        for each in ready:
            self.in_hand[each.letter.id] = asyncio.create_task(self.carry(each))
        return 0 < most == len(ready)

    async def carry(self, ready: Ready) -> None:
        channel = self.channels[ready.to.channel]
        sender = Sender(channel, self.paces, self.clock, self.timeout)
        try:
            settled = await sender(ready)
            self.settled.append(settled)  # to the list as it is now, not as it was before the send
        finally:
            del self.in_hand[ready.letter.id]
            self.news.set()

    async def finish(self) -> None:
        """Take no more letters, but send those in hand and write down what came of them."""
        self.finishing = True
        self.news.set()
        if self.round is not None:
            await self.round
        if self.settled:
            await self.delivered()
