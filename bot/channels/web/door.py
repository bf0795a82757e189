"""The page's address on this machine: what comes by HTTP, and what goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from secrets import token_hex, token_urlsafe
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.conversation.papers import Gone, Withheld
from bot.dialog import say

from .clock import NotForward, ShiftedClock
from .draw import Drawing, link, notice
from .guard import NOTICE, Guard
from .page import Page
from .people import OWN, Viewer
from .stream import Stream
from .take import Take
from .uploads import Unreadable, read_form
from .words import mishap

TEMPLATES = Path(__file__).parent / "templates"
KINDS = {"page.css": "text/css", "page.js": "text/javascript", "icon.svg": "image/svg+xml"}
PICTURES = ("image/png", "image/jpeg", "image/svg+xml", "image/webp")


@dataclass(frozen=True)
class Door:
    page: Page
    drawing: Drawing
    clock: ShiftedClock
    stream: Stream
    wake: Callable[[], None]
    """Called when something may be due: a turn has planned it, or the clock was moved."""

    def app(self) -> Starlette:
        routes = [
            Route("/", self.show),
            Route("/turn", self.turn, methods=["POST"]),
            Route("/clock", self.move_clock, methods=["POST"]),
            Route("/live", self.live),
            Route("/paper/{post}/{number}", self.paper),
            Route("/{name}", file),
        ]
        handlers = {HTTPException: wrong, Unreadable: wrong, ClientDisconnect: left}
        return Starlette(routes=routes, middleware=[Middleware(Guard)], exception_handlers=handlers)

    def viewer(self, request: Request) -> Viewer:
        """Who looks, and at which room: as the address says, else as a cookie remembers."""
        return self.page.company.viewer({**request.cookies, **request.query_params})

    async def show(self, request: Request) -> Response:
        viewer = self.viewer(request)
        if not {"who", "room"} <= request.query_params.keys():
            return there(viewer)
        before = number(request.query_params.get("before"))
        look = await self.page.house.off_loop(lambda: self.page.look(viewer, before))
        nonce = token_urlsafe(16)
        html = self.drawing.page(look, nonce, self.clock.ahead)
        response = HTMLResponse(html, headers={"content-security-policy": policy(nonce)})
        for name, value in (("who", viewer.who.id), ("room", viewer.room.id)):
            response.set_cookie(name, value, max_age=31_536_000, httponly=True, samesite="strict")
        return response

    async def turn(self, request: Request) -> Response:
        viewer = self.viewer(request)
        async with read_form(request) as (fields, files):
            sent = fields.one("turn")
            key = sent if re.fullmatch(r"[0-9a-f]{32}", sent) else token_hex(16)
            take = Take(self.page)
            taken = await self.page.house.off_loop(lambda: take(viewer, key, fields, files))
        self.stream.live.tell(*taken.posts)
        if taken.planned:
            self.wake()
        return there(taken.viewer)

    async def move_clock(self, request: Request) -> Response:
        viewer = self.viewer(request)
        async with read_form(request) as (fields, _files):
            if fields.one("from") != str(int(self.clock.ahead.total_seconds())):
                return there(viewer)  # pressed twice, or on a page of before
            try:
                zone = self.drawing.zone
                ahead = self.clock.further(fields.one("by"), fields.one("to"), zone)
            except NotForward as refused:
                take, own, why = Take(self.page), viewer.at(OWN), say(refused.why)
                word = take.word(own, token_hex(16), why)
                await self.page.house.off_loop(lambda: take.posted(own, word))
                return there(own)
        await self.moved(ahead)
        return there(viewer)

    async def moved(self, ahead: timedelta) -> None:
        await self.page.house.off_loop(lambda: self.page.keep_ahead(ahead))
        self.clock.ahead = ahead
        self.wake()

    async def live(self, request: Request) -> Response:
        last = request.headers.get("last-event-id") or request.query_params.get("after")
        lines = self.stream.lines(self.viewer(request), number(last) or 0)
        return StreamingResponse(lines, media_type="text/event-stream")

    async def paper(self, request: Request) -> Response:
        viewer = self.viewer(request)
        wanted = [number(request.path_params[name]) for name in ("post", "number")]
        if None in wanted:
            raise HTTPException(404)
        post, which = (each or 0 for each in wanted)
        try:
            paper, content, kind = await self.page.house.off_loop(
                lambda: self.page.paper(viewer, post, which)
            )
        except Withheld:
            raise HTTPException(403) from None
        except Gone:
            raise HTTPException(404) from None
        how = "inline" if kind in PICTURES else "attachment"
        name = f"{how}; filename*=UTF-8''{quote(paper.file_name, safe='')}"
        return Response(content, media_type=kind, headers={"content-disposition": name})


def there(viewer: Viewer) -> Response:
    """On to where one reads: what was sent is not sent again by reloading."""
    return RedirectResponse(f"/?{link(viewer)}#now", 303)


def policy(nonce: str) -> str:
    return (
        "default-src 'none'; img-src 'self'; style-src 'self'; connect-src 'self'; "
        f"form-action 'self'; script-src 'nonce-{nonce}'; base-uri 'none'; frame-ancestors 'none'"
    )


def number(written: str | None) -> int | None:
    return int(written) if written and re.fullmatch(r"[0-9]{1,9}", written) else None


async def file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in KINDS:
        raise HTTPException(404)
    return Response((TEMPLATES / name).read_bytes(), media_type=KINDS[name])


async def wrong(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 400
    status = error.status if isinstance(error, Unreadable) else status
    headers: Mapping[str, str] = getattr(error, "headers", None) or {}
    return HTMLResponse(notice(mishap(status)), status, headers={**NOTICE, **headers})


async def left(_request: Request, _error: Exception) -> Response:
    """Whoever sent it has gone: nobody reads the answer."""
    return Response(status_code=400)
