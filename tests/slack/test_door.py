"""What the outside world does wrong: twice, too late, unsigned, and not at all."""

from __future__ import annotations

import logging

import pytest

from bot.app import House
from bot.conversation.ports import Undelivered, Unsure
from bot.conversation.turns import Address
from bot.dialog import as_is, say
from bot.domain.languages import Language

from . import payloads
from .server import signed
from .web_api import Refusal
from .workspace import BOT
from .world import Mode, World, play


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_an_event_that_comes_again_is_answered_once(house: House, mode: Mode) -> None:
    """Slack sends an event anew when it did not hear in time: nothing is said twice."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.says("/retki", again=2)
        await w.rests()
        assert len(aino.read()) == 1

    play(house, scene, mode)


def test_a_word_of_bolts_own_may_stand_in_a_command(house: House) -> None:
    """By HTTP Bolt takes a command with the word payload in it for something else."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.commands("/retki", "payload")
        await w.rests()
        assert "Minne?" in str(aino.modal)

    play(house, scene, "http")


@pytest.mark.parametrize("at", ["", "soon", "1000"])
def test_what_slack_did_not_sign_is_turned_away(
    house: House, at: str, caplog: pytest.LogCaptureFixture
) -> None:
    """It is answered 401, and nothing that stood in it comes into the log."""

    async def scene(w: World) -> None:
        caplog.set_level(logging.DEBUG)
        asked = payloads.command("T0AKE", "U1", "/retki", "kovin salaista", "t", "D1")
        body, headers = signed("slash_commands", asked, "another secret")
        given = headers | ({"X-Slack-Request-Timestamp": at} if at else {})
        status, _answer = await w.slack.send(body, given)
        assert status == 401

    play(house, scene, "http")
    assert "salaista" not in caplog.text


@pytest.mark.parametrize(
    ("body", "given"),
    [
        (b"{}", {"X-Slack-Request-Timestamp": "9" * 5000}),
        (b"{}", {"X-Slack-Signature": "v0=\N{LATIN SMALL LETTER A WITH DIAERESIS}"}),
        (b"\xff", {}),
    ],
)
def test_what_nobody_could_have_signed_is_turned_away(
    house: House, body: bytes, given: dict[str, str]
) -> None:
    """A number too long, a letter in the signature, a body that is no text: no mishap of ours."""

    async def scene(w: World) -> None:
        _body, headers = signed("slash_commands", {}, "another secret")
        async with w.slack.session.post(
            w.slack.url, data=body, headers=headers | given
        ) as response:
            assert response.status == 401

    play(house, scene, "http")


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_what_nobody_listens_to_is_acknowledged(house: House, mode: Mode) -> None:
    """An event of a kind that we do not know is taken and let be: it does not come again."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        odd = {"type": "emoji_changed", "subtype": "add"}
        await w.slack.deliver("events_api", payloads.event("T0AKE", odd))
        await w.rests()
        assert aino.read() == []

    play(house, scene, mode)


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_half_a_character_loses_no_message(house: House, mode: Mode) -> None:
    """What was cut in the middle of a character, or has zeros in it, is answered all the same."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.says("/retki")
        await aino.reads("Minne?")
        await aino.says("2\0\ud83d")
        await aino.reads("?")
        await w.rests()
        assert len(aino.read()) == 2

    play(house, scene, mode)


def test_an_answer_waits_when_slack_asks_for_it(house: House) -> None:
    """A post that is refused for a while goes when it may; it is said once."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        w.slack.api.refuse("chat.postMessage", Refusal(after=0), Refusal(after=0))
        await aino.says("/retki")
        await w.rests()
        assert len(aino.read()) == 1

    play(house, scene)


def test_a_post_whose_answer_was_lost_is_not_doubled(house: House) -> None:
    """The conversation is asked whether it is there before it is said again."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        w.slack.api.refuse("chat.postMessage", Refusal(status=503, done=True))
        await aino.says("/retki")
        await w.rests()
        assert len(aino.read()) == 1
        w.slack.api.refuse("chat.postMessage", Refusal(status=503))
        await aino.says("2")
        await w.rests()
        assert len(aino.read()) == 2

    play(house, scene)


