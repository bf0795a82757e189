"""A thousand posts to a hundred channels at the pace allowed, while one call in twenty fails."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, select

from bot.app import House, build
from bot.channels.slack.channel import SlackChannel
from bot.channels.slack.installed import OneWorkspace
from bot.channels.slack.web_api import Web, connections
from bot.conversation.notices import Notices
from bot.conversation.turns import Address
from bot.dialog import Dialog, Message, Text, _, say
from bot.domain.notifications import RoomId
from bot.outbox.deliver import Deliverer
from bot.outbox.mailroom import Mailroom
from bot.settings import Settings
from bot.store.notifications import NOTIFICATIONS

from .figure import Figure
from .slack_server import TOKEN
from .slack_web import SlackWeb

POSTS, CHANNELS, FAULTS = 1000, 100, 0.05
QUICKER = 20
"""The clock runs so much quicker, and with it everybody's sense of a second."""


class RemindRoom(Dialog, name="remind", private=False):
    """A reminder such as the bot posts."""

    title = _("Coffee hour")

    what = Text(_("Which coffee hour?"))

    def submit(self) -> Message:
        return say(_("Coffee is near: {title}, {when:on}.", title=self.what, when=BEGAN))


BEGAN = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


@dataclass(frozen=True)
class QuickClock:
    begun: float = field(default_factory=time.monotonic)

    def seconds(self) -> float:
        return QUICKER * (time.monotonic() - self.begun)

    def now(self) -> datetime:
        return BEGAN + timedelta(seconds=self.seconds())


def posted(url: str) -> Iterator[Figure]:
    logging.getLogger("bot").setLevel(logging.ERROR)  # it tells of each that goes wrong
    house = build(Settings(database_url=url), clock := QuickClock())
    plan(house)
    slack = SlackWeb(clock.seconds, faults=FAULTS)
    began = clock.seconds()
    asyncio.run(delivered(house, slack))
    took = clock.seconds() - began
    house.workers.shutdown()
    house.ledger.engine.dispose()
    keys = slack.keys()
    yield Figure(f"{POSTS:,} posts to {CHANNELS} channels: lost", POSTS - len(keys), "posts")
    yield Figure("said more than once", sum(keys.values()) - len(keys), "posts")
    yield Figure("in Slack's own time", took, "s")
    for fault, times in sorted(slack.went_wrong.items()):
        yield Figure(f"of the calls, went wrong by {fault}", times, "calls")


def plan(house: House) -> None:
    """As many for each channel, all due now."""
    with house.ledger.unit() as unit:
        rooms = []
        for number in range(CHANNELS):
            channel = f"C{number:07}"
            reference = {"team": "T0AKE", "channel": channel}
            there = Address("slack", f"T0AKE/{channel}", private=False, reference=reference)
            rooms.append(RoomId(str(unit.seats.enter(there, f"kanava-{number}"))))
        due = [letter(number, rooms[number % CHANNELS]) for number in range(POSTS)]
        unit.connection.execute(insert(NOTIFICATIONS), due)
        unit.commit()


def letter(number: int, room: RoomId) -> dict[str, object]:
    return {
        "key": f"coffee/{number}/room",
        "room": room,
        "due": BEGAN,
        "opens": "remind",
        "facts": {"what": f"Digikahvit {number}"},
        "doubt": "twice",
        "state": "waiting",
        "tries": 0,
        "doubts": 0,
    }


async def delivered(house: House, slack: SlackWeb) -> None:
    """As the tick does it, each second, until all is settled."""
    async with slack.serving() as api, connections() as session:

        def connect(token: str, bot: str) -> Web:
            return Web(session, token, bot, api, rest)

        channels = {"slack": SlackChannel(OneWorkspace(connect, TOKEN), house.speech)}
        notices = Notices({"remind": RemindRoom})
        mailroom = Mailroom(house.ledger, notices, house.region, house.clock, channels)
        deliverer = Deliverer(mailroom, channels, house.clock, house.workers)
        while left(house):
            await deliverer.deliver()
            await rest(1)


async def rest(seconds: float) -> None:
    await asyncio.sleep(seconds / QUICKER)


def left(house: House) -> bool:
    """Whether something is still to be posted."""
    open_ones = select(NOTIFICATIONS.c.id).where(NOTIFICATIONS.c.state.in_(("waiting", "sending")))
    with house.ledger.engine.connect() as connection:
        return connection.execute(open_ones.limit(1)).first() is not None
