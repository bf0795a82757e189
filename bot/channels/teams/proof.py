"""Proof that a request comes from the Bot Connector and nobody else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt

from .place import JSON

KEYS_AT = "https://login.botframework.com/v1/.well-known/openidconfiguration"
ISSUER = "https://api.botframework.com"
LEEWAY = timedelta(minutes=5)
FRESH = timedelta(hours=24)
"""So long keys are trusted to be all there are."""
PATIENCE = timedelta(minutes=5)
"""An unknown key makes the keys be fetched anew, but not more often than this."""
REMEMBERED = 1_000
log = logging.getLogger(__name__)


class Unproved(Exception):
    """The request must not be answered. The text never holds what was sent."""


Fetch = Callable[[str], Awaitable[JSON]]
"""A JSON document by its address. Raises OSError where it cannot be had."""


@dataclass(frozen=True)
class Claims:
    """What a token proved once, so that it need not be proved in every turn."""

    begins: datetime
    ends: datetime
    service: str
    channels: frozenset[str]


@dataclass
class Keys:
    """The keys that the Bot Connector signs with, and for which channels each is good."""

    fetch: Fetch
    address: str = KEYS_AT
    found: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    at: datetime | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def key(self, name: str, now: datetime) -> Mapping[str, Any]:
        """Raises Unproved."""
        async with self.lock:
            age = None if self.at is None else now - self.at
            if age is None or age > FRESH or (name not in self.found and age > PATIENCE):
                await self.renew(now)
        if name not in self.found:
            raise Unproved("signed with an unknown key")
        return self.found[name]

    async def renew(self, now: datetime) -> None:
        """Where they cannot be had now, those there are stay, and are tried again soon."""
        try:
            document = await self.fetch(self.address)
            keys = (await self.fetch(document["jwks_uri"]))["keys"]
            self.found = {key["kid"]: key for key in keys}
            self.at = now
        except (OSError, KeyError, TypeError) as error:
            log.warning("the keys of the Bot Connector cannot be had: %s", type(error).__name__)
            self.at = now if self.found else None


@dataclass
class Proof:
    """Checks the rules that Microsoft states for requests of the Bot Connector to a bot."""

    app: str
    keys: Keys
    proved: dict[str, Claims] = field(default_factory=dict)

    async def check(self, header: str, activity: JSON, now: datetime) -> None:
        """Raises Unproved, whatever was sent."""
        scheme, _space, token = header.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unproved("no token")
        claims = self.proved.get(token) or await self.prove(token, now)
        if not claims.begins - LEEWAY <= now < claims.ends + LEEWAY:
            self.proved.pop(token, None)
            raise Unproved("not valid now")
        if claims.service != trimmed(activity.get("serviceUrl")):
            raise Unproved("for another service")
        if activity.get("channelId") not in claims.channels:
            raise Unproved("for another channel")

    async def prove(self, token: str, now: datetime) -> Claims:
        try:
            name = jwt.get_unverified_header(token).get("kid")
            key = await self.keys.key(str(name), now)
            claims = self.claims(token, key)
        except (jwt.PyJWTError, KeyError, TypeError, ValueError, OverflowError) as error:
            raise Unproved(type(error).__name__) from None
        if len(self.proved) >= REMEMBERED:
            self.proved.clear()
        self.proved[token] = claims
        return claims

    def claims(self, token: str, key: Mapping[str, Any]) -> Claims:
        """Our own clock judges the times, so the library is told to leave them."""
        told = jwt.decode(
            token,
            jwt.PyJWK(dict(key), algorithm="RS256"),
            algorithms=["RS256"],
            audience=self.app,
            issuer=ISSUER,
            options={
                "require": ["exp", "iss", "aud"],
                "verify_exp": False,
                "verify_nbf": False,
                "verify_iat": False,
            },
        )
        ends = datetime.fromtimestamp(int(told["exp"]), tz=UTC)
        begins = datetime.fromtimestamp(int(told.get("nbf", 0)), tz=UTC)
        service = trimmed(told["serviceurl"])
        return Claims(begins, ends, service, frozenset(key.get("endorsements", ())))


def trimmed(url: object) -> str:
    """Raises Unproved for what is no address."""
    if not isinstance(url, str) or not url:
        raise Unproved("no service")
    return url.rstrip("/").lower()
