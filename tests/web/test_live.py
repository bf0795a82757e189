"""An open page is told what is new, and lets go when the bot stops."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable

import pytest

from bot.channels.web import live
from bot.channels.web.people import Viewer
from bot.conversation.turns import Address
from bot.dialog import as_is, say
from bot.local_page import LocalPage
from tests.loops import run

Lines = AsyncGenerator[str, None]


def viewer(local: LocalPage, who: str = "aino", room: str = "chat") -> Viewer:
    return local.page.company.viewer({"who": who, "room": room})


async def send(local: LocalPage, to: str, key: str) -> None:
    message = say(as_is(f"Sanoma {key}"))
    address = Address("web", to, private=to.startswith("private"))
    await local.house.channels["web"].send(address, message, language="fi", key=key)


def watched(local: LocalPage, who: Viewer, happens: Callable[[Lines], Awaitable[None]]) -> None:
    """Open the stream as a browser does, and let something happen."""

    async def watch() -> None:
        lines = local.door.stream.lines(who, 0)
        assert await anext(lines) == "retry: 2000\n\n"
        await happens(lines)
        await lines.aclose()

    run(asyncio.wait_for(watch(), 10))


def told(event: str) -> dict[str, list[object]]:
    """The unread marks in an event."""
    data = event.split("event: unread\ndata: ")[1].partition("\n")[0]
    found: dict[str, list[object]] = json.loads(data)
    return found


def test_a_new_post_comes_as_it_is_drawn(local: LocalPage) -> None:
    """In the reader's language, with the number that the stream goes on from if it breaks."""

    async def happens(lines: Lines) -> None:
        await send(local, "varsat", "1")
        event = await anext(lines)
        assert event.startswith("event: post\ndata: ")
        assert "Sanoma 1" in event
        assert "AKE-boten" in event
        assert "\nid: 1\n" in event

    watched(local, viewer(local, "saga", "varsat"), happens)


def test_what_came_while_the_line_was_broken_comes_first(local: LocalPage) -> None:
    """Nothing is missed between two lines, and nothing told twice."""
    run(send(local, "varsat", "1"))
    run(send(local, "varsat", "2"))

    async def happens(lines: Lines) -> None:
        assert "Sanoma 1" in await anext(lines)
        assert "Sanoma 2" in await anext(lines)
        await send(local, "varsat", "3")
        assert "Sanoma 3" in await anext(lines)

    watched(local, viewer(local, room="varsat"), happens)


def test_other_rooms_show_a_mark(local: LocalPage) -> None:
    """Of what is said elsewhere only the number comes."""

    async def happens(lines: Lines) -> None:
        await send(local, "digi", "1")
        event = await anext(lines)
        assert "Sanoma" not in event
        assert told(event) == {"digi": [1, "Yksi uusi viesti"]}

    watched(local, viewer(local), happens)


def test_other_peoples_words_stay_their_own(local: LocalPage) -> None:
    """What is said to Saga in private does not reach Aino's page."""

    async def happens(lines: Lines) -> None:
        await send(local, "private:saga", "1")
        event = await anext(lines)
        assert "Sanoma" not in event
        assert told(event) == {"private:saga": [1, "Yksi uusi viesti"]}

    watched(local, viewer(local), happens)


def test_a_silent_line_breathes(local: LocalPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a broken one is noticed."""
    monkeypatch.setattr(live, "BREATH", 0.01)

    async def happens(lines: Lines) -> None:
        assert await anext(lines) == ":\n\n"

    watched(local, viewer(local), happens)


def test_when_the_bot_stops_the_line_ends(local: LocalPage) -> None:
    """An open page holds up nobody."""

    async def happens(lines: Lines) -> None:
        asyncio.get_running_loop().call_later(0.05, local.live.close)
        assert await anext(lines, "over") == "over"

    watched(local, viewer(local), happens)


def test_a_line_that_is_stuck_is_let_go(local: LocalPage) -> None:
    """Somebody who never reads does not fill the memory."""

    async def stuck() -> None:
        with local.live.line() as line:
            for number in range(live.WAITING + 1):
                await send(local, "varsat", str(number))
            assert line not in local.live.lines
            assert line.qsize() == live.WAITING

    run(stuck())
