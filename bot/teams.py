"""Opens the door to Teams where the settings say so, and closes it at the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from starlette.applications import Starlette

from bot.app import House, Opening, WallClock
from bot.channels.teams.connector import Tokens
from bot.channels.teams.login import NoLogin
from bot.channels.teams.open import Teams
from bot.channels.teams.registration import Registration
from bot.outbox.tick import Chore
from bot.settings import Settings, SettingsError

LOOK_AGAIN_EVERY = timedelta(minutes=10)


def registration(settings: Settings) -> Registration:
    secret, tenant = settings.teams_app_password, settings.teams_tenant_id or ""
    return Registration(
        app=settings.teams_app_id or "",
        tenant=tenant,
        password=secret.get_secret_value() if secret else "",
        tenants=settings.teams_tenants or frozenset(filter(None, [tenant])),
        coordinators=settings.teams_coordinators_team or "",
        public_url=settings.public_url or "",
    )


def teams_door(settings: Settings) -> Opening:
    """Logs in at once. Raises SettingsError where Microsoft does not let the bot in."""
    given = registration(settings)
    tokens = given.tokens(WallClock().now)
    logged_in(tokens)

    @asynccontextmanager
    async def teams_open(house: House, app: Starlette) -> AsyncIterator[None]:
        """While this lasts Teams is answered, and written to."""
        teams = Teams(house, given, tokens=tokens)
        async with teams.opened():
            app.router.routes[:0] = teams.routes()
            house.chores.append(Chore(teams.look_again, LOOK_AGAIN_EVERY))
            house.checks.append(teams.trouble)
            yield

    return teams_open


def logged_in(tokens: Tokens) -> None:
    """Raises SettingsError where the registration is wrong; out of reach is no fault of it."""
    try:
        asyncio.run(tokens.token())
    except NoLogin as refused:
        if refused.wrong:
            raise SettingsError(
                f"Microsoft does not let the bot in: {refused}\nPlease check AKE_TEAMS_APP_ID, "
                "AKE_TEAMS_TENANT_ID, AKE_TEAMS_APP_TYPE and AKE_TEAMS_APP_PASSWORD."
            ) from None
