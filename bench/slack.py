"""A turn through the door to Slack beside a bare echo by Bolt, and posts when Slack is unwell."""

from __future__ import annotations

import asyncio
import hmac
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from statistics import quantiles

import aiohttp
import psutil

from bot.app import House, build
from bot.conversation.turns import Address, Gave, Opened, Sender, Turn
from bot.domain.ids import ServicePointId
from bot.settings import Settings
from tests.visits.acting import BOTH, TURKU, hire, publish

from .figure import Figure
from .process import PORT, launched, wait_for
from .slack_posts import posted
from .slack_server import PATH, SECRET
from .slack_web import JSON, SlackWeb
from .turn_server import BenchClock
from .turns import OPENED, Load

TURNS = 800
AT_ONCE = (1, 16)
ANSWERED = {"length": "", "joined_by": ""}
WORDS = ("Uusi lukusali", "takaisin")
"""Said by turns: an answer, and a step back to the question."""

NUMBERS = count(1)


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        yield from turns(f"sqlite:///{Path(folder) / 'ake.db'}")
    with tempfile.TemporaryDirectory() as folder:
        yield from posted(f"sqlite:///{Path(folder) / 'ake.db'}")


# Turns


def turns(url: str) -> Iterator[Figure]:
    house = build(Settings(database_url=url, coordinators=frozenset({"test:carita"})), BenchClock())
    begin(house)
    house.workers.shutdown()
    house.ledger.engine.dispose()
    for at_once in AT_ONCE:
        for kind, name in (("bolt", "a bare echo by Bolt"), ("house", "a turn")):
            load = asyncio.run(loaded(kind, url, at_once))
            yield Figure(f"{name}, {at_once} at once: CPU", load.cpu, "ms a turn")
            yield Figure(f"{name}, {at_once} at once: p99", load.p99, "ms")


def begin(house: House) -> None:
    """As many people as there will be at once, in the middle of booking a visit."""
    hire(house, "Inka", languages=BOTH)
    hire(house, "Sven")
    publish(house)
    for number in range(max(AT_ONCE)):
        sender = Sender("slack", f"T0AKE/U{number:07}")
        with house.ledger.unit() as unit:
            who = unit.people.by_identity("slack", sender.id, "Aino")
            unit.people.save(replace(who, home=ServicePointId(TURKU)))
            unit.commit()
        for step in (Opened("visit", OPENED), Gave(ANSWERED)):
            there, at = Address("slack", sender.private), house.clock.now()
            house.inbox.answer(Turn(f"o{next(NUMBERS)}", sender, there, step, at))


async def loaded(kind: str, url: str, at_once: int) -> Load:
    slack = SlackWeb(time.monotonic)
    async with slack.serving() as api, aiohttp.ClientSession() as client:
        with serving(kind, url, api) as (door, process):
            await talking(slack, client, door, at_once, TURNS // 8)
            before, began = sum(process.cpu_times()[:2]), time.perf_counter()
            waits = await talking(slack, client, door, at_once, TURNS)
            cpu = sum(process.cpu_times()[:2]) - before
            rate = len(waits) / (time.perf_counter() - began)
    return Load(1000 * cpu / len(waits), rate, quantiles(waits, n=100)[98])


@contextmanager
def serving(kind: str, url: str, api: str) -> Iterator[tuple[str, psutil.Process]]:
    with launched("bench.slack_server", kind, url, PORT, api) as (address, process):
        wait_for(address)
        yield f"{address}{PATH}", process


async def talking(
    slack: SlackWeb, client: aiohttp.ClientSession, door: str, at_once: int, turns: int
) -> list[float]:
    """Each of so many people waits for the answer before they write again; the waits in ms."""
    waits: list[float] = []

    async def person(number: int) -> None:
        user, channel = f"U{number:07}", f"D{number:07}"
        for turn in range(turns // at_once):
            answered = slack.heard[channel] = asyncio.get_running_loop().create_future()
            began = time.perf_counter()
            body = json.dumps(message(user, channel, WORDS[turn % len(WORDS)]))
            async with client.post(door, data=body, headers=signed(body)) as reply:
                reply.raise_for_status()
            await asyncio.wait_for(answered, 10)
            waits.append(1000 * (time.perf_counter() - began))

    await asyncio.gather(*(person(number) for number in range(at_once)))
    return waits


def message(user: str, channel: str, words: str) -> JSON:
    said = {"type": "message", "channel": channel, "channel_type": "im", "user": user}
    said |= {"text": words, "ts": "1780000000.000001", "team": "T0AKE"}
    event = {"type": "event_callback", "event_id": f"Ev{next(NUMBERS):010}", "team_id": "T0AKE"}
    return event | {"api_app_id": "A0AKE", "event": said, "event_time": 1780000000}


def signed(body: str) -> dict[str, str]:
    at = str(int(time.time()))  # noqa: TID251 (a signature is good for five minutes of real time)
    proof = hmac.new(SECRET.encode(), f"v0:{at}:{body}".encode(), sha256).hexdigest()
    return {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": at,
        "X-Slack-Signature": f"v0={proof}",
    }
