from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.app import House
from bot.channels.teams.place import digest
from bot.channels.teams.values import Asked, asking, paging
from tests.chat import Chat
from tests.claims.test_receipt_files import PDF
from tests.claims.travelling import DAY, begun, meeting
from tests.domain.claims.trips import drive
from tests.houses import Meet
from tests.loops import run
from tests.visits.acting import TURKU, settle
from tests.web.test_once import Guest, coffee

from .card_check import against_schema, faults, parts
from .chat import texts
from .connector import BLOCKED
from .posted import AINO, TENANT, among, by, executed, submitted
from .world import World, world

JSON = dict[str, Any]
PAGE = "http://127.0.0.1:3978"
SVEN = by("Sven Söderlund", "sven")
GUEST = f"{TENANT}/sven"
CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}")


@pytest.fixture
def sven(sqlite_house: House) -> Chat:
    """A guest with a travel claim under way, asked for its receipts."""
    settle(sqlite_house, "sven", TURKU)
    claim = begun(sqlite_house, "sven", meeting(sqlite_house), drive("10", day=DAY))
    elsewhere, guest = Chat(sqlite_house, "sven"), Chat(sqlite_house, GUEST, "teams")
    [code] = CODE.findall(elsewhere.opens("link", code=""))
    guest.opens("join_accounts", code=code)
    guest.opens("attach_receipts", claim=claim.id)
    return guest


@pytest.fixture
def device(sqlite_house: House) -> Guest:
    """The guest's own browser, which knows nothing of Teams."""
    return Guest(sqlite_house)


def link(card: JSON) -> str:
    """The one that a card leads to."""
    assert faults(card) == []
    assert against_schema(card) == []
    [action] = [part for part in parts(card) if part["type"] == "Action.OpenUrl"]
    assert action["url"].startswith(f"{PAGE}/once/")
    return urlsplit(action["url"]).path


async def neutral(there: World) -> JSON:
    """What all see where a guest, to whom nobody can write alone, wants the page."""
    there.connector.answers.append(BLOCKED)
    await there.posts(submitted(paging(digest(GUEST)), **among("group"), **SVEN))
    card = there.connector.cards()[-1]
    assert "once" not in str(card)
    return card


@pytest.mark.usefixtures("sven")
def test_a_guest_hands_in_receipts_on_the_page(sqlite_house: House, device: Guest) -> None:
    """From the button in a group, by a view of their own, to the page, and back in the chat."""

    async def once() -> str:
        async with world(sqlite_house, public_url=PAGE) as there:
            look = (await neutral(there))["refresh"]["action"]["data"]
            own = await there.asked(executed(look, **among("group"), **SVEN))
            return link(own["value"])

    device.goes(run(once()))
    device.presses("Avaa")
    device.attaches("Lähetä kuitit", ("kuitti.pdf", PDF))
    assert "Yksi kuitti: kuitti.pdf" in device.presses("Vastaa")


@pytest.mark.usefixtures("sven")
def test_nobody_else_gets_the_guests_link(sqlite_house: House) -> None:
    """Another who presses the card is told that it is not theirs."""

    async def once() -> None:
        async with world(sqlite_house, public_url=PAGE) as there:
            look = (await neutral(there))["refresh"]["action"]["data"]
            answer = await there.asked(executed(look, **among("group")))
            assert "jollekulle toiselle" in answer["value"]

    run(once())


def test_a_paper_comes_by_a_link(sqlite_house: House, meet: Meet, device: Guest) -> None:
    """A card with a link that opens once takes the place of the button, and the file opens."""
    about = {"kind": "coffee_calendar", "file": "kahvit.ics", "title": "Kalenteriin"}
    paper = asking(Asked("paper", about, {"hour": coffee(sqlite_house, meet)}), whose())

    async def once() -> str:
        async with world(sqlite_house, public_url=PAGE) as there:
            card = (await there.asked(executed(paper)))["value"]
            assert "Kalenteriin" in " ".join(texts(card))
            return link(card)

    device.goes(run(once()))
    assert "BEGIN:VCALENDAR" in device.presses("Avaa")


def whose() -> str:
    return digest(f"{TENANT}/{AINO}")


def test_without_a_page_there_is_no_link(sqlite_house: House) -> None:
    """Where the bot has no address, a sentence says how to get the file."""
    paper = asking(Asked("paper", {"kind": "coffee_calendar"}), whose())

    async def once() -> None:
        async with world(sqlite_house) as there:
            assert "AKElta" in (await there.asked(executed(paper)))["value"]

    run(once())
