"""Processes that die, data that is slow, and papers that may not be handed out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.app import House
from bot.channels.slack.desk import Patience
from bot.channels.slack.installed import OneWorkspace
from bot.channels.slack.limits import FILE_BYTES
from bot.channels.slack.reception import Reception
from bot.conversation.daybook import LEASE
from bot.conversation.turns import Event
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed
from tests.chat import StillClock
from tests.trips import STATION

from .people import Actor
from .slow import Broken, Held
from .web_api import TRIGGER_LIVES, Refusal
from .world import Mode, World, play

PDF = b"%PDF-1.7 a summary"


# Taken up after a crash


@pytest.mark.parametrize("answered", [False, True], ids=["before", "after the answer"])
def test_what_a_dead_process_left_is_answered_once(
    house: House, clock: StillClock, answered: bool
) -> None:
    """It dies with a message in hand; the next one answers, or sees that it is answered."""

    async def scene(w: World) -> None:
        aino, step = w.meet("aino"), w.door.reception.doorstep
        carry = step.carry

        async def dying(event: Event) -> bool:
            if answered:
                await carry(event)
            raise ConnectionResetError

        step.carry = dying
        await aino.says("/retki")
        await w.rests()
        assert len(aino.read()) == answered
        clock.at += LEASE
        later = Reception.at(w.door.reception.desk)
        await later.doorstep.take_up()
        await later.finish()
        assert [("Minne?" in post.text) for post in aino.read()] == [True]
        await later.doorstep.take_up()
        await later.finish()
        assert len(aino.read()) == 1

    play(house, scene)


# Data that is slow


def test_no_trigger_waits_for_slow_data(house: House) -> None:
    """A light modal is there long before its three seconds are over, and is filled later."""
    held = Held(house)

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.commands("/retki")
        await aino.sees("Hetki")
        w.slack.api.skew += TRIGGER_LIVES + 1
        held.go.set()
        await aino.sees("Minne?")
        assert len(w.slack.api.called("views.open")) == 1

    slow = replace(house, workers=held)  # type: ignore[arg-type]
    play(slow, scene, patience=Patience(at_once=0.05))


def test_a_modal_closed_before_it_is_filled(house: House) -> None:
    """What was asked for is then in the private conversation."""
    held = Held(house)

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.commands("/retki")
        await aino.sees("Hetki")
        await aino.closes()
        held.go.set()
        await aino.reads("Minne?")

    slow = replace(house, workers=held)  # type: ignore[arg-type]
    play(slow, scene, patience=Patience(at_once=0.05))


def test_a_form_sent_into_a_world_that_changed(house: House) -> None:
    """The same form, sent again after its work was done, tells how things are and does nothing."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.commands("/retki")
        await w.rests()
        await aino.fills(place="Castle", day="2026-03-05", guests="1")
        await aino.fills(bus="castle 1")
        old = replace(aino.stack[-1], values=dict(aino.stack[-1].values))
        assert await aino.submits() == {}
        aino.stack[:] = [old]
        await aino.fills(guests="2")
        assert await aino.submits() == {}
        assert "ei ole enää mitään kesken" in str(aino.modal)
        assert len(STATION.booked) == 1

    play(house, scene)


# Papers


def summary(occasion: Occasion, facts: Mapping[str, str]) -> tuple[bytes, str]:
    """For those who are called Aino, and about themselves only."""
    if occasion.who.name != "Aino":
        raise NotAllowed
    return PDF + facts["of"].encode(), "application/pdf"


async def matters(w: World, name: str) -> Actor:
    actor = w.meet(name)
    await actor.says("/omat")
    await actor.reads("Sinulla on yksi retki.")
    return actor


def test_a_paper_comes_into_the_private_conversation(house: House) -> None:
    """It is made when the button is pressed, and uploaded for that person alone."""

    async def scene(w: World) -> None:
        aino = await matters(w, "aino")
        await aino.presses("📄 Yhteenveto", aino.read()[-1])
        await w.rests()
        [file] = aino.read()[-1].files
        assert (file["name"], file["title"]) == ("yhteenveto.pdf", "Yhteenveto")
        assert w.workspace.files[file["id"]] == PDF + b"me"
        assert aino.read()[-1].channel == w.workspace.private(aino.user)

    play(replace(house, papers={"summary": summary}), scene)


