"""Those in the groups that the settings name carry AKE's work, in each workspace."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from bot.app import House
from bot.channels.slack.coordinators import Coordinators
from bot.channels.slack.installed import ManyWorkspaces
from bot.channels.slack.web_api import Web, connections
from bot.store.secrets import Secrets
from tests.loops import run

from .server import FakeSlack
from .web_api import Api
from .workspace import BOT, Workspace
from .world import SCOPES

TEAMS = ("T0FIRST", "T0SECOND", "T0OTHER")


@dataclass
class Region:
    """Three workspaces that have installed the bot; in two of them a group is named."""

    house: House
    installed: ManyWorkspaces
    teams: dict[str, Workspace]
    coordinators: Coordinators

    async def found(self) -> set[str]:
        await self.coordinators.read()
        return self.house.ledger.found


@asynccontextmanager
async def region(house: House) -> AsyncIterator[Region]:
    async with FakeSlack(Api()).serving() as slack, connections() as session:

        def connect(token: str, bot: str) -> Web:
            return Web(session, token, bot, f"{slack.api.base}/api/")

        installed = ManyWorkspaces(connect, house, Secrets("a long secret"))
        teams = {name: slack.workspace(name, SCOPES | {"usergroups:read"}, set()) for name in TEAMS}
        for name, team in teams.items():
            team.groups["S0AKE"] = [f"U0{name}"]
            await installed.keep(name, team.token, BOT)
        groups = frozenset({"T0FIRST/S0AKE", "T0SECOND/S0AKE"})
        yield Region(house, installed, teams, Coordinators(house, installed, groups))


def test_each_workspace_has_its_own_group(house: House) -> None:
    """Members are found in every workspace that is named, and in no other that has such a group."""

    async def scene() -> None:
        async with region(house) as there:
            both = {"slack:T0FIRST/U0T0FIRST", "slack:T0SECOND/U0T0SECOND"}
            assert await there.found() == both
            there.teams["T0FIRST"].groups["S0AKE"] = ["U0NEW"]
            assert await there.found() == {"slack:T0FIRST/U0NEW", "slack:T0SECOND/U0T0SECOND"}

    run(scene())


def test_a_group_that_cannot_be_read_now_takes_nothing_from_the_others(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """Who was known in it stays known, and the other groups are read all the same."""

    async def scene() -> None:
        async with region(house) as there:
            await there.found()
            there.teams["T0FIRST"].scopes.discard("usergroups:read")
            there.teams["T0SECOND"].groups["S0AKE"] = []
            assert await there.found() == {"slack:T0FIRST/U0T0FIRST"}

    run(scene())
    assert "missing_scope" in caplog.text


def test_where_the_bot_is_put_out_nobody_is_a_coordinator(house: House) -> None:
    """A workspace that is left has no say any more."""

    async def scene() -> None:
        async with region(house) as there:
            await there.found()
            await there.installed.drop("T0SECOND")
            assert await there.found() == {"slack:T0FIRST/U0T0FIRST"}

    run(scene())
