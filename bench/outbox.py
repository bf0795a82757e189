"""Ten thousand letters due at once, against what aiohttp alone sends in the same minute."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import quote

import aiohttp
from sqlalchemy import insert, update

from bot.app import House, build
from bot.channels import text
from bot.conversation.notices import Notices
from bot.conversation.ports import Channel, Pace
from bot.conversation.turns import Address
from bot.dialog import Button, Dialog, Message, Text, _, say
from bot.domain.languages import Language
from bot.domain.occasion import Occasion
from bot.language.speak import Speech
from bot.outbox.deliver import Deliverer
from bot.outbox.mailroom import Mailroom
from bot.serve import settle_down
from bot.settings import Settings
from bot.store.addresses import ADDRESSES
from bot.store.notifications import NOTIFICATIONS
from bot.store.people import PEOPLE
from tests.databases import Postgres

from .figure import Figure
from .wire import outside

LETTERS = 10_000
AT_ONCE = 200
"""Connections that either may use."""

DELAY = 0.08
ROUNDS = 3


class Remind(Dialog, name="remind"):
    """A reminder such as the bot sends."""

    occasion: Occasion

    title = _("Coffee hour")

    what = Text(_("Which coffee hour?"))

    def submit(self) -> Message:
        when = self.occasion.now
        coming = Button(_("I'm coming"), "coffee_attend", {"hour": self.what})
        return say(
            _("Coffee is near: {title}, {when:on}.", title=self.what, when=when), buttons=(coming,)
        )


@dataclass
class Connector:
    """A channel that writes by HTTP, as they all do."""

    url: str
    speech: Callable[[str], Speech]
    session: aiohttp.ClientSession
    pace = Pace(1e6, 10**6, 1e6, 10**6)

    async def send(self, to: Address, message: Message, *, language: str, key: str) -> None:
        body = {"type": "message", "text": text.draw(message, self.speech(language))}
        async with self.session.post(f"{self.url}/send/{quote(key, '')}", json=body) as reply:
            await reply.read()

    async def has(self, to: Address, key: str) -> bool | None:
        async with self.session.get(f"{self.url}/has/{quote(key, '')}") as reply:
            return bool(await reply.json())


def figures() -> Iterator[Figure]:
    settle_down()  # as where the bot is served
    with TemporaryDirectory() as folder, outside(DELAY) as url:
        with Postgres.started(Path(folder)) as postgres, postgres.fresh() as database:
            yield from compared("Postgres", database, url)
        yield from compared("SQLite", f"sqlite:///{folder}/ake.db", url)


def compared(name: str, database: str, url: str) -> Iterator[Figure]:
    """The two by turns, for a machine is not equally quick all day."""
    raw, ours = [], []
    with living(database) as house:
        for _round in range(ROUNDS):
            raw.append(LETTERS / asyncio.run(alone(url)))
            due(house)
            ours.append(LETTERS / asyncio.run(delivered(house, url)))
    yield Figure(f"aiohttp alone, beside {name}", median(raw), "letters/s")
    yield Figure(f"the outbox on {name}", median(ours), "letters/s")
    yield Figure(f"of what aiohttp does, on {name}", 100 * median(ours) / median(raw), "%")


@contextmanager
def living(database: str) -> Iterator[House]:
    house = build(Settings(database_url=database))
    now = house.clock.now()
    people = [{"id": f"{n:032x}", "name": f"Person {n}", "made_at": now} for n in range(LETTERS)]
    places = [
        {
            "person": person["id"],
            "channel": "wire",
            "conversation": f"private:{person['id']}",
            "reference": {
                "service_url": "https://connector.example/",
                "conversation": person["id"],
            },
            "seen_at": now,
        }
        for person in people
    ]
    with house.ledger.engine.begin() as connection:
        connection.execute(insert(PEOPLE), [{**p, "directs_confirmed": False} for p in people])
        connection.execute(insert(ADDRESSES), places)
        connection.execute(insert(NOTIFICATIONS), [planned(n, now) for n in range(LETTERS)])
    try:
        yield house
    finally:
        house.workers.shutdown()
        house.ledger.engine.dispose()


def planned(number: int, now: datetime) -> dict[str, object]:
    return {
        "key": f"coffee/{number}/day",
        "person": f"{number:032x}",
        "due": now,
        "opens": "remind",
        "facts": {"what": "Digikahvit"},
        "doubt": "twice",
        "state": "waiting",
        "tries": 0,
        "doubts": 0,
    }


def due(house: House) -> None:
    """All of them again."""
    with house.ledger.engine.begin() as connection:
        connection.execute(update(NOTIFICATIONS).values(state="waiting", due=house.clock.now()))


async def delivered(house: House, url: str) -> float:
    """Seconds until the last letter is settled."""
    async with session() as http:
        wire = Connector(url, lambda one: house.speech(Language(one)), http)
        return await sent_by(house, {"wire": wire})


async def sent_by(house: House, channels: Mapping[str, Channel]) -> float:
    """Seconds until the last letter is settled."""
    notices = Notices({"remind": Remind})
    mailroom = Mailroom(house.ledger, notices, house.region, house.clock, channels)
    deliverer = Deliverer(mailroom, channels, house.clock, house.workers)
    begun = time.perf_counter()
    await deliverer.deliver()
    return time.perf_counter() - begun


async def alone(url: str) -> float:
    """Seconds that aiohttp takes with nothing to do but send."""
    left = iter(range(LETTERS))
    body = {
        "type": "message",
        "text": "Kahvit ovat lähellä: Digikahvit, tiistaina 12.5.2026 klo 9.00.",
    }

    async def sender(http: aiohttp.ClientSession) -> None:
        for number in left:
            async with http.post(f"{url}/send/{number}", json=body) as reply:
                await reply.read()

    async with session() as http:
        begun = time.perf_counter()
        await asyncio.gather(*(sender(http) for _each in range(AT_ONCE)))
        return time.perf_counter() - begun


def session() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE))
