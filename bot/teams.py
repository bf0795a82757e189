"""Opens the door to Teams where the settings say so, and closes it at the end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from starlette.applications import Starlette

from bot.app import House
from bot.channels.teams.open import Teams
from bot.channels.teams.registration import Registration
from bot.outbox.tick import Chore
from bot.settings import Settings


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


@asynccontextmanager
async def teams_open(house: House, app: Starlette) -> AsyncIterator[None]:
    """While this lasts Teams is answered, and written to."""
    teams = Teams(house, registration(house.settings))
    async with teams.opened():
        app.router.routes[:0] = teams.routes()
        house.chores.append(Chore(teams.hourly, timedelta(hours=1)))
        yield
