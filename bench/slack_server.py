"""The servers whose turns in Slack are measured: a bare echo by Bolt alone, and the bot.

python -m bench.slack_server bolt|house DATABASE_URL PORT API_URL
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable

import uvicorn
from pydantic import SecretStr
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.routing import Route

from bot.app import build, web_app
from bot.settings import Settings
from bot.slack import slack_open

from .turn_server import BenchClock

SECRET, TOKEN = "signing-secret-of-the-bench", "xoxb-bench"
PATH = "/slack/events"


def bolt(api: str) -> Starlette:
    """As Bolt's own first example has it, and nothing more."""
    app = AsyncApp(signing_secret=SECRET, client=AsyncWebClient(token=TOKEN, base_url=api))

    @app.event("message")
    async def echo(event: dict[str, str], say: Callable[[str], Awaitable[object]]) -> None:
        await say(event["text"])

    return Starlette(routes=[Route(PATH, AsyncSlackRequestHandler(app).handle, methods=["POST"])])


def house(url: str, api: str) -> Starlette:
    settings = Settings(
        database_url=url,
        slack_bot_token=SecretStr(TOKEN),
        slack_signing_secret=SecretStr(SECRET),
        slack_api_url=api,
    )
    return web_app(build(settings, BenchClock()), doors=[slack_open])


def main(kind: str, url: str, port: str, api: str) -> None:
    app = bolt(api) if kind == "bolt" else house(url, api)
    uvicorn.run(app, host="127.0.0.1", port=int(port), log_level="error", access_log=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