def test_a_paper_fetched_from_a_modal_says_where_it_went(house: House) -> None:
    """The modal tells that it is in the private conversation."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.commands("/omat")
        await w.rests()
        await aino.presses("📄 Yhteenveto")
        await w.rests()
        assert "yksityis" in str(aino.modal)
        assert [file["name"] for file in aino.read()[-1].files] == ["yhteenveto.pdf"]

    play(replace(house, papers={"summary": summary}), scene)


@pytest.mark.parametrize("known", [True, False])
def test_a_paper_that_is_not_theirs_is_not_handed_out(house: House, known: bool) -> None:
    """Nor one that is not there any more: it is told kindly, and nothing is uploaded."""

    async def scene(w: World) -> None:
        sven = await matters(w, "sven")
        before = len(sven.read())
        await sven.presses("📄 Yhteenveto", sven.read()[-1])
        await w.rests()
        [told] = sven.read()[before:]
        assert ("ei ole oikeutta" if known else "ei enää ole") in told.text
        assert w.slack.api.called("files.completeUploadExternal") == []

    play(replace(house, papers={"summary": summary} if known else {}), scene)


def test_a_paper_that_slack_did_not_take(house: House) -> None:
    """The person hears that it did not come, and may press again."""

    async def scene(w: World) -> None:
        aino = await matters(w, "aino")
        before = len(aino.read())
        w.slack.api.refuse("files.getUploadURLExternal", Refusal("internal_error"))
        await aino.presses("📄 Yhteenveto", aino.read()[-1])
        await w.rests()
        [told] = aino.read()[before:]
        assert "uudelleen" in told.text
        await aino.presses("📄 Yhteenveto", aino.read()[before - 1])
        await w.rests()
        assert [file["name"] for file in aino.read()[-1].files] == ["yhteenveto.pdf"]

    play(replace(house, papers={"summary": summary}), scene)


# What is odd


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_what_breaks_after_it_was_acknowledged_stays_so(
    house: House, mode: Mode, caplog: pytest.LogCaptureFixture
) -> None:
    """Bolt forgets that it has answered where a listener raises: here none can.

    The log tells where it broke, and nothing of what was sent.
    """

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.commands("/retki", "kovin salaista")
        await w.rests()

    play(replace(house, workers=Broken()), scene, mode)  # type: ignore[arg-type]
    assert "mishap" in caplog.text
    assert "salaista" not in caplog.text


@pytest.mark.parametrize("shortcut", ["talk_fi", "made_long_ago"])
def test_a_shortcut_that_nobody_knows_any_more_begins_a_talk(house: House, shortcut: str) -> None:
    """Slack keeps what an older manifest named."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.calls_up(shortcut)
        await w.rests()
        assert aino.modal["type"] == "modal"

    play(house, scene)


def test_a_command_that_nobody_knows_any_more_is_answered(house: House) -> None:
    """With what there is instead."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.commands("/poistettu", "joskus")
        await w.rests()
        assert "En ymmärtänyt" in str(aino.modal)

    play(house, scene)


def test_the_token_is_asked_for_its_name_once(house: House) -> None:
    """However much is said: Bolt's own way would ask Slack at every event."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        for words in ("/retki", "2", "torstaina"):
            await aino.says(words)
        await w.rests()
        assert len(w.slack.api.called("auth.test")) == 1

    play(house, scene)


def test_a_file_that_is_too_large_is_not_fetched(house: House) -> None:
    """The person hears which one and how much is too much."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.sends("tässä", ("iso.pdf", b"%PDF" + bytes(FILE_BYTES)))
        told = await aino.reads("iso.pdf")
        assert "10 Mt" in told.text

    play(house, scene)


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_a_token_that_is_not_good_is_told_to_the_log(
    house: House, mode: Mode, caplog: pytest.LogCaptureFixture
) -> None:
    """Slack hears that what it sent has arrived; who watches over the bot hears what is wrong."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        w.workspace.token = "xoxb-another"
        await aino.says("kovin salaista")
        assert aino.read() == []
        assert len(w.slack.api.called("auth.test")) == 1
        workspaces = w.door.reception.desk.workspaces
        assert isinstance(workspaces, OneWorkspace)
        assert "AKE_SLACK_BOT_TOKEN: invalid_auth" in await workspaces.trouble()

    play(house, scene, mode)
    assert "nobody let in: invalid_auth" in caplog.text
    assert "salaista" not in caplog.text
