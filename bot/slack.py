"""Opens the door to Slack where the settings say so, and closes it at the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from pydantic import SecretStr
from starlette.applications import Starlette

from bot import regions
from bot.app import House
from bot.channels.slack.blocks import JSON
from bot.channels.slack.channel import SlackChannel
from bot.channels.slack.connection import LOOK_EVERY, Connection
from bot.channels.slack.coordinators import Coordinators
from bot.channels.slack.desk import Desk
from bot.channels.slack.door import Door
from bot.channels.slack.installed import ManyWorkspaces, OneWorkspace
from bot.channels.slack.keys import Keys
from bot.channels.slack.manifest import manifest
from bot.channels.slack.reception import Reception
from bot.channels.slack.web_api import API, Web, connections
from bot.channels.slack.workspace import Workspaces
from bot.domain.languages import Language
from bot.language.speak import Speech
from bot.outbox.tick import Chore
from bot.settings import Settings, SettingsError
from bot.store.secrets import Secrets
from dialogs import CATALOGUE

EVERY = timedelta(seconds=30)
"""Between two looks at events that a process has left behind."""
GROUP_EVERY = timedelta(minutes=10)
"""Between two looks at who is in the coordinators' groups."""


def checked(settings: Settings) -> None:
    """Raises SettingsError where something is missing that belongs to the rest."""
    if not settings.slack_bot_token and not settings.slack_client_id:
        raise SettingsError("AKE_SLACK_BOT_TOKEN or AKE_SLACK_CLIENT_ID is missing.")
    if not settings.slack_app_token and not settings.slack_signing_secret:
        raise SettingsError("AKE_SLACK_APP_TOKEN or AKE_SLACK_SIGNING_SECRET is missing.")
    several = (settings.slack_client_secret, settings.secret_key, settings.public_url)
    if settings.slack_client_id and not all(several):
        needed = "AKE_SLACK_CLIENT_SECRET, AKE_SECRET_KEY and AKE_PUBLIC_URL"
        raise SettingsError(f"AKE_SLACK_CLIENT_ID needs {needed}.")
    groups = settings.slack_coordinators_group
    if settings.slack_client_id and not all("/" in group for group in groups):
        raise SettingsError("AKE_SLACK_COORDINATORS_GROUP: with several workspaces it is T…/S….")


def token_tried(settings: Settings) -> None:
    """Raises SettingsError where Slack does not take the bot token; out of reach is no fault."""
    given = keys(settings)

    async def trouble() -> str:
        async with connections() as session:
            connect = partial(Web, session, api=given.api)
            return await OneWorkspace(connect, given.bot_token).trouble()

    if given.bot_token and (refused := asyncio.run(trouble())):
        raise SettingsError(refused)


def keys(settings: Settings) -> Keys:
    return Keys(
        bot_token=told(settings.slack_bot_token),
        app_token=told(settings.slack_app_token),
        signing_secret=told(settings.slack_signing_secret),
        client_id=settings.slack_client_id or "",
        client_secret=told(settings.slack_client_secret),
        public_url=(settings.public_url or "").rstrip("/"),
        coordinators_groups=settings.slack_coordinators_group,
        channel_history=settings.slack_channel_history,
        api=(settings.slack_api_url or API).rstrip("/") + "/",
    )


def manifest_of(settings: Settings) -> JSON:
    """What a workspace makes the app from, for these settings and the dialogs there are."""
    zone = regions.load(settings.region).zone
    speeches = (Speech(language, zone) for language in Language)
    return manifest(keys(settings), CATALOGUE, *speeches)


def told(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


@asynccontextmanager
async def slack_open(house: House, app: Starlette) -> AsyncIterator[None]:
    """While this lasts Slack is answered, and written to."""
    given = keys(house.settings)
    async with connections() as session:

        def connect(token: str, bot: str) -> Web:
            return Web(session, token, bot, given.api)

        workspaces = (
            ManyWorkspaces(connect, house, Secrets(told(house.settings.secret_key)))
            if given.client_id
            else OneWorkspace(connect, given.bot_token)
        )
        reception = Reception.at(Desk(house, workspaces))
        door = Door.of(given, reception, session)
        app.router.routes[:0] = door.routes()
        house.channels["slack"] = SlackChannel(workspaces, house.speech)
        house.chores.append(Chore(reception.doorstep.take_up, EVERY))
        beside = [asyncio.create_task(door.connect())] if given.app_token else []
        watch(house, door, workspaces)
        if given.coordinators_groups:
            groups = Coordinators(house, workspaces, given.coordinators_groups)
            house.chores.append(Chore(groups.read, GROUP_EVERY))
        try:
            yield
        finally:
            for task in beside:
                task.cancel()
            await door.close()
            await reception.finish()


def watch(house: House, door: Door, workspaces: Workspaces) -> None:
    """Let those who watch over the bot know what cuts it off from Slack."""
    if isinstance(workspaces, OneWorkspace):
        house.checks.append(workspaces.trouble)
    if door.keys.app_token:
        line = Connection(door.connected, house.clock.now)
        house.chores.append(Chore(line.look, LOOK_EVERY))
        house.checks.append(line.trouble)
