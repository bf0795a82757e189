"""For those who watch over the bot: whether it lives, and whether it can work."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route


def health(ready: Callable[[], Awaitable[bool]]) -> tuple[Route, Route]:
    async def healthz(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("ok")

    async def readyz(_request: Request) -> PlainTextResponse:
        if await ready():
            return PlainTextResponse("ready")
        return PlainTextResponse("the database does not answer or is not migrated", 503)

    return Route("/healthz", healthz), Route("/readyz", readyz)
