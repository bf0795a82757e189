"""Puts the house together; the only file that knows everyone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from bot import regions
from bot.conversation.entrance import Entrance
from bot.conversation.inbox import Inbox, Reply
from bot.conversation.listen import Listen, learn
from bot.conversation.mishaps import apology
from bot.conversation.notices import Notices
from bot.conversation.ports import Channel, Clock
from bot.conversation.turns import Turn
from bot.domain.languages import Language
from bot.domain.regions import Region
from bot.language.speak import Speech
from bot.outbox.deliver import Deliverer
from bot.outbox.mailroom import Mailroom
from bot.settings import Settings
from bot.store.database import open_database, writers
from bot.store.migrate import migrate
from bot.store.unit import SqlLedger
from dialogs import CATALOGUE

T = TypeVar("T")


class WallClock:
    """The time of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 (here time comes into the house)


@dataclass(frozen=True)
class Workers:
    """Where turns and deliveries run: one on SQLite, which has one writer, a few on Postgres."""

    pool: ThreadPoolExecutor

    async def __call__(self, work: Callable[[], T], /) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.pool, work)

    def shutdown(self) -> None:
        self.pool.shutdown()


@dataclass(frozen=True)
class House:
    """Everything that a door needs, put together once."""

    settings: Settings
    region: Region
    clock: Clock
    ledger: SqlLedger
    inbox: Inbox
    workers: Workers
    channels: dict[str, Channel]
    """Those switched on, by name: a door puts its own here when it opens."""
    deliverer: Deliverer
    entrance: Entrance

    def speech(self, language: Language) -> Speech:
        return Speech(language, self.region.zone)

    async def off_loop(self, work: Callable[[], T]) -> T:
        """Run what touches the database without holding up the doors."""
        return await self.workers(work)

    async def answer(self, turn: Turn) -> Reply:
        reply = await self.off_loop(lambda: self.answer_now(turn))
        if reply.planned:
            self.deliverer.wake()
        return reply

    def answer_now(self, turn: Turn) -> Reply:
        """Carry a turn. A bug is logged here, once, and becomes a kind word."""
        try:
            return self.inbox.answer(turn)
        except Exception as error:  # noqa: BLE001 (the door of the house)
            return Reply(apology(error), Language(self.region.default_language))


def build(settings: Settings, clock: Clock | None = None) -> House:
    """Open the database, bring it forward, read the region. Raises what is wrong with either."""
    clock = clock or WallClock()
    engine = open_database(settings.database_url)
    migrate(engine)
    region = regions.load(settings.region)
    ledger = SqlLedger(engine, clock, settings.coordinators)
    speeches = {language: Speech(language, region.zone) for language in Language}
    listen = Listen(CATALOGUE, learn(region, speeches))
    inbox = Inbox(ledger, region, CATALOGUE, listen, lambda words: None, clock)
    workers = Workers(ThreadPoolExecutor(writers(engine), thread_name_prefix="turns"))
    channels: dict[str, Channel] = {}
    mailroom = Mailroom(ledger, Notices(CATALOGUE), region, clock, channels)
    deliverer = Deliverer(mailroom, channels, clock, workers)
    entrance = Entrance(ledger, clock)
    return House(settings, region, clock, ledger, inbox, workers, channels, deliverer, entrance)
