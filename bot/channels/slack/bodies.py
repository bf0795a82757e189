"""The bodies of requests, as far as they are worth reading."""

from __future__ import annotations

import orjson
from starlette.requests import Request

from .workspace import JSON

LARGEST = 2 * 1024 * 1024
"""Bytes: Slack sends far less."""


class TooLarge(Exception):
    """More than Slack would send."""


async def body_of(request: Request) -> bytes:
    """Raises TooLarge, without having read it all."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise TooLarge
    return bytes(body)


def event_in(body: bytes) -> JSON | None:
    """What happened, where that is what the body tells of in whole characters."""
    try:
        told: JSON = orjson.loads(body if body.startswith(b"{") else b"{}")
    except orjson.JSONDecodeError:  # half of one is read by Bolt
        return None
    return told if told.get("type") == "event_callback" else None


def readable(body: bytes) -> bytes:
    """Bolt takes a command for something else where the word `payload` stands in it."""
    if body.startswith((b"payload=", b"{")):
        return body
    return body.replace(b"payload", b"%70ayload")
