"""What a turn of booking a visit costs, beside a bare turn on the same server in the same run."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import aiohttp
import psutil
from sqlalchemy import insert

from bot.app import House, build
from bot.conversation.plain import talk_to_json
from bot.conversation.turns import Address, Draft, Opened, Sender, Talk, Turn
from bot.settings import Settings
from bot.store.talks import TALKS
from tests.databases import Postgres
from tests.visits.acting import BOTH, TURKU, hire, publish, settle

from .figure import Figure
from .process import PORT, launched, wait_for
from .turn_server import BenchClock

TURNS = 800
AT_ONCE = (1, 16, 64)
STORED = (10, 100_000)
OPENED = {"kind": "informaticians", "host": TURKU, "day": "2026-04-13"}


@dataclass
class Load:
    """What came of one load: milliseconds of CPU a turn, turns a second, p99 in milliseconds."""

    cpu: float
    rate: float
    p99: float


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        yield from measured("SQLite", f"sqlite:///{Path(folder) / 'ake.db'}")
        with Postgres.started(Path(folder) / "postgres") as server:
            yield from measured("Postgres", server.kept("bench"))


def measured(name: str, url: str) -> Iterator[Figure]:
    house = build(Settings(database_url=url, coordinators=frozenset({"test:carita"})), BenchClock())
    begin(house)
    for stored in STORED:
        fill(house, stored)
        with serving(url) as server:
            for at_once in AT_ONCE:
                yield from compared(f"{name}, {stored} stored, {at_once} at once", server, at_once)
    house.workers.shutdown()
    house.ledger.engine.dispose()


def begin(house: House) -> None:
    """A house with free days, and sixty-four people in the middle of booking."""
    hire(house, "Inka", languages=BOTH)
    hire(house, "Sven")
    publish(house)
    for number in range(max(AT_ONCE)):
        sender = Sender("test", f"p{number}")
        settle(house, sender.id, TURKU)
        at = house.clock.now()
        house.inbox.answer(
            Turn(f"o{number}", sender, Address("test", sender.private), Opened("visit", OPENED), at)
        )


def fill(house: House, stored: int) -> None:
    """So many conversations that are not being talked in."""
    with house.ledger.unit() as unit:
        person = unit.people.by_identity("test", "stored", "").id
        state = talk_to_json(Talk(current=Draft("d", "visit", 1, OPENED)))
        rows = [
            {
                "person": person,
                "channel": "test",
                "conversation": f"{stored}-{number}",
                "state": state,
                "revision": 1,
            }
            for number in range(stored)
        ]
        unit.connection.execute(insert(TALKS), rows)
        unit.commit()


@contextmanager
def serving(url: str) -> Iterator[tuple[str, psutil.Process]]:
    with launched("bench.turn_server", url, PORT) as server:
        wait_for(server[0])
        yield server


def compared(what: str, server: tuple[str, psutil.Process], at_once: int) -> Iterator[Figure]:
    for path in ("bare", "turn"):
        load(server, path, at_once, TURNS // 8)
        found = load(server, path, at_once, TURNS)
        yield Figure(f"{what}: {path}, CPU", found.cpu, "ms a turn")
        yield Figure(f"{what}: {path}", found.rate, "turns a second")
        yield Figure(f"{what}: {path}, p99", found.p99, "ms")


def load(server: tuple[str, psutil.Process], path: str, at_once: int, turns: int) -> Load:
    url, process = server
    before, began = sum(process.cpu_times()[:2]), time.perf_counter()
    waits = asyncio.run(talking(f"{url}/{path}", at_once, turns))
    took = time.perf_counter() - began
    cpu = sum(process.cpu_times()[:2]) - before
    return Load(1000 * cpu / len(waits), len(waits) / took, quantiles(waits, n=100)[98])


async def talking(url: str, at_once: int, turns: int) -> list[float]:
    """Each of so many people says one thing after the other; how long each waited, in ms."""
    waits: list[float] = []

    async def person(number: int, client: aiohttp.ClientSession) -> None:
        for turn in range(turns // at_once):
            began = time.perf_counter()
            said = {"who": f"p{number}", "text": f"Uusi lukusali {turn}"}
            async with client.post(url, json=said) as reply:
                reply.raise_for_status()
                await reply.read()
            waits.append(1000 * (time.perf_counter() - began))

    async with aiohttp.ClientSession() as client:
        await asyncio.gather(*(person(number, client) for number in range(at_once)))
    return waits
