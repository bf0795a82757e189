"""The channel put together: what stands between its door and the house, opened and shut."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .aside import Aside
from .channel import TeamsChannel
from .connector import TIMEOUT, Anonymous, Connector, Tokens
from .coordinators import Coordinators
from .door import Door
from .files import Fetch
from .hosts import LOCAL, Hosts
from .house import House
from .login import NoLogin
from .place import CHANNEL, JSON
from .post import Post
from .proof import KEYS_AT, Keys, Proof
from .registration import Registration
from .rooms import Rooms
from .roster import Roster
from .take import Take

CONNECTIONS = 256
"""Kept and shared by everything that is written to Teams."""
log = logging.getLogger(__name__)


@dataclass
class Teams:
    """`hosts`, `tokens` and `keys_at` are told only where Teams is not the real one."""

    house: House
    registration: Registration
    hosts: Hosts | None = None
    tokens: Tokens | None = None
    keys_at: str = KEYS_AT
    timeout: float = TIMEOUT
    door: Door | None = None
    coordinators: Coordinators | None = None

    def routes(self) -> list[Route]:
        return [Route("/api/messages", self.messages, methods=["POST"])]

    async def messages(self, request: Request) -> Response:
        return await self.door(request) if self.door else Response(status_code=503)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Answers while this lasts. Raises NoLogin where the registration is wrong."""
        lines = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=60)
        no_cookies = aiohttp.DummyCookieJar()
        async with aiohttp.ClientSession(connector=lines, cookie_jar=no_cookies) as session:
            self.tokens = await self.logged_in()
            post = Post(Connector(session, self.tokens, self.house.clock.now, self.timeout))
            self.door = self.put_together(post, await self.proof(session))
            self.house.channels[CHANNEL] = TeamsChannel(post, self.house.zone, self.paged)
            self.coordinators = self.coordinators_of(post)
            yield
            await asyncio.gather(*post.tasks.values())

    @property
    def paged(self) -> bool:
        return bool(self.registration.public_url)

    async def logged_in(self) -> Tokens:
        """The first token is had before the first turn."""
        tokens = self.tokens or self.registration.tokens(self.house.clock.now)
        try:
            await tokens.token()
        except NoLogin as error:
            if error.wrong:
                raise
            log.warning("Microsoft cannot be reached for a login yet: %s", error)
        return tokens

    async def trouble(self) -> str:
        """What to tell those who watch over the bot, where it has no login to answer by."""
        try:
            await (self.tokens or Anonymous()).token()
        except NoLogin as error:
            log.warning("there is no login at Microsoft: %s", error)
            return "Microsoft does not let the bot write to Teams. The log tells why."
        return ""

    async def proof(self, session: aiohttp.ClientSession) -> Proof | None:
        if not self.registration.app:
            return None
        keys = Keys(Documents(session), self.keys_at)
        await keys.renew(self.house.clock.now())
        return Proof(self.registration.app, keys)

    def put_together(self, post: Post, proof: Proof | None) -> Door:
        hosts = self.hosts or (Hosts() if proof else LOCAL)
        aside = Aside(self.house, post, self.registration.public_url)
        fetch, rooms = Fetch(post.connector, hosts), Rooms(self.house, post)
        take = Take(self.house, post, fetch, rooms, aside, Roster(post.connector))
        now, tenants = self.house.clock.now, self.registration.tenants
        return Door(take, take.sorry, proof=proof, hosts=hosts, tenants=tenants, now=now)

    async def look_again(self) -> None:
        """What is to be looked at again now and then."""
        if self.coordinators:
            await self.coordinators.read()

    def coordinators_of(self, post: Post) -> Coordinators | None:
        told = self.registration
        if not told.coordinators:
            return None
        return Coordinators(self.house, post, told.coordinators, told.tenant, told.service)


@dataclass(frozen=True)
class Documents:
    """JSON documents by their addresses, each at most a megabyte."""

    session: aiohttp.ClientSession

    async def __call__(self, url: str) -> JSON:
        timeout = aiohttp.ClientTimeout(total=10)
        try:
            async with self.session.get(url, timeout=timeout) as response:
                found = json.loads(await response.content.read(1_000_000))
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise OSError(type(error).__name__) from None
        if not isinstance(found, dict):
            raise OSError("not a document")
        return found
