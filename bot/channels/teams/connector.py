"""The Bot Connector: what the bot writes to Teams, each request once or until it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol
from urllib.parse import quote

import aiohttp
import orjson
from yarl import URL

from .place import JSON

TIMEOUT = 10.0
"""Seconds for one request."""
TRIES = 4
WAIT, LONGEST = 0.5, 8.0
"""Seconds before the second try where nothing else is said, and at most."""
AGAIN = frozenset({412, 429, 502, 503, 504})
"""Microsoft asks to try these again."""


class Failed(Exception):
    """Teams did not take what was written.

    `permanent` where trying again cannot help; `sure` where it surely was not taken.
    """

    def __init__(
        self,
        why: str,
        *,
        permanent: bool = False,
        sure: bool = True,
        after: float | None = None,
        status: int = 0,
    ) -> None:
        super().__init__(why)
        self.permanent, self.sure, self.after = permanent, sure, after
        self.status = status


class Tokens(Protocol):
    async def token(self) -> str: ...
    def forget(self) -> None: ...


class Anonymous:
    """Nobody: for trying the bot out on one's own machine."""

    async def token(self) -> str:
        return ""

    def forget(self) -> None:
        pass


@dataclass(frozen=True)
class Connector:
    """Writes with one shared session, whose connections are kept."""

    session: aiohttp.ClientSession
    tokens: Tokens
    now: Callable[[], datetime]
    timeout: float = TIMEOUT
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def insist(self, method: str, url: str, body: JSON | None = None) -> JSON:
        """Try until it is taken, while somebody waits. Raises Failed."""
        for attempt in range(1, TRIES):
            try:
                return await self.once(method, url, body)
            except Failed as failed:
                if failed.permanent or not failed.sure:
                    raise
                wait = WAIT * 2**attempt if failed.after is None else failed.after
                if wait > LONGEST:
                    raise
                await self.sleep(wait)
        return await self.once(method, url, body)

    async def once(self, method: str, url: str, body: JSON | None = None) -> JSON:
        """Raises Failed."""
        headers = {"Content-Type": "application/json; charset=utf-8"}
        if token := await self.tokens.token():
            headers["Authorization"] = f"Bearer {token}"
        data = None if body is None else orjson.dumps(body)
        timeout = aiohttp.ClientTimeout(total=self.timeout)
        try:
            async with self.session.request(
                method,
                URL(url, encoded=True),
                data=data,
                headers=headers,
                timeout=timeout,
                allow_redirects=False,
            ) as response:
                return self.taken(response, await response.read())
        except aiohttp.ClientConnectorError as error:
            raise Failed(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Failed(type(error).__name__, sure=False) from None

    def taken(self, response: aiohttp.ClientResponse, content: bytes) -> JSON:
        """What Teams answered. A gateway answers in HTML, which tells nothing more."""
        told = document(content)
        if response.status < 300:
            return told
        if response.status == 401:
            self.tokens.forget()
        raise Failed(
            f"{response.status} {code(told)}".strip(),
            permanent=response.status < 500 and response.status not in AGAIN | {401, 408},
            sure=response.status < 500 or response.status in AGAIN,
            after=self.seconds(response.headers),
            status=response.status,
        )

    def seconds(self, headers: Mapping[str, str]) -> float | None:
        """How long Teams asks to wait."""
        told = headers.get("Retry-After", "").strip()
        try:
            return max(0.0, float(told))
        except ValueError:
            pass
        try:
            at = parsedate_to_datetime(told)
        except ValueError:
            return None
        return max(0.0, (at.replace(tzinfo=at.tzinfo or UTC) - self.now()).total_seconds())


def document(content: bytes) -> JSON:
    try:
        found = orjson.loads(content)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {"value": found}


def code(told: JSON) -> str:
    """The error's name; its message may hold what was written, so it is left alone."""
    error = told.get("error")
    found = error.get("code") if isinstance(error, dict) else None
    return found[:60] if isinstance(found, str) and found.isidentifier() else ""


def activities(service: str, conversation: str, *under: str) -> str:
    """The address of a conversation's activities, or of what stands under one of them."""
    parts = ("v3", "conversations", conversation, "activities", *under)
    return address(service, *parts)


def address(service: str, *parts: str) -> str:
    return "/".join((service.rstrip("/"), *(quote(part, safe="") for part in parts)))
