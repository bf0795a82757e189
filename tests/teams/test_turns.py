from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select, update

from bot.app import House
from bot.store.addresses import ADDRESSES
from tests.loops import run

from .card_check import against_schema, faults, parts
from .chat import texts
from .connector import BLOCKED, GATEWAY, HANGS, TOO_MANY, Answer
from .posted import activity, among, by, executed, said, submitted
from .world import World, world

JSON = dict[str, Any]


def press(card: JSON, title: str, **answers: str) -> JSON:
    """What a button on a card sends, the inputs with it."""
    [found] = [p for p in parts(card) if p.get("title") == title and "data" in p][:1]
    there = {p["id"]: str(p["value"]) for p in parts(card) if "value" in p and "id" in p}
    return {**found["data"], **there, **answers}


def puts(there: World) -> list[JSON]:
    """The cards put over one that was pressed."""
    put = [each.body for each in there.connector.written if each.method == "PUT"]
    return [body["attachments"][0]["content"] for body in put]


async def until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not done():  # noqa: ASYNC110 (the connector rings no bell)
            await asyncio.sleep(0.005)


async def opened(there: World, words: str = "/kieli", where: str = "personal") -> JSON:
    await there.posts(said(words, where))
    card = there.connector.cards()[-1]
    assert faults(card) == []
    assert against_schema(card) == []
    return card


async def pressed_and_on_its_way(there: World) -> None:
    """A card is pressed, and the new one takes its time to land on it; back before it has."""
    card = await opened(there)
    there.connector.answers.append(Answer(200, hang=0.2))
    await there.asked(executed(press(card, "Lähetä vastaukset", language="sv")))
    await until(lambda: puts(there) != [])


def test_a_card_pressed_becomes_what_came_of_it(sqlite_house: House) -> None:
    """The press is answered with the new card, which is put over the old one for good as well."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            card = await opened(there)
            answer = await there.asked(executed(press(card, "Lähetä vastaukset", language="sv")))
            assert (answer["statusCode"], answer["type"]) == (
                200,
                "application/vnd.microsoft.card.adaptive",
            )
            assert faults(answer["value"]) == []
            assert answer["value"]["lang"] == "sv"
            assert "svenska" in "".join(texts(answer["value"]))
            await asyncio.gather(*there.teams_tasks())
            put = there.connector.written[-1]
            assert (put.method, put.path.rpartition("/")[2]) == ("PUT", "1772434980000")
            assert put.body["attachments"][0]["content"] == answer["value"]

    run(once())


def test_only_the_newest_card_is_put_over_the_one_pressed(sqlite_house: House) -> None:
    """Pressed again while a card is on its way, it becomes in the end what was shown last."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await pressed_and_on_its_way(there)
            await there.asked(executed({"ake": {"do": "open", "opens": "profile"}}, id="f:2"))
            last = await there.asked(executed({"ake": {"do": "open", "opens": "visit"}}, id="f:3"))
            await asyncio.gather(*there.teams_tasks())
            first, second = puts(there)
            assert first != second == last["value"]

    run(once())


def test_the_last_card_is_put_before_the_door_shuts(sqlite_house: House) -> None:
    """Whoever presses as the bot is being stopped finds the new card there later."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await pressed_and_on_its_way(there)
            last = await there.asked(executed({"ake": {"do": "open", "opens": "visit"}}, id="f:2"))
        assert puts(there)[1:] == [last["value"]]

    run(once())


def test_an_older_client_gets_a_message_instead(sqlite_house: House) -> None:
    """Where Action.Execute is not known, the same press is a message and so is its answer."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            card = await opened(there)
            await there.posts(submitted(press(card, "Lähetä vastaukset", language="sv")))
            assert "svenska" in there.connector.said()[-1]

    run(once())


