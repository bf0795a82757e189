"""A Bot Connector of our own: it keeps what is written to it, and can be made to fail."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

JSON = dict[str, Any]


@dataclass
class Answer:
    """What one request is answered with; `hang` is how many seconds it waits first."""

    status: int = 201
    text: str = '{"id": "1772434999999"}'
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    hang: float = 0


TOO_MANY = Answer(429, '{"error": {"code": "TooManyRequests"}}', headers={"Retry-After": "0.01"})
BLOCKED = Answer(403, '{"error": {"code": "MessageWritesBlocked", "message": "Aino"}}')
GONE = Answer(404, '{"error": {"code": "ConversationNotFound"}}')
GATEWAY = Answer(502, "<html><h1>Bad gateway</h1></html>", "text/html")
HANGS = Answer(hang=5)


@dataclass
class Written:
    method: str
    path: str
    body: JSON
    headers: dict[str, str]


@dataclass
class LocalConnector:
    """`answers` are given one after another, then what suits the request."""

    url: str = ""
    written: list[Written] = field(default_factory=list)
    answers: deque[Answer] = field(default_factory=deque)
    files: dict[str, bytes] = field(default_factory=dict)
    members: list[JSON] = field(default_factory=list)
    team: str = "Verkostot"
    """What every team is called."""
    names: dict[str, Answer | str] = field(default_factory=dict)
    """By their ids, what members of conversations are called, or what is answered instead."""
    looked_up: list[str] = field(default_factory=list)
    """Whose names were asked for."""
    ports: set[int] = field(default_factory=set)
    """Of those who wrote: as many as there were connections."""

    async def answer(self, request: web.Request) -> web.Response:
        if "/members/" in request.path:
            return await self.given(self.member(request.path))
        content = await request.read()
        body = json.loads(content) if content else {}
        headers = {name.lower(): text for name, text in request.headers.items()}
        self.written.append(Written(request.method, request.raw_path, body, headers))
        peer = request.transport and request.transport.get_extra_info("peername")
        self.ports.add(peer[1] if peer else 0)
        found = self.answers.popleft() if self.answers else self.usual(request)
        return found if isinstance(found, web.Response) else await self.given(found)

    async def given(self, found: Answer) -> web.Response:
        await asyncio.sleep(found.hang)
        return web.Response(
            status=found.status, text=found.text, content_type=found.kind, headers=found.headers
        )

    def usual(self, request: web.Request) -> Answer | web.Response:
        path = request.path
        if request.method == "GET" and path in self.files:
            return web.Response(body=self.files[path])
        if path.endswith("/pagedmembers"):
            return self.page(request)
        if path.endswith("/conversations") and request.method == "GET":
            rooms = [{"id": "19:712c61d0ef384e5fa681ba90ca943398@thread.tacv2"}]
            rooms += [{"id": "19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2", "name": "Digi"}]
            return Answer(200, json.dumps({"conversations": rooms}))
        if "/v3/teams/" in path:
            return Answer(200, json.dumps({"id": "19:t", "name": self.team}))
        if path.endswith("/v3/conversations"):
            return Answer(201, '{"id": "a:begun", "activityId": "1"}')
        return Answer(200 if request.method == "PUT" else 201)

    def member(self, path: str) -> Answer:
        room, _members, user = path.rpartition("/members/")
        self.looked_up.append(f"{room.rpartition('/')[2]} {user}")
        found = self.names.get(user, GONE)
        if isinstance(found, Answer):
            return found
        told = {"id": user, "name": found, "email": "aino@example.fi", "userRole": "user"}
        return Answer(200, json.dumps(told))

    def page(self, request: web.Request) -> Answer:
        """Two members at a time."""
        first = int(request.query.get("continuationToken", "0"))
        told: JSON = {"members": self.members[first : first + 2]}
        if first + 2 < len(self.members):
            told["continuationToken"] = str(first + 2)
        return Answer(200, json.dumps(told))

    # What was said

    def posted(self) -> list[JSON]:
        return [each.body for each in self.written if each.method == "POST"]

    def said(self) -> list[str]:
        """What was posted, as words: of a card, what is told of it."""
        return [each.get("text") or each.get("summary", "") for each in self.posted()]

    def cards(self) -> list[JSON]:
        """The cards posted or put in place."""
        bodies = [each.body for each in self.written if each.method in ("POST", "PUT")]
        found = [part for body in bodies for part in body.get("attachments", ())]
        return [part["content"] for part in found]


@asynccontextmanager
async def serving(handler: Any, port: int = 0) -> AsyncIterator[str]:
    """A server of one handler for every address; where it is."""
    app = web.Application(client_max_size=2**22)
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def local_connector() -> AsyncIterator[LocalConnector]:
    connector = LocalConnector()
    async with serving(connector.answer) as connector.url:
        yield connector
