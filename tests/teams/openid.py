"""A signer of our own in the place of Microsoft's: its keys, its tokens, and bad ones."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from bot.channels.teams.proof import ISSUER

from .connector import serving

APP = "c9e8c047-2a34-40a1-b28a-b162d5f5327c"
JSON = dict[str, Any]


@cache
def key(_number: int) -> rsa.RSAPrivateKey:
    """Made once for all tests: it takes a while."""
    return rsa.generate_private_key(65537, 2048)


@dataclass
class LocalSigner:
    now: datetime
    service: str
    url: str = ""
    keys: dict[str, int] = field(default_factory=lambda: {"k1": 1})
    endorsements: list[str] = field(default_factory=lambda: ["msteams"])
    asked: int = 0
    broken: bool = False

    async def answer(self, request: web.Request) -> web.Response:
        if self.broken:
            return web.Response(status=500, text="<html>")
        self.asked += 1
        if request.path == "/openid":
            return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.url}/keys"})
        return web.json_response({"keys": [self.public(name) for name in self.keys]})

    def public(self, name: str) -> JSON:
        told: JSON = json.loads(RSAAlgorithm.to_jwk(key(self.keys[name]).public_key()))
        return {**told, "kid": name, "use": "sig", "endorsements": self.endorsements}

    def claims(self, **other: object) -> JSON:
        """A good token's; one that is None is left out."""
        good = {
            "iss": ISSUER,
            "aud": APP,
            "nbf": int((self.now - timedelta(minutes=5)).timestamp()),
            "exp": int((self.now + timedelta(hours=1)).timestamp()),
            "serviceurl": self.service,
        }
        return {name: told for name, told in {**good, **other}.items() if told is not None}

    def token(
        self, kid: str = "k1", signed_with: int | None = None, alg: str = "RS256", **other: object
    ) -> str:
        number = self.keys.get(kid, 1) if signed_with is None else signed_with
        return jwt.encode(
            self.claims(**other), key(number), algorithm=alg, headers={"kid": kid} if kid else {}
        )

    def unsigned(self) -> str:
        return jwt.encode(self.claims(), "", algorithm="none", headers={"kid": "k1"})


@asynccontextmanager
async def local_signer(now: datetime, service: str) -> AsyncIterator[LocalSigner]:
    signer = LocalSigner(now, service)
    async with serving(signer.answer) as signer.url:
        yield signer