def test_a_connection_that_breaks_is_taken_up(house: House) -> None:
    """Slack asks for a new connection every few hours; people do not notice."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.says("/retki")
        await aino.reads("Minne?")
        await w.slack.disconnect()
        await w.slack.connected()
        await aino.says("2")
        await aino.reads("Minä päivänä?")

    play(house, scene)


def place(channel: str) -> Address:
    reference = {"team": "T0AKE", "channel": channel}
    return Address("slack", f"T0AKE/{channel}", private=False, reference=reference)


def test_a_post_carries_its_key(house: House) -> None:
    """After a crash the channel is asked for it, so that a post is neither lost nor doubled."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        there = place(w.workspace.channel("ake", aino.user))
        assert await w.channel.has(there, "k1") is False
        await w.channel.send(there, say(as_is("Muistutus")), language=Language.FI, key="k1")
        assert await w.channel.has(there, "k1") is True
        w.workspace.scopes.discard("channels:history")
        assert await w.channel.has(there, "k1") is None
        reference = {"team": "T0AKE", "user": aino.user}
        private = Address("slack", "private:x", reference=reference)
        await w.channel.send(private, say(as_is("Sinulle")), language=Language.FI, key="k2")
        assert await w.channel.has(private, "k2") is True
        first, second = w.slack.api.called("chat.postMessage")
        assert first["client_msg_id"] != second["client_msg_id"]

    play(house, scene)


def test_what_cannot_be_delivered_says_how_it_stands(house: House) -> None:
    """Out of the channel is for good, too fast is for later, a broken line is for asking."""

    async def scene(w: World) -> None:
        there, message = place(w.workspace.channel("ake")), say(as_is("Hei"))
        gone = place(w.workspace.channel("muualla", bot=False))
        with pytest.raises(Undelivered) as left:
            await w.channel.send(gone, message, language=Language.FI, key="a")
        assert left.value.permanent
        w.slack.api.refuse("chat.postMessage", Refusal(after=7), Refusal(status=500))
        with pytest.raises(Undelivered) as fast:
            await w.channel.send(there, message, language=Language.FI, key="b")
        assert (fast.value.permanent, fast.value.after) == (False, 7.0)
        with pytest.raises(Unsure):
            await w.channel.send(there, message, language=Language.FI, key="c")

    play(house, scene)


def test_a_channel_is_a_room_from_the_first_word_in_it(house: House) -> None:
    """Where the bot was put in unnoticed, it finds out when it is spoken to, and looks once."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        channel = w.workspace.channel("digi", aino.user)
        for _time in range(2):
            await aino.says(f"<@{BOT}> apua", to=channel)
        await w.rests()
        with house.ledger.unit() as unit:
            assert [room.name for room in unit.rooms.all()] == ["digi"]
        assert len(w.slack.api.called("conversations.info")) == 1

    play(house, scene)


def test_a_channel_that_cannot_be_looked_up_is_answered_in(house: House) -> None:
    """Knowing the channel is a help, not a need."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        channel = w.workspace.channel("digi", aino.user)
        w.slack.api.refuse("conversations.info", Refusal("missing_scope"))
        await aino.says(f"<@{BOT}> apua", to=channel)
        await aino.reads("", channel)
        await w.rests()
        with house.ledger.unit() as unit:
            assert unit.rooms.all() == ()

    play(house, scene)


def test_a_channel_is_looked_up_again_where_slack_was_out_of_reach(house: House) -> None:
    """With the next word in it, and not only when the bot is started anew."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        channel = w.workspace.channel("digi", aino.user)
        w.slack.api.refuse("conversations.info", Refusal(status=503))
        for _time in range(2):
            await aino.says(f"<@{BOT}> apua", to=channel)
            await w.rests()
        with house.ledger.unit() as unit:
            assert [room.name for room in unit.rooms.all()] == ["digi"]

    play(house, scene)


def test_a_channel_that_the_bot_enters_is_a_room(house: House) -> None:
    """It is known by its name from then on, until the bot is put out."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        channel = w.workspace.channel("digi", aino.user)
        joined = {"type": "member_joined_channel", "user": BOT, "channel": channel}
        await aino.event("member_joined_channel", payloads.event("T0AKE", joined))
        await w.rests()
        with house.ledger.unit() as unit:
            assert [room.name for room in unit.rooms.all()] == ["digi"]
        left = {"type": "channel_left", "channel": channel}
        await aino.event("channel_left", payloads.event("T0AKE", left))
        await w.rests()
        with house.ledger.unit() as unit:
            assert unit.rooms.all() == ()

    play(house, scene)
