"""The language of the client is a hint, and no more."""

from __future__ import annotations

from typing import Any

import pytest

from bot.app import House
from bot.channels.teams.place import place
from bot.domain.languages import Language
from bot.domain.occasion import Occasion
from tests.loops import run

from .posted import AINO, TENANT, activity, said, submitted
from .world import World, world

PROFILE = {"ake": {"do": "open", "opens": "profile"}}


def language(house: House) -> Language | None:
    """What is kept as Aino's."""
    with house.ledger.unit() as unit:
        return unit.people.by_identity("teams", f"{TENANT}/{AINO}", "").language


@pytest.mark.parametrize(
    ("locale", "found"),
    [
        ("fi-FI", Language.FI),
        ("sv-FI", Language.SV),
        ("sv", Language.SV),
        ("SV-se", Language.SV),
        ("en-US", None),
        ("fil-PH", None),
        ("", None),
        (7, None),
    ],
)
def test_a_locale_tells_a_language_that_the_bot_speaks(locale: Any, found: Language | None) -> None:
    """Finnish and Swedish of any country; whatever else stands there tells nothing."""
    assert place(activity("personal", locale=locale)).sender.language is found


def test_who_has_said_nothing_yet_is_spoken_to_as_their_client_is(sqlite_house: House) -> None:
    """The greeting and a pressed card are in the client's language, which settles nothing."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(activity("installed", locale="sv-FI"))
            assert "Jag hjälper" in there.connector.said()[-1]
            await there.posts(submitted(PROFILE, locale="sv-FI"))
            assert "Vilket språk" in there.connector.said()[-1]
            assert language(sqlite_house) is None
            await there.posts(submitted(PROFILE, locale="en-US"))
            assert "Vilket språk" in there.connector.said()[-1]
            await there.posts(submitted(PROFILE, locale="fi-FI"))
            assert "Millä kielellä" in there.connector.said()[-1]

    run(once())


def test_who_only_presses_is_written_to_as_their_client_is(sqlite_house: House) -> None:
    """A post in both languages has buttons: who came by one is reminded in their own language."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(submitted(PROFILE, locale="sv-FI"))

    run(once())
    with sqlite_house.ledger.unit() as unit:
        aino = unit.people.by_identity("teams", f"{TENANT}/{AINO}", "")
        later = Occasion(aino, sqlite_house.region, sqlite_house.clock.now(), unit)
    assert later.language is Language.SV


async def heard(there: World, words: str, **changed: Any) -> str:
    await there.posts(said(words, **changed))
    return there.connector.said()[-1]


def test_what_a_person_writes_outweighs_their_client(sqlite_house: House) -> None:
    """Finnish words in a Swedish Teams are answered in Finnish, from then on."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            assert "Jag förstod inte" in await heard(there, "qwerty", locale="sv-FI")
            assert language(sqlite_house) is None
            await heard(there, "Milloin ovat seuraavat etäkahvit?", locale="sv-FI")
            assert language(sqlite_house) is Language.FI
            assert "En ymmärtänyt" in await heard(there, "qwerty", locale="sv-FI")

    run(once())


def test_what_a_person_has_chosen_outweighs_their_client(sqlite_house: House) -> None:
    """The language once chosen stays, whatever the client is set to."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await heard(there, "/kieli svenska", locale="fi-FI")
            assert "Jag förstod inte" in await heard(there, "qwerty", locale="fi-FI")

    run(once())
