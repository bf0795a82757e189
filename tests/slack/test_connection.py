"""Whoever watches over the bot sees whether Slack reaches it."""

from __future__ import annotations

from dataclasses import replace

import httpx2
import pytest
from pydantic import SecretStr

from bot.app import House, web_app
from bot.channels.slack.connection import Connection
from bot.slack import slack_open
from tests.chat import StillClock
from tests.loops import run

from .server import APP_TOKEN, FakeSlack
from .web_api import Api
from .world import EVENTS, SCOPES


@pytest.mark.parametrize("token", [APP_TOKEN, "xapp-wrong"])
def test_whoever_watches_sees_whether_slack_reaches_the_bot(
    house: House, clock: StillClock, token: str
) -> None:
    """A connection that is not there for two minutes is told, and one that is there is not."""

    async def scene() -> tuple[str, int, str]:
        async with FakeSlack(Api()).serving() as slack:
            workspace = slack.workspace("T0AKE", set(SCOPES), set(EVENTS))
            given = house.settings.model_copy(
                update={
                    "slack_bot_token": SecretStr(workspace.token),
                    "slack_app_token": SecretStr(token),
                    "slack_api_url": f"{slack.api.base}/api",
                }
            )
            served = web_app(replace(house, settings=given), doors=[slack_open])
            transport = httpx2.ASGITransport(app=served)
            async with (
                served.router.lifespan_context(served),
                httpx2.AsyncClient(transport=transport, base_url="http://ake") as client,
            ):
                if token == APP_TOKEN:
                    await slack.connected()
                soon = await client.get("/readyz")
                clock.moves(minutes=3)
                later = await client.get("/readyz")
                return soon.text, later.status_code, later.text

    soon, status, told = run(scene())
    assert soon == "ready"
    if token == APP_TOKEN:
        assert (status, told) == (200, "ready")
    else:
        assert status == 503
        assert told == "Slack has not reached the bot by Socket Mode since 2026-03-02 07:00 UTC."


def test_a_connection_taken_up_anew_is_no_trouble(clock: StillClock) -> None:
    """What is lost for a moment is counted anew each time, from when it was seen to be lost."""
    there = [True, False, False, True, False, False, False]

    async def connected() -> bool:
        return there.pop(0)

    async def told() -> list[str]:
        connection = Connection(connected, clock.now)
        found: list[str] = []
        while there:
            found.append(await connection.trouble())
            clock.moves(seconds=70)
        return found

    *before, last = run(told())
    assert before == [""] * 6
    assert "07:04" in last
