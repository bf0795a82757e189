"""The door opens as the settings say, and the manifest asks for what they need."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from pydantic import SecretStr

from bot.app import House, web_app
from bot.settings import ROOT, Settings, SettingsError
from bot.slack import checked, manifest_of, slack_open, token_tried
from dialogs import CATALOGUE
from tests.loops import run

from .judge import wrong
from .people import met
from .server import APP_TOKEN, SECRET, FakeSlack
from .web_api import Api
from .world import EVENTS, SCOPES, listening

SEVERAL: dict[str, Any] = {
    "slack_client_id": "1.2",
    "slack_client_secret": "hush",
    "slack_app_token": "xapp",
    "secret_key": "a long secret",
    "public_url": "https://ake.example",
}


@pytest.mark.parametrize("by", ["socket", "http"])
def test_the_bot_is_served_with_its_door_to_slack(house: House, by: str) -> None:
    """With a token in the settings a message in Slack is answered, either way it comes."""

    async def scene() -> None:
        async with FakeSlack(Api()).serving() as slack:
            workspace = slack.workspace("T0AKE", set(SCOPES), set(EVENTS))
            workspace.groups["S0AKE"] = []
            way = (
                {"slack_app_token": SecretStr(APP_TOKEN)}
                if by == "socket"
                else {"slack_signing_secret": SecretStr(SECRET)}
            )
            given = house.settings.model_copy(
                update={
                    "slack_bot_token": SecretStr(workspace.token),
                    "slack_api_url": f"{slack.api.base}/api",
                    **way,
                }
            )
            served = web_app(replace(house, settings=given), doors=[slack_open])
            async with served.router.lifespan_context(served), listening(served) as base:
                if by == "socket":
                    await slack.connected()
                else:
                    slack.url = f"{base}/slack/events"
                aino = met(slack, workspace, "aino")
                await aino.says("/retki")
                await aino.reads("Minne?")

    run(scene())


def test_a_door_that_never_opened_is_closed_all_the_same(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """A wrong token is told to the log, and the bot serves whatever else it serves."""

    async def scene() -> None:
        async with FakeSlack(Api()).serving() as slack:
            given = house.settings.model_copy(
                update={
                    "slack_bot_token": SecretStr("xoxb"),
                    "slack_app_token": SecretStr("xapp-wrong"),
                    "slack_api_url": f"{slack.api.base}/api",
                }
            )
            served = web_app(replace(house, settings=given), doors=[slack_open])
            async with asyncio.timeout(3), served.router.lifespan_context(served):
                while "connect" not in caplog.text:  # noqa: ASYNC110 (the log rings no bell)
                    await asyncio.sleep(0.01)

    run(scene())
    assert "Retrying" in caplog.text


@pytest.mark.parametrize(
    "given",
    [
        {"slack_app_token": "xapp"},
        {"slack_bot_token": "xoxb"},
        {"slack_client_id": "1.2", "slack_app_token": "xapp"},
        {**SEVERAL, "slack_coordinators_group": "T1/S1 S2"},
    ],
)
def test_settings_that_are_not_whole_are_told(given: dict[str, str]) -> None:
    """Half a way into Slack is an error that names what is missing."""
    with pytest.raises(SettingsError, match="AKE_SLACK"):
        checked(Settings(**given))


@pytest.mark.parametrize("taken", [True, False])
def test_a_token_can_be_tried(taken: bool) -> None:
    """The doctor hears from Slack whether it takes the token."""

    async def scene() -> None:
        async with FakeSlack(Api()).serving() as slack:
            workspace = slack.workspace("T0AKE", set(SCOPES), set(EVENTS))
            token = workspace.token if taken else "xoxb-old"
            given = Settings(
                slack_bot_token=SecretStr(token), slack_api_url=f"{slack.api.base}/api"
            )
            await asyncio.to_thread(token_tried, given)

    if taken:
        run(scene())
    else:
        with pytest.raises(SettingsError, match="AKE_SLACK_BOT_TOKEN: invalid_auth"):
            run(scene())


def test_groups_of_several_workspaces_are_named_with_them() -> None:
    """What is whole is not complained of."""
    checked(Settings(**SEVERAL, slack_coordinators_group="T1/S1, T2/S2"))


@pytest.mark.parametrize("public", [False, True])
def test_the_manifest_is_what_slack_takes(public: bool) -> None:
    """It is of Slack's own shape, and names fit; every dialog's commands stand in it."""
    way = {"slack_signing_secret": "s", "slack_client_id": "1.2"} if public else {}
    made = manifest_of(Settings(public_url="https://ake.example", **way))
    assert wrong("manifest", "AppManifest", made) == []
    commands = [each["command"] for each in made["features"]["slash_commands"]]
    assert commands[0] == "/ake"
    assert len(commands) == len(set(commands)) <= 50
    assert all(each.isascii() and 2 <= len(each) <= 32 for each in commands)
    assert {f"/{word}" for kind in CATALOGUE.values() for word in kind.commands} <= set(commands)
    assert all(len(each["name"]) <= 24 for each in made["features"]["shortcuts"])
    assert made["settings"]["socket_mode_enabled"] is not public


def test_the_manifest_asks_for_no_more_than_is_needed() -> None:
    """The history of channels and a group's members are asked for where a setting needs them."""
    bare = manifest_of(Settings())["oauth_config"]["scopes"]["bot"]
    full = Settings(slack_channel_history=True, slack_coordinators_group=frozenset({"S1"}))
    more = manifest_of(full)["oauth_config"]["scopes"]["bot"]
    assert set(more) - set(bare) == {"channels:history", "groups:history", "usergroups:read"}


def test_all_that_the_manifest_asks_for_is_explained() -> None:
    """Whoever installs the bot finds each scope and each event in the guide, with the reason."""
    full = Settings(
        slack_channel_history=True,
        slack_coordinators_group=frozenset({"T1/S1"}),
        **SEVERAL,
    )
    made = manifest_of(full)
    asked = made["oauth_config"]["scopes"]["bot"]
    heard = made["settings"]["event_subscriptions"]["bot_events"]
    guide = (ROOT / "docs" / "how-to" / "install-in-slack.md").read_text("utf-8")
    assert [each for each in (*asked, *heard) if f"`{each}`" not in guide] == []
