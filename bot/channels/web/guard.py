"""Keeps the page to this machine and to itself, whatever another site makes a browser send."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.conversation.mishaps import apology

from .draw import notice

HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""The names of this machine for itself; any other may have been led here by somebody."""

POLICY = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
"""What every answer says, where it does not say it itself."""
NOTICE = {
    "content-security-policy": (
        "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors 'none'"
    )
}
"""An error page has a face, and no script."""


Refusal = Callable[[str, Headers], str | None]
"""From a request's method and headers to why it is refused, if it is."""


class Guard:
    """Every answer carries the policy, and what breaks inside becomes a kind word."""

    def __init__(self, app: ASGIApp, refusal: Refusal | None = None) -> None:
        self.app = app
        self.refusal = refusal or refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        begun = False

        async def send_guarded(message: Message) -> None:
            nonlocal begun
            begun = True
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in POLICY.items():
                    headers.setdefault(name, value)
            await send(message)

        why = self.refusal(scope["method"], Headers(scope=scope))
        answer = PlainTextResponse(why, 403) if why else self.app
        try:
            await answer(scope, receive, send_guarded)
        except Exception as error:  # noqa: BLE001 (the door: what was sent must not reach the log)
            told = notice(apology(error).text[0])
            if not begun:
                await HTMLResponse(told, 500, NOTICE)(scope, receive, send_guarded)


def refused(method: str, headers: Headers) -> str | None:
    """Keeps to this machine and to the page itself."""
    host = headers.get("host", "")
    if host.rpartition(":")[0] not in HOSTS and host not in HOSTS:
        return "This page is for this machine only."
    if method not in ("GET", "HEAD") and not ours(headers, host):
        return "This was sent from another site."
    return None


def ours(headers: Headers, host: str) -> bool:
    """Whether the page itself sent it. A browser always says where a form came from: in
    `Origin`, which is `null` under our own policy, or in `Sec-Fetch-Site`.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site in ("same-origin", "none")
    return origin is None or urlsplit(origin).netloc == host
