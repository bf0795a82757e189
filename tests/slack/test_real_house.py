"""The bot's own dialogs in a workspace: coordinators, claims, the home tab and the command."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from pydantic import SecretStr

from bot.app import House, web_app
from bot.domain.claims.claims import ClaimId
from bot.domain.claims.own_claims import Claims
from bot.domain.coffee.wishes import LEADS, leads_off
from bot.domain.languages import Language
from bot.domain.occasion import Occasion
from bot.slack import slack_open
from tests.claims.travelling import meeting
from tests.loops import run

from .people import Actor, labels, met
from .server import APP_TOKEN, FakeSlack
from .town import moves_in
from .web_api import Api
from .workspace import JSON
from .world import EVENTS, SCOPES, World, play

DESK = "Koordinaattorin pöytä"
PDF = b"%PDF-1.7 a receipt"


def buttons(view: JSON) -> list[str]:
    return labels(view["blocks"])


@pytest.mark.parametrize(
    ("language", "menu", "other"),
    [(Language.FI, "Varaa AKE-vierailu", "svenska"), (Language.SV, "Boka ett AKE-besök", "suomi")],
)
def test_the_home_tab_speaks_ones_language(
    sqlite_house: House, language: Language, menu: str, other: str
) -> None:
    """One's own matters with their buttons, what can be done, and the other language at hand."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        moves_in(sqlite_house, aino.user, language)
        await aino.opens_home()
        assert menu in buttons(aino.home)
        assert {"suomi", "svenska"} <= set(buttons(aino.home))
        await aino.presses(other, aino.home)
        await w.rests()
        assert menu not in buttons(aino.home)

    play(sqlite_house, scene)


def test_reminders_are_set_on_the_home_tab(sqlite_house: House) -> None:
    """What one is reminded of is shown there, and can be turned off and on again."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        moves_in(sqlite_house, aino.user, Language.FI)
        await aino.opens_home()
        await aino.presses("Omat muistutukset", aino.home)
        await w.rests()
        await aino.presses("Muuta")
        await w.rests()
        [kinds] = [block for block in aino.modal["blocks"] if block["type"] == "input"]
        await aino.fills(**{kinds["block_id"]: []})
        assert await aino.submits() == {}
        if "submit" in aino.modal:
            await aino.submits()
        with sqlite_house.ledger.unit() as unit:
            who = unit.people.by_identity("slack", f"T0AKE/{aino.user}", "")
            assert leads_off(who) == frozenset(LEADS)

    play(sqlite_house, scene)


@pytest.mark.parametrize("command", ["/ake", "/apua"])
def test_the_command_alone_tells_what_there_is(sqlite_house: House, command: str) -> None:
    """Whoever writes nothing after it is shown what can be done, with buttons."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.commands(command)
        await w.rests()
        assert "Varaa AKE-vierailu" in buttons(aino.modal)
        assert "submit" not in aino.modal

    play(sqlite_house, scene)


def test_words_after_a_command_are_answers_already(sqlite_house: House) -> None:
    """What can be understood of them is filled in; only the rest is asked."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        moves_in(sqlite_house, aino.user, Language.FI)
        await aino.commands("/ake", "kieli ruotsi")
        await w.rests()
        assert "svenska" in str(aino.modal)

    play(sqlite_house, scene)


def open_claim(house: House, aino: Actor) -> ClaimId:
    errand = meeting(house)
    with house.ledger.unit() as unit:
        who = unit.people.by_identity("slack", f"T0AKE/{aino.user}", "")
        claim = Claims(Occasion(who, house.region, house.clock.now(), unit)).begin(errand, ())
        unit.commit()
    return claim.id


def test_a_messages_files_go_into_the_open_claim(sqlite_house: House) -> None:
    """The shortcut on a message in a channel puts its receipts where they belong."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        moves_in(sqlite_house, aino.user, Language.FI)
        claim = open_claim(sqlite_house, aino)
        there = w.workspace.channel("ake", aino.user)
        await aino.sends("kuitit", ("juna.pdf", PDF), ("bussi.pdf", PDF + b"2"), to=there)
        await aino.calls_up("attach_receipts", w.workspace.messages[-1])
        await w.rests()
        with sqlite_house.ledger.unit() as unit:
            found = unit.claims.find(claim)
        assert found is not None
        assert [receipt.file_name for receipt in found.receipts] == ["juna.pdf", "bussi.pdf"]
        assert aino.read(there) == []

    play(sqlite_house, scene)


async def served(house: House, scopes: set[str], scene: Callable[[Actor], Awaitable[None]]) -> None:
    """A workspace whose group S0AKE carries AKE's work; the actor is the one who is in it."""
    async with FakeSlack(Api()).serving() as slack:
        workspace = slack.workspace("T0AKE", scopes, set(EVENTS))
        carita = met(slack, workspace, "carita")
        workspace.groups["S0AKE"] = [carita.user]
        given = house.settings.model_copy(
            update={
                "slack_bot_token": SecretStr(workspace.token),
                "slack_app_token": SecretStr(APP_TOKEN),
                "slack_coordinators_group": frozenset({"S0AKE"}),
                "slack_api_url": f"{slack.api.base}/api",
            }
        )
        app = web_app(replace(house, settings=given), doors=[slack_open])
        async with app.router.lifespan_context(app):
            await slack.connected()
            await carita.until(lambda: slack.api.called("usergroups.users.list"))
            await scene(carita)


def test_those_in_the_group_are_coordinators(sqlite_house: House) -> None:
    """Whoever Slack has in the group is shown the coordinators' desk; nobody else is."""

    async def scene(carita: Actor) -> None:
        other = met(carita.slack, carita.workspace, "aino")
        await carita.says("apua")
        [told] = await carita.until(carita.read)
        assert DESK in labels(told.blocks)
        await other.says("apua")
        [told] = await other.until(other.read)
        assert DESK not in labels(told.blocks)

    run(served(sqlite_house, SCOPES | {"usergroups:read"}, scene))


def test_where_the_group_cannot_be_read_nobody_is(
    sqlite_house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """A scope that was not granted takes nothing else down; the log tells it."""

    async def scene(carita: Actor) -> None:
        await carita.says("apua")
        [told] = await carita.until(carita.read)
        assert DESK not in labels(told.blocks)

    run(served(sqlite_house, set(SCOPES), scene))
    assert "missing_scope" in caplog.text
