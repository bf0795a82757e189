"""A dialog held line by line in private, and what is said among others."""

from __future__ import annotations

from datetime import date

import pytest

from bot.app import House
from bot.conversation.turns import Address, Said, Sender, Turn
from tests.trips import STATION

from .people import labels
from .workspace import BOT
from .world import World, play

PDF = b"%PDF-1.7 a receipt"
PAGE = b"<!DOCTYPE html><title>Sign in | Slack</title>"


def test_a_trip_is_booked_with_pickers(house: House) -> None:
    """Each question comes by itself, with what can be picked; nothing is sent unread."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.says("/retki")
        await aino.presses("Castle", await aino.reads("Minne?"))
        await aino.picks("2026-03-05", await aino.reads("Minä päivänä?"))
        await aino.presses("castle 2", await aino.reads("Millä bussilla?"))
        await aino.reads("Montako teitä on?")
        await aino.says("1")
        extras = await aino.reads("Mitä otetaan mukaan?")
        await aino.tick(["eväät", "kartta"], extras)
        await aino.presses("Tehty", extras)
        await aino.presses("Ei", await aino.reads("Tuletteko takaisin?"))
        await w.rests()
        if STATION.booked == []:
            await aino.presses("Lähetä", aino.read()[-1])

    play(house, scene)
    assert STATION.booked == [("castle-2", date(2026, 3, 5), 1, "")]


def test_what_was_pressed_is_settled_and_an_old_button_is_harmless(house: House) -> None:
    """A post that was answered shows how, and pressing an older copy of it changes nothing."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.says("/retki")
        asked = await aino.reads("Minne?")
        old = type(asked)(asked.ts, asked.channel, BOT, asked.text, asked.blocks)
        await aino.presses("Castle", asked)
        await w.rests()
        assert labels(asked.blocks) == []
        assert "✓ Castle" in str(asked.blocks)
        await aino.presses("Harbour", old)
        await w.rests()
        assert "jo vanha" in aino.read()[-1].text
        assert "Minä päivänä?" in aino.read()[-1].text

    play(house, scene)


def test_typed_words_are_what_was_typed(house: House) -> None:
    """What Slack makes of addresses, links and signs is undone before anybody understands it."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.commands("/kaikki")
        await w.rests()
        await aino.says("a@b.fi & <x>")
        await aino.reads("Tarina?")
        await aino.says("https://example.fi/?a=1&b=2")
        await aino.reads("Montako?")
        with house.ledger.unit() as unit:
            sender = Sender("slack", f"T0AKE/{aino.user}")
            address, now = Address("slack", sender.private), house.clock.now()
            talk = unit.situations.of(Turn("x", sender, address, Said(""), now)).talk
        assert talk.current is not None
        assert talk.current.given["words"] == "a@b.fi & <x>"
        assert talk.current.given["story"] == "https://example.fi/?a=1&b=2"

    play(house, scene)


def test_people_are_known_by_their_real_names(house: House) -> None:
    """The name is asked from Slack once, and kept with the person."""

    async def scene(w: World) -> None:
        aino = w.meet("aino", "Aino Lehtonen")
        await aino.says("hei")
        await aino.says("hei")
        await w.rests()
        assert len(w.slack.api.called("users.info")) == 1
        with house.ledger.unit() as unit:
            found = unit.people.by_identity("slack", f"T0AKE/{aino.user}", "")
        assert found.name == "Aino Lehtonen"

    play(house, scene)


def test_a_mention_is_answered_in_its_thread(house: House) -> None:
    """What all may read is said there."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        there = w.workspace.channel("ake", aino.user)
        await aino.says(f"<@{BOT}> /taulu", to=there)
        told = await aino.reads("Kahvit huomenna!", there)
        assert told.thread == next(m.ts for m in w.workspace.messages if m.user == aino.user)
        await aino.presses("Tule mukaan", told)
        await w.rests()
        assert "Minä päivänä?" in str(aino.modal)

    play(house, scene)


