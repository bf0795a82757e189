"""The house with its door to Slack, a fake Slack before it, and people in a workspace."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

import uvicorn
from starlette.applications import Starlette

from bot.app import House
from bot.channels.slack.channel import SlackChannel
from bot.channels.slack.desk import Desk, Patience
from bot.channels.slack.door import Door
from bot.channels.slack.installed import OneWorkspace
from bot.channels.slack.keys import Keys
from bot.channels.slack.reception import Reception
from bot.channels.slack.web_api import Web, connections
from tests.loops import run

from .people import Actor, met
from .server import APP_TOKEN, SECRET, FakeSlack
from .web_api import Api
from .workspace import Workspace

Mode = Literal["socket", "http"]
SCOPES = {
    "app_mentions:read",
    "chat:write",
    "commands",
    "channels:history",
    "channels:read",
    "files:read",
    "files:write",
    "im:history",
    "im:write",
    "users:read",
}
EVENTS = {"app_home_opened", "app_mention", "message.im", "member_joined_channel", "channel_left"}


@dataclass
class World:
    house: House
    slack: FakeSlack
    workspace: Workspace
    door: Door

    def meet(self, name: str, real_name: str = "") -> Actor:
        return met(self.slack, self.workspace, name, real_name)

    @property
    def channel(self) -> SlackChannel:
        return SlackChannel(self.door.reception.desk.workspaces, self.house.speech)

    async def rests(self) -> None:
        """Until the bot has nothing more to do."""
        await self.door.reception.finish()


@contextlib.asynccontextmanager
async def world(
    house: House, mode: Mode = "socket", patience: Patience | None = None
) -> AsyncIterator[World]:
    async with FakeSlack(Api()).serving() as slack, connections() as session:
        workspace = slack.workspace("T0AKE", set(SCOPES), set(EVENTS))
        api = f"{slack.api.base}/api/"
        keys = Keys(bot_token=workspace.token, app_token=APP_TOKEN, signing_secret=SECRET, api=api)

        def connect(token: str, bot: str) -> Web:
            return Web(session, token, bot, api)

        desk = Desk(house, OneWorkspace(connect, keys.bot_token), patience or Patience())
        door = Door.of(keys, Reception.at(desk), session)
        slack.rests = door.reception.finish
        async with reached(door, slack, mode):
            yield World(house, slack, workspace, door)
        await door.reception.finish()


@contextlib.asynccontextmanager
async def reached(door: Door, slack: FakeSlack, mode: Mode) -> AsyncIterator[None]:
    if mode == "socket":
        await door.connect()
        await slack.connected()
        try:
            yield
        finally:
            await door.close()
        return
    async with listening(Starlette(routes=door.routes())) as base:
        slack.url = f"{base}/slack/events"
        yield


@contextlib.asynccontextmanager
async def listening(app: Starlette) -> AsyncIterator[str]:
    """A server on a port of its own, in this very loop."""
    import asyncio

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
        serving = asyncio.create_task(server.serve([taken]))
        await asyncio.sleep(0)
        try:
            yield f"http://127.0.0.1:{taken.getsockname()[1]}"
        finally:
            server.should_exit = True
            await serving


def play(
    house: House,
    scene: Callable[[World], Awaitable[None]],
    mode: Mode = "socket",
    patience: Patience | None = None,
) -> None:
    """Play a scene to its end, with whatever the bot still has to do."""

    async def played() -> None:
        async with world(house, mode, patience) as stage:
            await scene(stage)

    run(played())


__all__ = ["Mode", "World", "play", "world"]
