"""Several workspaces install the bot over HTTP, and put it out again."""

from __future__ import annotations

import contextlib
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from pydantic import SecretStr

from bot.app import House, web_app
from bot.slack import slack_open
from tests.loops import run

from . import payloads
from .people import Actor, met
from .server import SECRET, FakeSlack
from .web_api import Api
from .workspace import BOT, Workspace
from .world import EVENTS, SCOPES, listening

# Slack's own client says its name and secret in a way that aiohttp will give up.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")


@dataclass
class Site:
    """The bot as it is served at a public address, with no workspace of its own."""

    slack: FakeSlack
    base: str

    def workspace(self, name: str) -> Workspace:
        """One that gives a code for its token to whoever installs there."""
        made = self.slack.workspace(name, set(SCOPES), set(EVENTS))
        self.slack.codes[f"code-{name}"] = {
            "ok": True,
            "app_id": "A0APP",
            "team": {"id": name, "name": name},
            "enterprise": None,
            "is_enterprise_install": False,
            "authed_user": {"id": "U0ADMIN"},
            "access_token": made.token,
            "token_type": "bot",
            "bot_user_id": BOT,
            "scope": ",".join(SCOPES),
        }
        return made

    async def installs(self, workspace: Workspace, *, state: str = "", cookies: bool = True) -> int:
        """Press the button, agree in Slack, and be sent back. The status of the last page."""
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(cookie_jar=jar) as browser:
            async with browser.get(f"{self.base}/slack/install") as page:
                text = await page.text()
                given = page.cookies["slack-app-oauth-state"].value
            [agree] = re.findall(r'href="(https://slack\.com/oauth/v2/authorize[^"]+)"', text)
            asked = parse_qs(urlsplit(agree.replace("&amp;", "&")).query)
            assert asked["client_id"] == ["1.2"]
            assert "users:read" in asked["scope"][0]
            back = {"code": f"code-{workspace.id}", "state": state or asked["state"][0]}
            cookie = {"Cookie": f"slack-app-oauth-state={given}"} if cookies else {}
            url = urlsplit(asked["redirect_uri"][0]).path
            async with browser.get(f"{self.base}{url}", params=back, headers=cookie) as done:
                return done.status

    def meet(self, workspace: Workspace, name: str) -> Actor:
        return met(self.slack, workspace, name)


@contextlib.asynccontextmanager
async def served(house: House) -> AsyncIterator[Site]:
    async with FakeSlack(Api()).serving() as slack:
        given = house.settings.model_copy(
            update={
                "slack_client_id": "1.2",
                "slack_client_secret": SecretStr("hush"),
                "slack_signing_secret": SecretStr(SECRET),
                "secret_key": SecretStr("a long secret of the one who runs the bot"),
                "public_url": "https://ake.example",
                "slack_api_url": f"{slack.api.base}/api",
            }
        )
        app = web_app(replace(house, settings=given), doors=[slack_open])
        async with app.router.lifespan_context(app), listening(app) as base:
            slack.url = f"{base}/slack/events"
            yield Site(slack, base)


def test_each_workspace_is_answered_with_its_own_token(house: House) -> None:
    """Two install it; what is said in one is answered in that one only."""

    async def scene() -> None:
        async with served(house) as site:
            first, second = site.workspace("T0FIRST"), site.workspace("T0SECOND")
            assert await site.installs(first) == 200
            assert await site.installs(second) == 200
            aino, sven = site.meet(first, "aino"), site.meet(second, "sven")
            await aino.says("/retki")
            await aino.reads("Minne?")
            await sven.says("/taulu")
            await sven.reads("Kahvit huomenna!")
            assert len(first.messages) == len(second.messages) == 2

    run(scene())


def test_where_it_is_not_installed_nobody_is_answered(house: House) -> None:
    """Nothing breaks, and nothing is taken down."""

    async def scene() -> None:
        async with served(house) as site:
            aino = site.meet(site.workspace("T0OTHER"), "aino")
            await aino.says("/retki")
            assert aino.read() == []

    run(scene())


@pytest.mark.parametrize("how", ["app_uninstalled", "tokens_revoked"])
def test_a_workspace_that_puts_it_out_is_forgotten(house: House, how: str) -> None:
    """Its token is gone from the database; the other workspace notices nothing."""

    async def scene() -> None:
        async with served(house) as site:
            gone, stays = site.workspace("T0GONE"), site.workspace("T0STAYS")
            await site.installs(gone)
            await site.installs(stays)
            tokens = {"tokens": {"oauth": [], "bot": [BOT]}} if how == "tokens_revoked" else {}
            await site.slack.deliver("events_api", payloads.event("T0GONE", {"type": how} | tokens))
            aino, sven = site.meet(gone, "aino"), site.meet(stays, "sven")
            await aino.until(lambda: kept(house) == ["T0STAYS"])
            await aino.says("/retki")
            await sven.says("/retki")
            await sven.reads("Minne?")
            assert aino.read() == []

    run(scene())


def kept(house: House) -> list[str]:
    """The workspaces whose tokens the database holds."""
    with house.ledger.unit() as unit:
        return [name for name in ("T0GONE", "T0STAYS") if unit.installations.find("slack", name)]


def test_a_token_that_was_taken_back_unseen_is_looked_for_again(house: House) -> None:
    """Somebody installs it anew, maybe through another replica: the new token is taken up."""

    async def scene() -> None:
        async with served(house) as site:
            workspace = site.workspace("T0FIRST")
            await site.installs(workspace)
            aino = site.meet(workspace, "aino")
            await aino.says("/retki")
            await aino.reads("Minne?")
            workspace.token = "xoxb-new"
            site.slack.codes["code-T0FIRST"]["access_token"] = workspace.token
            await aino.says("2")
            await site.installs(workspace)
            await aino.says("/taulu")
            await aino.reads("Kahvit huomenna!")

    run(scene())


def test_an_installation_that_somebody_else_began_is_refused(house: House) -> None:
    """The way back leads only to the browser that set out, with the word it was given."""

    async def scene() -> None:
        async with served(house) as site:
            workspace = site.workspace("T0FIRST")
            assert await site.installs(workspace, state="made up") == 400
            assert await site.installs(workspace, cookies=False) == 400
            with house.ledger.unit() as unit:
                assert unit.installations.find("slack", "T0FIRST") is None

    run(scene())
