"""The page that links open, by HTTP: looking opens nothing, and pressing the button opens once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.channels.web.door import file, left
from bot.channels.web.guard import Guard
from bot.channels.web.house import House
from bot.channels.web.read import facts
from bot.channels.web.uploads import Unreadable, read_form
from bot.channels.web.words import mishap
from bot.conversation.links import VISIT, Link
from bot.conversation.papers import Gone, Withheld
from bot.conversation.turns import Sender
from bot.dialog import Phrase

from . import words
from .desk import Desk, Shut, View, fresh
from .draw import Drawing

COOKIE = "visit"
POLICY = {
    "content-security-policy": (
        "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-robots-tag": "noindex",
}
"""What the pages may do: nothing but look as they do and send their own forms."""


class Closed(Exception):
    """A page with one sentence and nothing else."""

    def __init__(self, status: int, why: Phrase, reader: Sender | None = None) -> None:
        super().__init__(status)
        self.status, self.why, self.reader = status, why, reader


@dataclass(frozen=True)
class Door:
    """`page` is the address by which people's browsers find it."""

    house: House
    page: str

    @property
    def desk(self) -> Desk:
        return Desk(self.house)

    @property
    def drawing(self) -> Drawing:
        return Drawing(self.house.zone)

    def app(self) -> Starlette:
        routes = [
            Route("/", self.look),
            Route("/", self.turn, methods=["POST"]),
            Route("/paper", self.paper, methods=["POST"]),
            Route("/look/{name}", file),
            Route("/{secret}", self.knock),
            Route("/{secret}", self.open, methods=["POST"]),
        ]
        handlers = {
            Closed: self.closed,
            HTTPException: self.wrong,
            Unreadable: self.wrong,
            ClientDisconnect: left,
        }
        guard = Middleware(Guard, refusal=from_elsewhere)
        return Starlette(routes=routes, middleware=[guard], exception_handlers=handlers)

    # A link

    async def knock(self, request: Request) -> Response:
        """What scanners and previews see as well: nothing is opened by it."""
        link = await self.found(request)
        language = await self.house.off_loop(lambda: self.desk.language(link.sender))
        return shown(self.drawing.knock(language))

    async def found(self, request: Request) -> Link:
        secret = request.path_params["secret"]
        try:
            return await self.house.off_loop(lambda: self.desk.find(secret))
        except Shut as shut:
            raise shut_out(shut, words.USED) from None

    async def open(self, request: Request) -> Response:
        secret = request.path_params["secret"]
        try:
            link = await self.house.off_loop(lambda: self.desk.use(secret))
        except Shut as shut:
            raise shut_out(shut, words.USED) from None
        if link.what == "paper":
            return await self.handed_out(link)
        visit = await self.house.off_loop(lambda: self.desk.begin(link.sender))
        response = RedirectResponse("/once/", 303, POLICY)
        response.set_cookie(
            COOKIE,
            visit,
            max_age=int(VISIT.total_seconds()),
            path="/once",
            secure=self.page.startswith("https://"),
            httponly=True,
            samesite="strict",
        )
        return response

    async def handed_out(self, link: Link) -> Response:
        try:
            paper = await self.house.off_loop(lambda: self.desk.paper(link))
        except (Withheld, Gone) as kept:
            status = 403 if isinstance(kept, Withheld) else 404
            raise Closed(status, mishap(status), link.sender) from None
        name, content, kind = paper
        named = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return Response(content, media_type=kind, headers={"content-disposition": named})

    # The page

    async def visitor(self, request: Request) -> Sender:
        secret = request.cookies.get(COOKIE, "")
        try:
            return await self.house.off_loop(lambda: self.desk.visitor(secret))
        except Shut as shut:
            raise shut_out(shut, words.OVER) from None

    async def look(self, request: Request) -> Response:
        sender = await self.visitor(request)
        return shown(self.drawing.page(await self.house.off_loop(lambda: self.desk.look(sender))))

    async def turn(self, request: Request) -> Response:
        sender = await self.visitor(request)
        async with read_form(request) as (fields, files):
            deed = await self.house.off_loop(lambda: self.desk.read(sender, fields, files))
        if isinstance(deed, View):
            return shown(self.drawing.page(deed))
        reply = await self.house.answer(self.desk.turn(sender, fresh(fields), deed.input))
        view = await self.house.off_loop(lambda: self.desk.after(sender, reply, deed))
        return shown(self.drawing.page(view))

    async def paper(self, request: Request) -> Response:
        sender = await self.visitor(request)
        async with read_form(request) as (fields, _files):
            about = {"kind": fields.one("kind"), "file": fields.one("file")[:200]}
            link = Link(sender, "paper", about, facts(fields.one("facts")))
        return await self.handed_out(link)

    # What cannot be shown

    async def closed(self, _request: Request, error: Exception) -> Response:
        if not isinstance(error, Closed):
            raise error
        reader, language = error.reader, None
        if reader is not None:
            language = await self.house.off_loop(lambda: self.desk.language(reader))
        return shown(self.drawing.word(error.why, language), error.status)

    async def wrong(self, _request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 400
        status = error.status if isinstance(error, Unreadable) else status
        headers: Mapping[str, str] = getattr(error, "headers", None) or {}
        return shown(self.drawing.word(mishap(status), None), status, headers)


def shown(html: str, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return HTMLResponse(html, status, {**POLICY, **(headers or {})})


def shut_out(shut: Shut, why: Phrase) -> Closed:
    """410 for what was a link once, 404 for what never was."""
    if shut.owner is None:
        return Closed(404, words.UNKNOWN)
    return Closed(410, why, shut.owner)


def from_elsewhere(method: str, headers: Headers) -> str | None:
    """A form of another site is refused; who may send ours is known by a secret in any case."""
    if method in ("GET", "HEAD") or headers.get("sec-fetch-site") in (None, "same-origin", "none"):
        return None
    return "This was sent from another site."
