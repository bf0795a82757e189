"""Ten thousand letters due at once in Teams, against what aiohttp alone posts meanwhile."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import update

from bot.app import House
from bot.channels.teams.channel import TeamsChannel
from bot.channels.teams.connector import Connector, activities
from bot.channels.teams.post import Post
from bot.conversation.ports import Pace
from bot.serve import settle_down
from bot.store.addresses import ADDRESSES
from tests.teams.world import OneToken

from .figure import Figure
from .outbox import AT_ONCE, DELAY, LETTERS, due, living, sent_by, session
from .wire import outside

JSON = dict[str, Any]
ROUNDS = 3
UNBOUND = Pace(1e6, 10**6, 1e6, 10**6)
"""Teams itself would bear no more than fifty a second."""


def letters() -> Iterator[Figure]:
    settle_down()  # as where the bot is served
    with TemporaryDirectory() as folder, outside(DELAY) as url:
        yield from compared(f"sqlite:///{Path(folder) / 'ake.db'}", url)


def compared(database: str, url: str) -> Iterator[Figure]:
    """The two by turns, for a machine is not equally quick all day."""
    raw, ours = [], []
    with living(database) as house:
        in_teams(house, url)
        for _round in range(ROUNDS):
            due(house)
            ours.append(LETTERS / asyncio.run(delivered(house)))
            raw.append(LETTERS / asyncio.run(alone(url)))
    yield Figure("Teams: aiohttp alone", median(raw), "letters/s")
    yield Figure("Teams: reminders from the outbox", median(ours), "letters/s")
    yield Figure("Teams: of what aiohttp does", 100 * median(ours) / median(raw), "%")


def reference(url: str) -> JSON:
    """One for all: only who is written to differs, and nobody reads it here."""
    return {
        "serviceUrl": url,
        "conversation": {
            "id": "a:17I0kl8EkpE1O9PH5TWrzrLNwnWWcfrU7QZjKR0WSfOpzbfcAg2IaydGElSo10tV"
        },
        "bot": {"id": "28:c9e8c047-2a34-40a1-b28a-b162d5f5327c"},
        "user": {"id": "29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85gQtHieVkKilBZ9XHoq9j7Zaqt7"},
        "tenantId": "6babcaad-604b-40ac-a9d7-9fd97c0b779f",
    }


def in_teams(house: House, url: str) -> None:
    with house.ledger.engine.begin() as connection:
        connection.execute(update(ADDRESSES).values(channel="teams", reference=reference(url)))


async def delivered(house: House) -> float:
    """Seconds until the last letter is settled."""
    async with session() as http:
        post = Post(Connector(http, OneToken(), house.clock.now))
        return await sent_by(house, {"teams": TeamsChannel(post, house.zone, pace=UNBOUND)})


async def alone(url: str) -> float:
    """Seconds that aiohttp takes with nothing to do but to post such a card."""
    left = iter(range(LETTERS))
    there = activities(url, reference(url)["conversation"]["id"])
    headers = {"Authorization": "Bearer our-token", "Content-Type": "application/json"}

    async def sender() -> None:
        for _letter in left:
            content = json.dumps(CARD, ensure_ascii=False).encode()
            async with http.post(there, data=content, headers=headers) as reply:
                await reply.read()

    async with session() as http:
        begun = time.perf_counter()
        await asyncio.gather(*(sender() for _each in range(AT_ONCE)))
        return time.perf_counter() - begun


WORDS = "Kahvit ovat lähellä: Digikahvit, tiistaina 12.5.2026 klo 9.00."
CARD: JSON = {
    "type": "message",
    "summary": WORDS,
    "attachments": [
        {
            "contentType": "application/vnd.microsoft.card.adaptive",
            "content": {
                "type": "AdaptiveCard",
                "version": "1.5",
                "lang": "fi",
                "body": [{"type": "TextBlock", "text": WORDS, "wrap": True}],
                "actions": [{"type": "Action.Submit", "title": "Tulen", "data": {"ake": {}}}],
                "fallbackText": WORDS,
            },
        }
    ],
}
