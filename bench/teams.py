"""What a turn costs in Teams beside an echo, how long the loop stalls, and how quick letters go."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import psutil

from bot.app import House, build
from bot.channels.teams.read import Turned, read
from bot.channels.teams.values import answering
from bot.conversation.turns import FormId, Opened, Turn
from bot.domain.languages import Language
from bot.settings import Settings
from tests.teams.openid import local_signer
from tests.teams.posted import activity, by, executed, said
from tests.visits.acting import BOTH, TURKU, hire, publish

from .figure import Figure
from .process import PORT, launched, wait_for
from .teams_letters import letters
from .turn_server import BenchClock
from .wire import outside

JSON = dict[str, Any]
TURNS = 1_000
AT_ONCE = 16
CROWD = 100
ROUNDS = 3
OPENED = {"kind": "informaticians", "host": TURKU, "day": "2026-04-13"}


@dataclass
class Person:
    """Somebody in the middle of booking, who answers one question on a card again and again.

    The card that comes back is the one that is pressed next.
    """

    number: int
    service: str
    form: FormId | None = None

    @property
    def there(self) -> JSON:
        """Whose message it is, and where."""
        name = f"p{self.number}"
        conversation = activity("personal")["conversation"] | {"id": f"a:{name}"}
        told = {"serviceUrl": self.service, "conversation": conversation}
        return told | by(f"Person {self.number}", name)

    def says(self, words: str) -> JSON:
        return said(words, **self.there)

    def presses(self, number: int) -> JSON:
        assert self.form is not None
        data = answering(self.form, ["joy"], [], "") | {"joy": f"Uusi lukusali {number}"}
        return executed(data, **self.there)

    def sees(self, answer: JSON) -> None:
        told = [each["data"]["ake"] for each in answer["value"]["actions"] if "data" in each]
        self.form = FormId(*next(each["form"] for each in told if each["do"] == "answer"))


@dataclass(frozen=True)
class Server:
    url: str
    process: psutil.Process
    headers: dict[str, str]
    people: list[Person]

    def cpu(self) -> float:
        return float(sum(self.process.cpu_times()[:2]))

    async def load(self, path: str, at_once: int, turns: int) -> tuple[float, float]:
        """Milliseconds of CPU a turn, and turns a second."""
        pressed = path == "/api/messages"
        before, began = self.cpu(), time.perf_counter()
        async with aiohttp.ClientSession(headers=self.headers) as client:

            async def talks(person: Person) -> None:
                for number in range(turns // at_once):
                    done = person.presses(number) if pressed else person.says(f"Hei {number}")
                    async with client.post(f"{self.url}{path}", json=done) as reply:
                        reply.raise_for_status()
                        if pressed:
                            person.sees(await reply.json())

            await asyncio.gather(*(talks(person) for person in self.people[:at_once]))
        carried = turns // at_once * at_once
        took = time.perf_counter() - began
        return 1000 * (self.cpu() - before) / carried, carried / took

    async def stall(self, path: str) -> float:
        """For how long the loop stands still with a crowd talking at once, in ms.

        The least of a few rounds: what else runs on the machine only makes it longer.
        """
        stalls = []
        async with aiohttp.ClientSession() as client:
            for _round in range(ROUNDS + 1):
                async with client.get(f"{self.url}/pulse"):
                    await self.load(path, CROWD, TURNS)
                async with client.get(f"{self.url}/stall") as reply:
                    stalls.append(float(await reply.json()))
        return min(stalls[1:])


def figures() -> Iterator[Figure]:
    for signed in (False, True):
        yield from asyncio.run(measured(signed))
    yield from letters()


async def measured(signed: bool) -> list[Figure]:
    what = "Teams, auth on" if signed else "Teams, auth off"
    found: list[Figure] = []
    async with served(signed) as server:
        for path, name in (("/echo", "an echo"), ("/api/messages", "a booking's turn")):
            await server.load(path, AT_ONCE, TURNS // 5)
            cpu, rate = await server.load(path, AT_ONCE, TURNS)
            found.append(Figure(f"{what}: {name}, CPU", cpu, "ms a turn"))
            found.append(Figure(f"{what}: {name}", rate, "turns a second"))
            found.append(Figure(f"{what}: {name}, longest stall", await server.stall(path), "ms"))
    return found


@asynccontextmanager
async def served(signed: bool) -> AsyncIterator[Server]:
    with TemporaryDirectory() as folder, outside(0) as connector:
        database = f"sqlite:///{Path(folder) / 'ake.db'}"
        people = [Person(number, f"{connector}/") for number in range(CROWD)]
        begin(database, people)
        async with local_signer(BenchClock().now(), f"{connector}/") as signer:
            keys_at = f"{signer.url}/openid" if signed else ""
            headers = {"Authorization": f"Bearer {signer.token()}"} if signed else {}
            with launched("bench.teams_server", database, PORT, keys_at) as (url, process):
                await asyncio.to_thread(wait_for, url)  # it asks this loop for keys meanwhile
                yield Server(url, process, headers, people)


def begin(database: str, people: list[Person]) -> None:
    """A house with free days, and a crowd in the middle of booking."""
    settings = Settings(database_url=database, coordinators=frozenset({"test:carita"}))
    house = build(settings, BenchClock())
    hire(house, "Inka", languages=BOTH)
    hire(house, "Sven")
    publish(house)
    for person in people:
        opens(house, person)
    house.workers.shutdown()
    house.ledger.engine.dispose()


def opens(house: House, person: Person) -> None:
    event = read(person.says("moi"))
    assert isinstance(event, Turned)
    place = event.place
    with house.ledger.unit() as unit:
        who = unit.people.by_identity("teams", place.sender.id, place.name)
        unit.people.save(replace(who, home=TURKU, language=Language.FI))
        unit.commit()
    at = house.clock.now()
    opened = Turn(place.turn, place.sender, place.address, Opened("visit", OPENED), at)
    form = house.inbox.answer(opened).message.form
    assert form is not None
    person.form = FormId(form.draft, form.revision)
