"""A Web API that keeps what is posted: with faults put in, and no patience for those in a hurry."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from aiohttp import web

JSON = dict[str, Any]
SLACK = 0.5
"""Seconds by which a post may come early: the way there is not always equally long."""


@dataclass
class SlackWeb:
    """`clock` shows seconds. `faults` is the share of posts that go wrong, one way or another."""

    clock: Callable[[], float]
    faults: float = 0.0
    random: Random = field(default_factory=lambda: Random(2026))  # noqa: S311 (dice)
    posts: dict[str, list[JSON]] = field(default_factory=lambda: defaultdict(list))
    """By channel, the last one last."""
    latest: dict[str, float] = field(default_factory=dict)
    heard: dict[str, asyncio.Future[None]] = field(default_factory=dict)
    """Who waits for a post, by channel."""
    went_wrong: Counter[str] = field(default_factory=Counter)

    def keys(self) -> Counter[str]:
        """How often each key was posted."""
        metadata = (one.get("metadata") or {} for posts in self.posts.values() for one in posts)
        return Counter(str(each["event_payload"]["key"]) for each in metadata)

    @contextlib.asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_post("/api/{method}", self.method)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
        finally:
            await runner.cleanup()

    async def method(self, request: web.Request) -> web.Response:
        is_json = request.content_type == "application/json"
        asked: JSON = await request.json() if is_json else dict(await request.post())
        match request.match_info["method"]:
            case "chat.postMessage":
                return self.posted(asked)
            case "conversations.history":
                found = self.posts[asked["channel"]][: -int(asked["limit"]) - 1 : -1]
                return self.went(asked["channel"]) or told(messages=found)
            case "users.info":
                return told(user={"profile": {"real_name": asked["user"]}})
            case "auth.test":
                return told(team_id="T0AKE", user_id="U0BOT", bot_id="B0BOT")
        return told()

    def posted(self, asked: JSON) -> web.Response:
        channel = asked["channel"]
        now = self.clock()
        if self.faults and now - self.latest.get(channel, 0) < 1 - SLACK:
            self.went_wrong["sent too fast"] += 1
            return slower(1)
        if (wrong := self.went(channel)) and wrong.status != 504:
            return wrong
        self.latest[channel] = now
        self.posts[channel].append(asked)
        if waiting := self.heard.pop(channel, None):
            waiting.set_result(None)
        return wrong or told(channel=channel, ts=f"{now:.6f}")

    def went(self, channel: str) -> web.Response | None:
        """A fault: Slack asks to wait, breaks, or does what it was asked and does not say so."""
        if self.random.random() >= self.faults:
            return None
        kind = self.random.choice(("429", "500", "504"))
        self.went_wrong[kind] += 1
        return slower(2) if kind == "429" else web.Response(status=int(kind))


def told(**answer: object) -> web.Response:
    return web.Response(text=json.dumps({"ok": True, **answer}), content_type="application/json")


def slower(after: int) -> web.Response:
    answer = {"ok": False, "error": "ratelimited"}
    return web.json_response(answer, status=429, headers={"Retry-After": str(after)})