def test_a_bare_mention_is_answered_with_what_can_be_done(house: House) -> None:
    """Nobody who calls the bot by its name alone is told that they were not understood."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        there = w.workspace.channel("ake", aino.user)
        await aino.says(f"<@{BOT}>", to=there)
        await aino.reads("Autan alueen", there)

    play(house, scene)


def test_what_is_personal_goes_to_the_private_conversation(house: House) -> None:
    """Among others only a neutral line is left."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        there = w.workspace.channel("ake", aino.user)
        await aino.says(f"<@{BOT}> /retki", to=there)
        await aino.reads("Minne?")
        neutral = await aino.reads("yksityisviestillä", there)
        assert "Minne?" not in neutral.text
        assert [post.text for post in aino.read(there)] == [neutral.text]

    play(house, scene)


def test_files_are_fetched_and_kept(house: House) -> None:
    """A receipt sent in private is our own copy from then on."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.sends("tässä", ("kuitti.pdf", PDF), ("lippu.pdf", PDF + b"2"))
        await aino.reads("Sain 2 kuittia.")

    play(house, scene)


@pytest.mark.parametrize("by", ["message", "shortcut"])
def test_of_one_message_ten_files_are_taken(house: House, by: str) -> None:
    """What is left out is told, so that it can be sent again; so by the shortcut on a message."""
    files = [(f"kuitti {n}.pdf", PDF + bytes([n])) for n in range(11)]

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        if by == "message":
            await aino.sends("tässä", *files)
            told = (await aino.reads("Sain 10 kuittia.")).text
        else:
            await aino.sends("kuitit", *files, to=w.workspace.channel("ake", aino.user))
            await aino.calls_up("attach_receipts", w.workspace.messages[-1])
            await w.rests()
            told = str(aino.modal)
        assert "10 ensimmäistä tiedostoa. Yksi jäi pois" in told

    play(house, scene)


def test_a_login_page_is_no_receipt(house: House) -> None:
    """Slack gives a page and no error where it does not let us in: that is told, and not kept."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.sends("tässä", ("kuitti.pdf", PAGE))
        await aino.reads("En saanut tiedostoa ”kuitti.pdf”")
        w.workspace.scopes.discard("files:read")
        await aino.sends("tässä", ("toinen.pdf", PDF))
        await aino.reads("En saanut tiedostoa ”toinen.pdf”")

    play(house, scene)


def test_a_shortcut_takes_the_files_of_a_message(house: House) -> None:
    """From any message; one without files is told so."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        there = w.workspace.channel("ake", aino.user)
        await aino.sends("kuitit", ("kuitti.pdf", PDF), to=there)
        await aino.calls_up("attach_receipts", w.workspace.messages[-1])
        await w.rests()
        assert "Sain 1 kuittia." in str(aino.modal)
        await aino.says("ei mitään", to=there)
        await aino.calls_up("attach_receipts", w.workspace.messages[-1])
        await w.rests()
        assert "ei ole tiedostoja" in str(aino.modal)

    play(house, scene)


def test_the_home_tab_shows_ones_own_matters(house: House) -> None:
    """Its buttons open the same modals, and the language is changed there."""

    async def scene(w: World) -> None:
        aino = w.meet("aino", "Aino Lehtonen")
        await aino.opens_home()
        assert "Sinulla on yksi retki." in str(aino.home)
        await aino.presses("Siirrä", aino.home)
        await w.rests()
        assert "Minä päivänä?" in str(aino.modal)
        await aino.closes()
        await aino.presses("svenska", aino.home)
        await w.rests()
        assert "Hej!" in str(aino.home)

    play(house, scene)


def test_a_shortcut_begins_a_talk_in_its_language(house: House) -> None:
    """There is one in each language, wherever one is in Slack."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.calls_up("talk_fi")
        await w.rests()
        assert "Retki" in str(aino.modal) or "kirjasto" in str(aino.modal)

    play(house, scene)
