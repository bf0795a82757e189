"""The Teams server that is measured: its door to the house, and to an echo, in one process.

python -m bench.teams_server DATABASE_URL PORT KEYS_AT

With an empty KEYS_AT nothing is proved. GET /stall tells for how many milliseconds the loop stood
still at most since it was asked last.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.app import build
from bot.channels.teams.door import Door
from bot.channels.teams.hosts import LOCAL
from bot.channels.teams.open import Teams
from bot.channels.teams.place import JSON
from bot.channels.teams.read import Event, Turned
from bot.channels.teams.registration import Registration
from bot.channels.teams.take import Take
from bot.conversation.turns import Said
from bot.serve import settle_down
from bot.settings import Settings
from tests.teams.openid import APP
from tests.teams.posted import TENANT
from tests.teams.world import OneToken

from .turn_server import BenchClock

BEAT = 0.005


@dataclass
class Pulse:
    """Notices when the loop stands still."""

    longest: float = 0.0

    async def beat(self) -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(BEAT)
            self.longest = max(self.longest, time.perf_counter() - began - BEAT)

    async def told(self, _request: Request) -> JSONResponse:
        longest, self.longest = self.longest, 0.0
        return JSONResponse(1000 * longest)


@dataclass
class Echo:
    """The same door and the same way of writing, with no house behind."""

    take: Take

    async def __call__(self, event: Event) -> JSON | None:
        if isinstance(event, Turned) and isinstance(event.input, Said):
            words = {"type": "message", "textFormat": "plain", "text": event.input.text}
            await self.take.post.reply(event.place, words)
        return None


def echoing(door: Door) -> Door:
    take = door.take
    assert isinstance(take, Take)
    return Door(
        Echo(take),
        take.sorry,
        proof=door.proof,
        hosts=door.hosts,
        tenants=door.tenants,
        now=door.now,
    )


def main(database: str, port: str, keys_at: str) -> None:
    house = build(Settings(database_url=database), BenchClock())
    registration = Registration(app=APP if keys_at else "", tenants=frozenset({TENANT}))
    teams = Teams(house, registration, LOCAL, OneToken(), keys_at)
    pulse = Pulse()

    @asynccontextmanager
    async def serving(app: Starlette) -> AsyncIterator[None]:
        async with teams.opened():
            assert teams.door is not None
            app.router.routes.append(Route("/echo", echoing(teams.door).__call__, methods=["POST"]))
            settle_down()
            beating = asyncio.create_task(pulse.beat())
            yield
            beating.cancel()
            with suppress(asyncio.CancelledError):
                await beating

    routes = [*teams.routes(), Route("/stall", pulse.told)]
    app = Starlette(routes=routes, lifespan=serving)
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="error", access_log=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