def test_the_same_message_twice_is_answered_once(sqlite_house: House) -> None:
    """Teams sends again what it thinks was not heard: nothing is done or said twice."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            for _time in range(2):
                assert (await there.posts(said("/kieli", id="1"))).status_code == 200
            assert len(there.connector.posted()) == 1
            card = there.connector.cards()[0]
            same = executed(press(card, "Lähetä vastaukset", language="sv"), id="f:2")
            first, second = await there.asked(same), await there.asked(same)
            shown = list(texts(first["value"]))
            assert shown[0] in list(texts(second["value"]))

    run(once())


def test_a_card_pressed_twice_changes_nothing(sqlite_house: House) -> None:
    """The second press is told that all is done; what the first one said stays on the card."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(submitted({"ake": {"do": "open", "opens": "profile"}}))
            card = there.connector.cards()[-1]
            send = press(card, "Lähetä vastaukset", language="fi", home="853-main", directs="no")
            await there.asked(executed(send))
            await asyncio.gather(*there.teams_tasks())
            written = len(there.connector.written)
            later = await there.asked(executed({**send, "home": "684-main"}))
            assert "ei ole enää mitään kesken" in later["value"]
            assert len(there.connector.written) == written

    run(once())


def test_a_card_pressed_late_shows_where_things_stand(sqlite_house: House) -> None:
    """A press of an earlier state of the dialog changes nothing and shows the present one."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(submitted({"ake": {"do": "open", "opens": "profile"}}))
            card = there.connector.cards()[-1]
            await there.posts(said("suomi"))
            later = await there.asked(executed(press(card, "Lähetä vastaukset", home="684-main")))
            shown = list(texts(later["value"]))
            assert any("jo vanha" in text for text in shown)
            assert "Missä kirjastossa työskentelet?" in shown

    run(once())


def test_in_a_thread_the_answer_goes_into_the_thread(sqlite_house: House) -> None:
    """What everybody may see is said where it was asked, as a reply."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(said("apua", "channel", id="77"))
            [reply] = [each for each in there.connector.written if each.method == "POST"]
            assert reply.path.endswith("messageid%3D1772434900000/activities/77")
            assert reply.body["replyToId"] == "77"

    run(once())


def test_a_bare_mention_is_answered_with_what_can_be_done(sqlite_house: House) -> None:
    """So is one that came with a file: among others Teams hands the bot none."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            html = [{"contentType": "text/html", "content": "<div><at>AKE-botti</at></div>"}]
            await there.posts(said("", "channel", id="77", attachments=html))
            [reply] = there.connector.posted()
            assert "Autan alueen" in reply["summary"]
            assert reply["replyToId"] == "77"
            await there.posts(said(""))
            assert len(there.connector.posted()) == 1

    run(once())


def test_a_private_matter_moves_to_the_private_chat(sqlite_house: House) -> None:
    """Asked among others, one's own matters are answered in private; only that is said there."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(said("moi"))
            there.connector.written.clear()
            await there.posts(said("/kieli", "channel"))
            private, public = [each for each in there.connector.written if each.method == "POST"]
            assert "/a%3A17I0kl8" in private.path
            assert private.body["attachments"][0]["content"]["actions"]
            assert "kahdenkeskisessä" in public.body["text"]
            assert "attachments" not in public.body

    run(once())


def test_a_chat_is_found_though_teams_has_moved(sqlite_house: House) -> None:
    """What was kept of the chat may name an address of Teams that is no more."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(said("moi"))
            with sqlite_house.ledger.engine.begin() as connection:
                moved = func.json_set(ADDRESSES.c.reference, "$.serviceUrl", "http://127.0.0.1:9/")
                connection.execute(update(ADDRESSES).values(reference=func.json(moved)))
            await there.posts(said("/kieli", "channel"))
            assert "kahdenkeskisessä" in there.connector.said()[-1]
            with sqlite_house.ledger.engine.connect() as connection:
                kept = connection.execute(select(ADDRESSES.c.reference)).scalar_one()
            assert kept["serviceUrl"] == "http://127.0.0.1:9/"

    run(once())


def test_a_chat_is_begun_where_there_was_none(sqlite_house: House) -> None:
    """Who has never written in private is written to first, and can be from then on."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            for _time in range(2):
                await there.posts(said("/kieli", "channel"))
            paths = [each.path for each in there.connector.written if each.method == "POST"]
            assert sum(path.endswith("/v3/conversations") for path in paths) == 1
            assert sum("/a%3Abegun/" in path for path in paths) == 2

    run(once())


async def guest_asks(there: World) -> JSON:
    """A guest opens a dialog in a channel; the neutral card that all see."""
    there.connector.answers.append(BLOCKED)
    sven = by("Sven Söderlund", "sven")
    await there.posts(said("/kieli", "group", id="5", **sven))
    return there.connector.cards()[-1]


