from __future__ import annotations

from typing import Any

import pytest

from bot.app import House
from bot.conversation.ports import Undelivered, Unsure
from bot.conversation.turns import Address
from bot.dialog import Button, _, as_is, say
from tests.loops import run

from .connector import BLOCKED, GATEWAY, GONE, HANGS, TOO_MANY, Answer
from .posted import activity, said
from .world import World, world

NEWS = say(as_is("Kahvit alkavat kohta."))


def reference(there: World, **more: object) -> dict[str, Any]:
    return {
        "serviceUrl": there.service,
        "conversation": {"id": "a:1"},
        "bot": {"id": "28:bot"},
        "tenantId": "t",
        **more,
    }


async def sent(there: World, to: Address) -> None:
    channel = there.teams.house.channels["teams"]
    await channel.send(to, NEWS, language="fi", key="k")


def private(there: World) -> Address:
    user = {"user": {"id": "29:aino", "aadObjectId": "aino"}}
    return Address("teams", "private:t/aino", reference=reference(there, **user))


def test_a_reminder_reaches_the_personal_chat(sqlite_house: House) -> None:
    """Somebody heard before is written to where they were heard, with no turn of theirs."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await sent(there, private(there))
            [post] = there.connector.written
            assert post.path == "/emea/v3/conversations/a%3A1/activities"
            assert post.body["text"] == "Kahvit alkavat kohta."
            assert post.body["recipient"]["id"] == "29:aino"

    run(once())


def test_a_post_begins_a_thread_in_a_channel(sqlite_house: House) -> None:
    """In a channel each post is a thread of its own."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            room = {"conversation": {"id": "19:digi@thread.tacv2"}, "team": {"id": "19:team"}}
            to = Address(
                "teams", "19:digi@thread.tacv2", private=False, reference=reference(there, **room)
            )
            await sent(there, to)
            [post] = there.connector.written
            assert post.path == "/emea/v3/conversations"
            assert post.body["channelData"] == {"channel": {"id": "19:digi@thread.tacv2"}}
            assert post.body["activity"]["text"] == "Kahvit alkavat kohta."

    run(once())


def test_a_group_chat_is_written_to_as_it_is(sqlite_house: House) -> None:
    """A group chat knows no threads."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await sent(
                there, Address("teams", "19:g@thread.v2", private=False, reference=reference(there))
            )
            assert there.connector.written[0].path.endswith("/a%3A1/activities")

    run(once())


def test_each_of_many_is_told_their_own(sqlite_house: House) -> None:
    """What is said to one after another is in each one's language, and to each alone."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            channel = there.teams.house.channels["teams"]
            question, words = say(_("Shall I send this?")), say(as_is("Kahvit!"))
            told = [(question, "fi"), (question, "sv"), (question, "fi"), (words, "fi")]
            for number, (message, language) in enumerate(told):
                to = reference(there, user={"id": f"29:{number}"})
                address = Address("teams", f"private:t/{number}", reference=to)
                await channel.send(address, message, language=language, key=f"k{number}")
            heard = [
                (post.body["recipient"]["id"], post.body["text"])
                for post in there.connector.written
            ]
            assert heard == [
                ("29:0", "Lähetetäänkö nämä tiedot?"),
                ("29:1", "Ska jag skicka det här?"),
                ("29:2", "Lähetetäänkö nämä tiedot?"),
                ("29:3", "Kahvit!"),
            ]

    run(once())


@pytest.mark.parametrize("answer", [BLOCKED, GONE])
def test_a_blocked_or_removed_bot_is_undelivered_for_good(
    sqlite_house: House, answer: Answer
) -> None:
    """What can never arrive is told so, for a coordinator to see."""

    async def once() -> Undelivered:
        async with world(sqlite_house) as there:
            there.connector.answers.append(answer)
            with pytest.raises(Undelivered) as undelivered:
                await sent(there, private(there))
            return undelivered.value

    assert run(once()).permanent


@pytest.mark.parametrize(("answer", "after"), [(TOO_MANY, 0.01), (GATEWAY, None)])
def test_throttling_is_the_outboxs_to_wait_for(
    sqlite_house: House, answer: Answer, after: float | None
) -> None:
    """The channel writes once; how long to wait is handed on as Teams says it."""

    async def once() -> tuple[Undelivered, int]:
        async with world(sqlite_house) as there:
            there.connector.answers.append(answer)
            with pytest.raises(Undelivered) as undelivered:
                await sent(there, private(there))
            return undelivered.value, len(there.connector.written)

    undelivered, times = run(once())
    assert (undelivered.permanent, undelivered.after, times) == (False, after, 1)


def test_a_line_that_breaks_leaves_it_unsure(sqlite_house: House) -> None:
    """Where nobody can tell whether it arrived, that is what is said."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.connector.answers.append(HANGS)
            with pytest.raises(Unsure):
                await sent(there, private(there))

    run(once())


def test_the_reference_of_a_turn_serves_for_writing_later(sqlite_house: House) -> None:
    """From a person's first word on, reminders find their chat; from their last, no more."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(said("moi"))
            with sqlite_house.ledger.unit() as unit:
                sender = "6babcaad-604b-40ac-a9d7-9fd97c0b779f/c5e99701-2a32-49c1-a660-4629ceeb8c61"
                aino = unit.people.by_identity("teams", sender, "")
                [address] = unit.addresses.newest([aino.id], ["teams"]).values()
            await sent(there, address)
            assert there.connector.said()[-1] == "Kahvit alkavat kohta."
            assert await there.teams.house.channels["teams"].has(address, "k") is None
            await there.posts(activity("removed"))
            with sqlite_house.ledger.unit() as unit:
                assert unit.addresses.newest([aino.id], ["teams"]) == {}

    run(once())


def test_a_button_of_a_post_may_be_pressed_by_anybody(sqlite_house: House) -> None:
    """A post in a room is nobody's own card."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            news = say(as_is("Tulossa kahvit"), buttons=(Button(as_is("Kieli"), "language"),))
            channel = there.teams.house.channels["teams"]
            await channel.send(private(there), news, language="fi", key="k")
            [button] = there.connector.cards()[0]["body"][1]["actions"]
            assert button["data"]["ake"]["of"] == ""

    run(once())
