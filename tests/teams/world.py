"""Teams around the bot: a connector, a signer, and the door between them and the house."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx2
from starlette.applications import Starlette

from bot.app import House
from bot.channels.teams.hosts import LOCAL
from bot.channels.teams.open import Teams
from bot.channels.teams.registration import Registration
from bot.channels.teams.take import Take

from .connector import LocalConnector, local_connector
from .openid import APP, LocalSigner, local_signer
from .posted import JSON, TENANT


class OneToken:
    """A login that has been done."""

    def __init__(self) -> None:
        self.asked = 0

    async def token(self) -> str:
        self.asked += 1
        return "our-token"

    def forget(self) -> None:
        self.asked = 0


@dataclass
class World:
    """Posts activities as the Bot Connector does, and sees what is written back."""

    teams: Teams
    connector: LocalConnector
    signer: LocalSigner
    client: httpx2.AsyncClient
    signed: bool = True

    async def posts(self, activity: JSON, token: str | None = None) -> httpx2.Response:
        there = {**activity, "serviceUrl": activity.get("_service", self.service)}
        there.pop("_service", None)
        headers = {}
        if self.signed and token != "":
            headers["Authorization"] = f"Bearer {token or self.signer.token()}"
        return await self.client.post("/api/messages", json=there, headers=headers)

    def teams_tasks(self) -> list[asyncio.Task[None]]:
        """What goes on after a turn has been answered."""
        assert self.teams.door is not None
        take = self.teams.door.take
        assert isinstance(take, Take)
        return list(take.post.tasks.values())

    @property
    def service(self) -> str:
        return f"{self.connector.url}/emea/"

    async def asked(self, activity: JSON) -> Any:
        """What an invoke is answered with."""
        response = await self.posts(activity)
        if response.status_code != 200:
            raise AssertionError(f"{response.status_code} {response.text}")
        return response.json()


@asynccontextmanager
async def world(house: House, *, signed: bool = True, **told: Any) -> AsyncIterator[World]:
    now = house.clock.now()
    async with (
        local_connector() as connector,
        local_signer(now, f"{connector.url}/emea/") as signer,
    ):
        settings = {"app": APP if signed else "", "tenants": frozenset({TENANT}), **told}
        settings["service"] = f"{connector.url}/emea"
        keys_at = f"{signer.url}/openid"
        teams = Teams(house, Registration(**settings), LOCAL, OneToken(), keys_at, timeout=1)
        transport = httpx2.ASGITransport(app=Starlette(routes=teams.routes()))
        client = httpx2.AsyncClient(transport=transport, base_url="http://ake")
        async with teams.opened(), client:
            yield World(teams, connector, signer, client, signed)
