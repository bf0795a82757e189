"""What stands before a door in tests: people who send events, some of them twice or too late."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from random import Random

from sqlalchemy import select
from sqlalchemy.event import listen

from bot.app import House
from bot.conversation.daybook import LEASE
from bot.conversation.doorstep import Doorstep
from bot.conversation.turns import Address, Event, Opened, Sender, Turn
from bot.store.columns import table
from bot.store.inbound import INBOUND
from bot.store.people import PEOPLE
from bot.store.tables import AddressRow, TalkRow, TurnRow
from tests.chat import StillClock
from tests.loops import run

CHANNEL = "street"
Said = Mapping[str, str]
Records = dict[str, list[tuple[object, ...]]]


@dataclass
class Door:
    """Makes turns of events, and answers them into a list."""

    house: House
    answered: list[str] = field(default_factory=list)
    broken: bool = False

    def step(self) -> Doorstep:
        house = self.house
        return Doorstep(CHANNEL, house.ledger, house.clock, house.workers, self.carry)

    async def carry(self, event: Event) -> bool:
        if self.broken:
            raise ZeroDivisionError
        if "dialog" not in event.content:
            return False
        reply = await self.house.answer(self.turn(event))
        if not reply.again:
            self.answered.append(event.id)
        return True

    def turn(self, event: Event) -> Turn:
        who = str(event.content["who"])
        given = event.content["given"]
        assert isinstance(given, dict)
        sender = Sender(CHANNEL, who, who.title())
        opened = Opened(str(event.content["dialog"]), given)
        now = self.house.clock.now()
        return Turn(event.id, sender, Address(CHANNEL, sender.private), opened, now, event.id)

    def run(self, *events: Event) -> None:
        """All of them are received at once; returns when all are carried."""
        run(self.received(events))

    async def received(self, events: tuple[Event, ...]) -> None:
        step = self.step()
        await asyncio.gather(*(step.receive(event) for event in events))
        await step.finish()


NUMBERS = count(1)


def event(who: str, dialog: str = "language", number: int | None = None, **given: str) -> Event:
    content = {"who": who, "dialog": dialog, "given": given}
    return Event(CHANNEL, f"{who}-{number or next(NUMBERS)}", f"private:{who}", content)


def shuffled(events: list[Event], chance: Random, twice: float = 0.3) -> list[Event]:
    """Conversations run into one another, each in its own order; some events come again later."""
    lines: dict[str, list[Event]] = {}
    for each in events:
        lines.setdefault(each.conversation, []).append(each)
    mixed: list[Event] = []
    while lines:
        line = chance.choice(list(lines))
        mixed.append(lines[line].pop(0))
        if not lines[line]:
            del lines[line]
        if chance.random() < twice:
            mixed.append(chance.choice(mixed))
    return mixed


def forgetful(house: House) -> None:
    """Let SQLite not wait for the disk: no power is cut here, and there is much to do."""
    house.ledger.engine.dispose()
    listen(
        house.ledger.engine,
        "connect",
        lambda connection, _record: connection.execute("PRAGMA synchronous=OFF"),
    )


def records(house: House) -> Records:
    """What is left in the database, but for ids drawn by lot and the moments."""
    talks, turns, addresses = table(TalkRow), table(TurnRow), table(AddressRow)
    wanted = {
        "people": select(PEOPLE.c.name, PEOPLE.c.language, PEOPLE.c.home),
        "talks": select(PEOPLE.c.name, talks.c.conversation).join(talks),
        "turns": select(turns.c.channel, turns.c.turn),
        "addresses": select(PEOPLE.c.name, addresses.c.conversation).join(addresses),
        "inbound": select(INBOUND.c.event, INBOUND.c.done_at.is_not(None)),
    }
    with house.ledger.engine.connect() as connection:
        return {
            name: sorted(tuple(row) for row in connection.execute(rows))
            for name, rows in wanted.items()
        }


async def dies(door: Door, events: list[Event], chance: Random) -> None:
    """A process that receives events and is killed in the middle of them."""
    step = door.step()
    await step.take_up()
    received = [asyncio.ensure_future(step.receive(each)) for each in events]
    await asyncio.wait(received[: chance.randrange(1, len(received) + 1)])


async def taken_up(door: Door) -> None:
    step = door.step()
    await step.take_up()
    await step.finish()


def lives(door: Door, clock: StillClock, events: list[Event], chance: Random) -> None:
    """One process after the other dies; what was not said to have arrived is sent again."""
    for at in range(0, len(events), 50):
        some = events[at : at + 50]
        run(dies(door, some, chance))
        door.run(*some)
        clock.at += LEASE
    run(taken_up(door))
