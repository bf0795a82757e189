"""A fake Slack on 127.0.0.1: its Web API, its files, and both ways in which it reaches a bot."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import aiohttp
from aiohttp import web

from .judge import wrong_payload
from .web_api import Api
from .workspace import JSON, SlackError, Workspace

SECRET = "signing-secret-of-the-tests"
APP_TOKEN = "xapp-tests"
PATIENCE = 3.0
"""Seconds in which Slack wants to hear that something has arrived."""


class NotAcknowledged(AssertionError):
    """Slack would have shown the person an error, or sent the event again."""


async def nothing() -> None:
    """There is nothing to wait for."""


@dataclass
class FakeSlack:
    """`url` is where a bot is reached by HTTP; without one it is by Socket Mode."""

    api: Api
    url: str = ""
    patience: float = PATIENCE
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    tickets: set[str] = field(default_factory=set)
    pending: dict[str, asyncio.Future[JSON]] = field(default_factory=dict)
    session: aiohttp.ClientSession = field(init=False)
    rests: Callable[[], Awaitable[None]] = nothing
    """Waits until the bot has nothing more to do, as a person does who is slower than it."""
    codes: dict[str, JSON] = field(default_factory=dict)
    """What an installation's code is exchanged for."""

    def workspace(self, name: str, scopes: set[str], events: set[str]) -> Workspace:
        made = Workspace(name, f"xoxb-{name}", scopes, events)
        self.api.workspaces[name] = made
        return made

    # Serving

    @contextlib.asynccontextmanager
    async def serving(self) -> AsyncIterator[FakeSlack]:
        app = web.Application(client_max_size=20 * 2**20)
        app.router.add_post("/api/apps.connections.open", self.connections)
        app.router.add_post("/api/oauth.v2.access", self.exchange)
        app.router.add_route("*", "/api/{method}", self.method)
        app.router.add_get("/files/{team}/{file}", self.file)
        app.router.add_post("/upload/{team}/{file}", self.upload)
        app.router.add_get("/link", self.link)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        self.api.base = f"http://127.0.0.1:{port}"
        async with aiohttp.ClientSession() as self.session:
            try:
                yield self
            finally:
                await runner.cleanup()

    async def method(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        asked = await arguments(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        planned = self.api.refusals[method]
        refusal = planned.popleft() if planned else None
        if refusal and not refusal.done:
            self.api.calls.append((method, asked))
        else:
            try:
                answer = self.api.call(method, token or asked.pop("token", ""), asked)
            except SlackError as error:
                answer = error.answer
            if refusal is None:
                return web.json_response(answer)
        if refusal.after is not None:
            headers = {"Retry-After": str(refusal.after)}
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers=headers
            )
        if refusal.error:
            return web.json_response({"ok": False, "error": refusal.error})
        return web.Response(status=refusal.status, text="upstream error")

    async def connections(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bearer {APP_TOKEN}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        ticket = uuid4().hex
        self.tickets.add(ticket)
        url = self.api.base.replace("http", "ws") + f"/link?ticket={ticket}"
        return web.json_response({"ok": True, "url": url})

    async def exchange(self, request: web.Request) -> web.Response:
        code = (await request.post()).get("code")
        return web.json_response(self.codes.get(str(code), {"ok": False, "error": "invalid_code"}))

    async def file(self, request: web.Request) -> web.Response:
        """Without a good token Slack answers with a login page, and no error."""
        workspace = self.api.workspaces[request.match_info["team"]]
        let_in = request.headers.get("Authorization") == f"Bearer {workspace.token}"
        if not let_in or "files:read" not in workspace.scopes:
            page = "<!DOCTYPE html><title>Sign in | Slack</title>"
            return web.Response(text=page, content_type="text/html")
        return web.Response(body=workspace.files[request.match_info["file"]])

    async def upload(self, request: web.Request) -> web.Response:
        workspace = self.api.workspaces[request.match_info["team"]]
        upload, content = workspace.uploads[request.match_info["file"]], await request.read()
        upload["content"] = content
        fits = len(content) == upload["length"]
        return web.Response(text="OK", status=200 if fits else 400)

    # Socket Mode

    async def link(self, request: web.Request) -> web.WebSocketResponse | web.Response:
        if request.query.get("ticket") not in self.tickets:
            return web.Response(status=403)
        self.tickets.discard(request.query["ticket"])
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_json({"type": "hello", "num_connections": len(self.sockets)})
        async for message in socket:
            if message.type is aiohttp.WSMsgType.TEXT:
                told = json.loads(message.data)
                waiting = self.pending.get(told.get("envelope_id", ""))
                if waiting is not None and not waiting.done():
                    waiting.set_result(told.get("payload") or {})
        if socket in self.sockets:
            self.sockets.remove(socket)
        return socket

    async def connected(self) -> None:
        """Until a bot is there."""
        async with asyncio.timeout(5):
            while not self.sockets:  # noqa: ASYNC110 (the bot rings no bell)
                await asyncio.sleep(0.005)

    async def disconnect(self, *, warned: bool = True) -> None:
        """Slack takes up connections anew every few hours, and sometimes one just breaks."""
        for socket in list(self.sockets):
            self.sockets.remove(socket)
            if warned:
                await socket.send_json({"type": "disconnect", "reason": "refresh_requested"})
            await socket.close()

    # Reaching the bot

    async def deliver(self, kind: str, payload: JSON, retry: int = 0) -> JSON:
        """What the bot answers at once. Raises NotAcknowledged."""
        if against := wrong_payload(payload):
            raise AssertionError(f"Slack would not send that: {against}")
        if self.url:
            return await self.by_http(kind, payload, retry)
        return await self.by_socket(kind, payload, retry)

    async def by_socket(self, kind: str, payload: JSON, retry: int) -> JSON:
        if not self.sockets:
            raise NotAcknowledged("nobody is connected")
        name = uuid4().hex
        envelope = {"envelope_id": name, "type": kind, "payload": payload}
        again = {"retry_attempt": retry, "retry_reason": "timeout"} if retry else {}
        self.pending[name] = asyncio.get_running_loop().create_future()
        await self.sockets[-1].send_json(envelope | again | {"accepts_response_payload": True})
        try:
            return await asyncio.wait_for(self.pending[name], self.patience)
        except TimeoutError:
            raise NotAcknowledged("timeout") from None
        finally:
            del self.pending[name]

    async def by_http(self, kind: str, payload: JSON, retry: int) -> JSON:
        body, headers = signed(kind, payload)
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"}
        status, answer = await self.send(body, headers)
        if status != 200:
            raise NotAcknowledged(f"http {status}")
        return answer

    async def send(self, body: str, headers: dict[str, str]) -> tuple[int, JSON]:
        timeout = aiohttp.ClientTimeout(total=self.patience)
        try:
            async with self.session.post(
                self.url, data=body.encode(), headers=headers, timeout=timeout
            ) as response:
                text = await response.text()
                return response.status, json.loads(text) if text.startswith("{") else {}
        except TimeoutError:
            raise NotAcknowledged("timeout") from None


def signed(kind: str, payload: JSON, secret: str = SECRET) -> tuple[str, dict[str, str]]:
    """A request as Slack sends it."""
    form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    is_json = kind == "events_api"
    body = json.dumps(payload) if is_json else urlencode(form)
    at = str(int(time.time()))  # noqa: TID251 (a signature is good for five minutes of real time)
    digest = hmac.new(secret.encode(), f"v0:{at}:{body}".encode(), sha256).hexdigest()
    content = "application/json" if is_json else "application/x-www-form-urlencoded"
    proof = {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={digest}"}
    return body, {"Content-Type": content, **proof}


async def arguments(request: web.Request) -> JSON:
    """A call's arguments, however they came."""
    asked: JSON = dict(request.query)
    if request.content_type == "application/json":
        asked |= await request.json()
        return asked
    asked |= dict(await request.post())
    return {name: loaded(value) for name, value in asked.items()}


def loaded(value: Any) -> Any:
    is_json = isinstance(value, str) and re.match(r"[\[{]", value)
    return json.loads(value) if is_json else value
