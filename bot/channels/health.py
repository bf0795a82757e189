"""For those who watch over the bot: whether it lives, and whether it can work."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

Check = Callable[[], Awaitable[str]]
"""What keeps the bot from its work, as a sentence for who runs it; empty where nothing does."""


def health(trouble: Callable[[], Awaitable[Sequence[str]]]) -> tuple[Route, Route]:
    async def healthz(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("ok")

    async def readyz(_request: Request) -> PlainTextResponse:
        if found := await trouble():
            return PlainTextResponse("\n".join(found), 503)
        return PlainTextResponse("ready")

    return Route("/healthz", healthz), Route("/readyz", readyz)
