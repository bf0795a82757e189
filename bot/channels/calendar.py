"""Calendar feeds by HTTP, for calendar programs that hold a link."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

HEADERS = {
    "cache-control": "private, no-cache",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex",
}


class Fetched(Protocol):
    @property
    def tag(self) -> str: ...
    @property
    def content(self) -> bytes | None: ...


Fetch = Callable[[str, str], Awaitable[Fetched | None]]
"""From a link's secret and the tag that the program has to what it is to get."""


def calendar(fetch: Fetch) -> Route:
    async def feed(request: Request) -> Response:
        known = request.headers.get("if-none-match", "").removeprefix("W/").strip('"')
        fetched = await fetch(request.path_params["secret"], known)
        if fetched is None:
            return PlainTextResponse("There is no such calendar.", 404, HEADERS)
        headers = {**HEADERS, "etag": f'"{fetched.tag}"'}
        if fetched.content is None:
            return Response(status_code=304, headers=headers)
        headers["content-disposition"] = 'inline; filename="ake.ics"'
        return Response(fetched.content, 200, headers, "text/calendar; charset=utf-8")

    return Route("/calendar/{secret}.ics", feed)