def test_a_guest_sees_their_own_view_of_a_card(sqlite_house: House) -> None:
    """Where there can be no private chat, others see one neutral line, and the guest the dialog."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            card = await guest_asks(there)
            assert faults(card) == []
            assert not any("kielellä" in text for text in texts(card))
            look = card["refresh"]["action"]["data"]
            sven = by("Sven Söderlund", "sven")
            own = await there.asked(executed(look, **among("group"), **sven))
            assert "Millä kielellä jutellaan?" in list(texts(own["value"]))
            done = await there.asked(
                executed(
                    press(own["value"], "Lähetä vastaukset", language="sv"),
                    **among("group"),
                    **sven,
                )
            )
            assert "svenska" in "".join(texts(done["value"]))
            await asyncio.gather(*there.teams_tasks())
            assert all(each.method == "POST" for each in there.connector.written)

    run(once())


def test_nobody_else_sees_the_guests_view(sqlite_house: House) -> None:
    """Another who presses the card, or makes up the press, is told that it is not theirs."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            card = await guest_asks(there)
            look = card["refresh"]["action"]["data"]
            answer = await there.asked(executed(look, **among("group")))
            assert "jollekulle toiselle" in answer["value"]
            forged = {"ake": {**look["ake"], "of": ""}}
            answer = await there.asked(executed(forged, **among("group")))
            assert "ei ole enää tallessa" in answer["value"]

    run(once())


def test_a_card_that_all_see_is_the_one_who_asked_fors(sqlite_house: House) -> None:
    """In a channel everybody reads the answer, but only who asked can press it."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(said("apua", "channel"))
            before = len(there.connector.written)
            [first] = [p for p in parts(there.connector.cards()[-1]) if "data" in p][:1]
            for press in (executed, submitted):
                sven = {**among("channel"), **by("Sven Söderlund", "sven")}
                answer = await there.posts(press(first["data"], **sven))
                assert answer.status_code == 200
            told = there.connector.written[before:]
            assert ["jollekulle toiselle" in each.body["text"] for each in told] == [True]

    run(once())


def test_throttling_is_waited_out(sqlite_house: House) -> None:
    """A reply that Teams has no time for is sent again when Teams says so."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.connector.answers.extend([TOO_MANY, GATEWAY, TOO_MANY])
            await there.posts(said("moi"))
            assert len(there.connector.written) == 4

    run(once())


def test_a_blocked_bot_stays_calm(sqlite_house: House) -> None:
    """Where the reply is refused for good, it is tried once, and Teams gets its 200."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.connector.answers.append(BLOCKED)
            assert (await there.posts(said("moi"))).status_code == 200
            assert len(there.connector.written) == 1

    run(once())


def test_a_connector_that_hangs_holds_up_nobody(sqlite_house: House) -> None:
    """While one reply hangs, others are answered; the hanging one is given up and not doubled."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.connector.answers.append(HANGS)
            hanging = asyncio.create_task(there.posts(said("moi")))
            await asyncio.sleep(0.1)
            async with asyncio.timeout(0.8):
                await there.posts(said("moi"))
            assert (await hanging).status_code == 200
            assert len(there.connector.written) == 2

    run(once())


def test_a_list_is_searched_as_one_types(sqlite_house: House) -> None:
    """The options of the question that is open, those that begin so first, and with no marks."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(submitted({"ake": {"do": "open", "opens": "profile"}}))
            answer = await there.asked(activity("search"))
            assert answer["type"] == "application/vnd.microsoft.search.searchResponse"
            assert answer["value"]["results"] == []
            value = {"queryText": "rau", "queryOptions": {"top": 3}, "dataset": "home"}
            found = (await there.asked(activity("search", value=value)))["value"]["results"]
            assert 1 <= len(found) <= 3
            assert found[0]["title"].lower().startswith("rau")
            value["dataset"] = "nothing"
            assert (await there.asked(activity("search", value=value)))["value"]["results"] == []

    run(once())


def test_words_and_cards_go_together(sqlite_house: House) -> None:
    """A dialog begun on a card may be answered in words, and the other way round."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await opened(there)
            await there.posts(said("svenska"))
            assert "svenska" in there.connector.said()[-1]

    run(once())
