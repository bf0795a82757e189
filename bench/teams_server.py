"""The Teams server that is measured: its door to the house, and to an echo, in one process.

python -m bench.teams_server DATABASE_URL PORT KEYS_AT

With an empty KEYS_AT nothing is proved. GET /pulse has the loop watched from then on; GET /stall
ends that, and tells for how many milliseconds it stood still at most.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
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
    """Notices when the loop stands still, while that is asked for: to watch it costs CPU too."""

    longest: float = 0.0
    beating: asyncio.Task[None] | None = None

    async def beat(self) -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(BEAT)
            self.longest = max(self.longest, time.perf_counter() - began - BEAT)

    async def felt(self, _request: Request) -> Response:
        self.longest, self.beating = 0.0, asyncio.create_task(self.beat())
        return Response()

    async def told(self, _request: Request) -> JSONResponse:
        if self.beating is not None:
            self.beating.cancel()
        return JSONResponse(1000 * self.longest)


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
            yield

    routes = [*teams.routes(), Route("/pulse", pulse.felt), Route("/stall", pulse.told)]
    app = Starlette(routes=routes, lifespan=serving)
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="error", access_log=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
