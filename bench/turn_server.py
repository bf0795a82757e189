"""The server whose turns are measured: `/bare` echoes, `/turn` carries a booking on.

python -m bench.turn_server DATABASE_URL PORT
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import count

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.app import House, build
from bot.channels.text import draw
from bot.conversation.turns import Address, Gave, Sender, Turn
from bot.serve import settle_down
from bot.settings import Settings

NUMBERS = count()


class BenchClock:
    """Always the same morning, on which days are free."""

    def now(self) -> datetime:
        return datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


async def bare(request: Request) -> JSONResponse:
    """What the server itself costs: JSON in, JSON out."""
    given = await request.json()
    return JSONResponse({"text": given["text"]})


def carrying(house: House) -> Route:
    async def turn(request: Request) -> JSONResponse:
        given = await request.json()
        sender = Sender("test", given["who"])
        answers = {"joy": given["text"]}
        carried = Turn(
            f"{given['who']}-{next(NUMBERS)}",
            sender,
            Address("test", sender.private),
            Gave(answers),
            house.clock.now(),
        )
        reply = await house.answer(carried)
        return JSONResponse({"text": draw(reply.message, house.speech(reply.language))})

    return Route("/turn", turn, methods=["POST"])


def main(url: str, port: str) -> None:
    house = build(Settings(database_url=url), BenchClock())
    settle_down()  # as where the bot is served
    app = Starlette(routes=[Route("/bare", bare, methods=["POST"]), carrying(house)])
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="error", access_log=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
