"""Two replicas, killed two hundred times while they send: what is lost, and what comes twice.

Each replica is a process that dies by SIGKILL; the outside world is a server of its own.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import time
from collections.abc import Iterator
from datetime import timedelta
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.request import urlopen

from sqlalchemy import func, insert, select

from bot.app import House, build
from bot.conversation.notices import Notices
from bot.conversation.turns import Address
from bot.dialog import Message
from bot.domain.languages import Language
from bot.outbox.deliver import Deliverer
from bot.outbox.mailroom import Mailroom
from bot.settings import Settings
from bot.store.notifications import NOTIFICATIONS
from tests.databases import Postgres

from .figure import Figure
from .outbox import Connector, Remind, planned, session
from .wire import outside

LONG = True
KILLS = 200
REPLICAS = 2
AT_ONCE = 10
DELAY = 0.2
TIMEOUT = 1.0
LEASE = timedelta(seconds=5)
"""Far longer than a send may take, as in earnest; only quicker, for the bench to end."""

PROCESSES = get_context("forkserver")


class Outcome(NamedTuple):
    planned: int
    lost: int
    """Neither arrived nor listed for a coordinator."""
    reminders_twice: int
    """Rather than not at all, where the channel cannot be asked."""
    approvals_twice: int
    listed: int
    """Nobody can tell whether they arrived, so a coordinator decides."""


class Asked(Connector):
    """A channel that knows what it was sent; it tells when it begins to be written to."""

    sending: Event

    async def send(self, to: Address, message: Message, *, language: str, key: str) -> None:
        self.sending.set()
        await super().send(to, message, language=language, key=key)


class Mute(Asked):
    """A channel that cannot be asked, such as Teams."""

    async def has(self, to: Address, key: str) -> bool | None:
        return None


def figures() -> Iterator[Figure]:
    PROCESSES.set_forkserver_preload(["bench.kills"])
    with TemporaryDirectory() as folder, Postgres.started(Path(folder)) as postgres:
        for asked in (True, False):
            yield from told("SQLite", asked, killed(f"sqlite:///{folder}/{asked}.db", asked=asked))
            with postgres.fresh() as database:
                yield from told("Postgres", asked, killed(database, asked=asked))


def told(database: str, asked: bool, outcome: Outcome) -> Iterator[Figure]:
    where = f"{KILLS} kills, {database}, channel {'can' if asked else 'cannot'} be asked:"
    for name, number in outcome._asdict().items():
        yield Figure(f"{where} {name.replace('_', ' ')}", number, "letters")


def killed(database: str, *, asked: bool, kills: int = KILLS, letters: int = 200) -> Outcome:
    """Kill one replica after the other while it sends, then let two finish the work."""
    chance = Random(kills)  # noqa: S311 (a game, no secret)
    house = peopled(database)
    with outside(DELAY) as url:
        living = [Replica(database, url, asked) for _each in range(REPLICAS)]
        for _kill in range(kills):
            victim = living.pop(0)
            while not victim.sending.wait(0.05):
                plan_more(house, letters)
            time.sleep(chance.uniform(0, 2 * DELAY))  # noqa: TID251 (a life has its length)
            victim.die()
            living.append(Replica(database, url, asked))
        while (left := states(house)).get("waiting") or left.get("sending"):
            time.sleep(0.2)  # noqa: TID251 (others work meanwhile)
        for each in living:
            each.die()
        outcome = reckoned(house, url)
    house.workers.shutdown()
    house.ledger.engine.dispose()
    return outcome


class Replica:
    """A process that sends until it is killed. `sending` tells when it is in the middle of it."""

    def __init__(self, database: str, url: str, asked: bool) -> None:
        self.sending = PROCESSES.Event()
        work = (database, url, asked, self.sending)
        self.process = PROCESSES.Process(target=replica, args=work, daemon=True)
        self.process.start()

    def die(self) -> None:
        os.kill(self.process.pid or 0, signal.SIGKILL)
        self.process.join()


def peopled(database: str) -> House:
    """A house with one person in it, to whom everything goes."""
    house = build(Settings(database_url=database))
    with house.ledger.unit() as unit:
        person = unit.people.by_identity("wire", "0", "Person 0")
        unit.addresses.note(person.id, Address("wire", "private:0"), house.clock.now())
        unit.commit()
    return house


def plan_more(house: House, letters: int) -> None:
    """So that there is always something to send."""
    now_are = states(house)
    if now_are.get("waiting", 0) > letters / 2:
        return
    with house.ledger.unit() as unit:
        who, now = unit.people.by_identity("wire", "0", "").id, house.clock.now()
        first = sum(now_are.values())
        rows = [
            planned(number, now) | {"person": who, "doubt": ("twice", "ask")[number % 2]}
            for number in range(first, first + letters)
        ]
        unit.connection.execute(insert(NOTIFICATIONS), rows)
        unit.commit()


def states(house: House) -> dict[str, int]:
    """How many letters stand how."""
    rows = select(NOTIFICATIONS.c.state, func.count().label("number")).group_by(
        NOTIFICATIONS.c.state
    )
    with house.ledger.engine.connect() as connection:
        found = connection.execute(rows.where(NOTIFICATIONS.c.opens == "remind"))
        return {row.state: row.number for row in found}


def reckoned(house: House, url: str) -> Outcome:
    with urlopen(f"{url}/all") as reply:  # noqa: S310 (our own server)
        came: dict[str, int] = json.load(reply)
    rows = select(NOTIFICATIONS.c.key, NOTIFICATIONS.c.state, NOTIFICATIONS.c.doubt)
    with house.ledger.engine.connect() as connection:
        found = connection.execute(rows.where(NOTIFICATIONS.c.opens == "remind")).all()
    return Outcome(
        planned=len(found),
        lost=sum(key not in came and state != "unknown" for key, state, _doubt in found),
        reminders_twice=sum(
            came.get(key, 0) > 1 for key, _state, doubt in found if doubt == "twice"
        ),
        approvals_twice=sum(came.get(key, 0) > 1 for key, _state, doubt in found if doubt == "ask"),
        listed=sum(state == "unknown" for _key, state, _doubt in found),
    )


def replica(database: str, url: str, asked: bool, sending: Event) -> None:
    asyncio.run(sends(database, url, asked, sending))


async def sends(database: str, url: str, asked: bool, sending: Event) -> None:
    house = build(Settings(database_url=database))
    kind = Asked if asked else Mute
    async with session() as http:
        wire = kind(url, lambda one: house.speech(Language(one)), http)
        wire.sending = sending
        channels = {"wire": wire}
        notices = Notices({"remind": Remind})
        mailroom = Mailroom(house.ledger, notices, house.region, house.clock, channels, lease=LEASE)
        deliverer = Deliverer(
            mailroom, channels, house.clock, house.workers, senders=AT_ONCE, timeout=TIMEOUT
        )
        while True:
            await deliverer.deliver()
            await asyncio.sleep(0.1)
