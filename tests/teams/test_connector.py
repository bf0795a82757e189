from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.channels.teams.connector import Anonymous, Connector, Failed, activities
from tests.chat import StillClock
from tests.loops import run

from .connector import (
    BLOCKED,
    GATEWAY,
    GONE,
    HANGS,
    TOO_MANY,
    Answer,
    LocalConnector,
    local_connector,
)
from .world import OneToken

LATER = Answer(503, "", "text/plain", {"Retry-After": "Mon, 02 Mar 2026 07:00:03 GMT"})
LONG = Answer(429, "{}", headers={"Retry-After": "3600"})


@asynccontextmanager
async def connected(patience: float = 1) -> AsyncIterator[tuple[Connector, LocalConnector]]:
    async def at_once(seconds: float) -> None:
        waits.append(seconds)

    waits.clear()
    async with local_connector() as there, aiohttp.ClientSession() as session:
        yield Connector(session, OneToken(), StillClock().now, patience, at_once), there


waits: list[float] = []


async def writes(connector: Connector, there: LocalConnector) -> dict[str, object]:
    return await connector.insist("POST", activities(there.url, "a:1"), {"type": "message"})


def test_what_is_taken_comes_back_with_its_id() -> None:
    """One request, one answer."""

    async def once() -> None:
        async with connected() as (connector, there):
            assert await writes(connector, there) == {"id": "1772434999999"}
            assert there.written[0].headers["content-type"].startswith("application/json")

    run(once())


def test_it_waits_as_long_as_it_is_told() -> None:
    """Retry-After is honoured as seconds and as a date; a gateway's HTML is no error of ours."""

    async def once() -> None:
        async with connected() as (connector, there):
            there.answers.extend([TOO_MANY, GATEWAY, LATER])
            assert await writes(connector, there)
            assert len(there.written) == 4
            assert waits == [0.01, 2.0, 3.0]

    run(once())


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504])
def test_what_microsoft_asks_to_try_again_is_tried_again(status: int) -> None:
    """Each of the answers that are named for it, whatever stands in it."""

    async def once() -> None:
        async with connected() as (connector, there):
            there.answers.append(Answer(status, "<html>", "text/html"))
            assert await writes(connector, there)
            assert len(there.written) == 2

    run(once())


def test_a_person_does_not_wait_for_an_hour() -> None:
    """Where Teams asks for longer than somebody waits, it is given up at once."""

    async def once() -> None:
        async with connected() as (connector, there):
            there.answers.append(LONG)
            with pytest.raises(Failed) as failed:
                await writes(connector, there)
            assert (failed.value.after, failed.value.permanent, waits) == (3600, False, [])

    run(once())


@pytest.mark.parametrize(
    ("answer", "permanent", "sure"),
    [
        (BLOCKED, True, True),
        (GONE, True, True),
        (Answer(413, "{}"), True, True),
        (Answer(400, "x" * 100_000, "text/plain"), True, True),
        (Answer(401, "{}"), False, True),
        (Answer(412, "{}"), False, True),
        (TOO_MANY, False, True),
        (GATEWAY, False, True),
        (Answer(504, "", "text/html"), False, True),
        (Answer(500, "<html>", "text/html"), False, False),
        (HANGS, False, False),
    ],
)
def test_each_failure_is_told_apart(answer: Answer, permanent: bool, sure: bool) -> None:
    """Whether trying again can help, and whether it surely was not taken."""

    async def once() -> Failed:
        async with connected(patience=0.2) as (connector, there):
            there.answers.append(answer)
            with pytest.raises(Failed) as failed:
                await connector.once("POST", activities(there.url, "a:1"), {})
            return failed.value

    failed = run(once())
    assert (failed.permanent, failed.sure) == (permanent, sure)
    assert "Aino" not in str(failed)


def test_what_hangs_or_breaks_in_the_middle_is_not_doubled() -> None:
    """Where nobody can tell whether it was taken, it is not sent again by itself."""

    async def once() -> int:
        async with connected(patience=0.2) as (connector, there):
            there.answers.append(HANGS)
            with pytest.raises(Failed):
                await writes(connector, there)
            return len(there.written)

    assert run(once()) == 1


def test_nobody_at_the_other_end_is_surely_not_taken() -> None:
    """A line that was never made is tried again."""

    async def once() -> None:
        async with connected() as (connector, _there):
            with pytest.raises(Failed) as failed:
                await connector.insist("POST", "http://127.0.0.1:9/v3/conversations", {})
            assert (failed.value.sure, failed.value.permanent) == (True, False)
            assert len(waits) == 3

    run(once())


def test_a_refused_token_is_not_used_again() -> None:
    """After a 401 the next try asks for a new token."""

    async def once() -> None:
        async with connected() as (connector, there):
            there.answers.append(Answer(401, "{}"))
            await writes(connector, there)
            assert len(there.written) == 2

    run(once())


def test_many_at_once_share_connections() -> None:
    """A thousand messages need no more connections than are written at once."""

    async def once() -> None:
        async with connected() as (connector, there):
            for _round in range(5):
                await asyncio.gather(*(writes(connector, there) for _one in range(20)))
            assert len(there.written) == 100
            assert len(there.ports) <= 20

    run(once())


def test_without_a_registration_no_token_is_sent() -> None:
    """On one's own machine nobody is logged in, and nothing pretends so."""

    async def once() -> None:
        async with local_connector() as there, aiohttp.ClientSession() as session:
            connector = Connector(session, Anonymous(), StillClock().now)
            await writes(connector, there)
            assert "authorization" not in there.written[0].headers

    run(once())
