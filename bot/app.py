"""Puts the house together; the only file that knows everyone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TypeVar

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount

from bot import regions
from bot.channels.calendar import calendar
from bot.channels.health import Check, health
from bot.channels.web.about import about
from bot.channels.web.once.door import Door as Once
from bot.conversation.entrance import Entrance
from bot.conversation.inbox import Inbox, Reply
from bot.conversation.listen import Listen, learn, written_in
from bot.conversation.mishaps import apology
from bot.conversation.notices import Notices
from bot.conversation.papers import Papers
from bot.conversation.ports import Channel, Clock
from bot.conversation.turns import Turn
from bot.domain.languages import Language
from bot.domain.regions import Region
from bot.language.speak import Speech
from bot.outbox.deliver import Deliverer
from bot.outbox.housekeeping import Housekeeping
from bot.outbox.mailroom import Mailroom
from bot.outbox.tick import Chore, ticking
from bot.paperwork import PAPERS
from bot.paperwork.feed import Feed, Fetched
from bot.settings import Settings
from bot.store.database import writers
from bot.store.ledger import SqlLedger
from bot.store.migrate import opened, ready
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
    chores: list[Chore]
    """What is done now and then while the bot serves; a door may add its own."""
    checks: list[Check]
    """What has to hold for the bot to be ready; a door may add its own."""
    entrance: Entrance
    papers: Papers

    @property
    def zone(self) -> tzinfo:
        return self.region.zone

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
        reply = self.kindly(lambda: self.inbox.answer(turn))
        if reply.broken:
            self.inbox.give_up(turn)
        return reply

    def present_now(self, turn: Turn) -> Reply:
        """What is open in the conversation that a turn would belong to."""
        return self.kindly(lambda: self.inbox.present(turn))

    def kindly(self, work: Callable[[], Reply]) -> Reply:
        try:
            return work()
        except Exception as error:  # noqa: BLE001 (the door of the house)
            return Reply(apology(error), Language(self.region.default_language), broken=True)

    async def calendar(self, secret: str, known: str) -> Fetched | None:
        """What somebody's calendar program gets that holds the link."""
        feed = Feed(self.ledger, self.region, self.clock)
        return await self.off_loop(lambda: feed(secret, known))

    async def trouble(self) -> list[str]:
        """What keeps the bot from its work just now."""
        found = await asyncio.gather(*(check() for check in self.checks))
        return [each for each in found if each]


def build(settings: Settings, clock: Clock | None = None) -> House:
    """Open the database, bring it forward, read the region. Raises what is wrong with either."""
    clock = clock or WallClock()
    region = regions.load(settings.region)
    engine = opened(settings.database_url)
    ledger = SqlLedger(engine, clock, settings.coordinators)
    speeches = {language: Speech(language, region.zone) for language in Language}
    listen = Listen(CATALOGUE, learn(region, speeches))
    inbox = Inbox(ledger, region, CATALOGUE, listen, written_in, clock, settings.page)
    workers = Workers(ThreadPoolExecutor(writers(engine), thread_name_prefix="turns"))
    channels: dict[str, Channel] = {}
    mailroom = Mailroom(ledger, Notices(CATALOGUE), region, clock, channels)

    async def database() -> str:
        there = await workers(lambda: ready(engine))
        return "" if there else "The database does not answer or is not migrated."

    return House(
        settings=settings,
        region=region,
        clock=clock,
        ledger=ledger,
        inbox=inbox,
        workers=workers,
        channels=channels,
        deliverer=Deliverer(mailroom, channels, clock, workers),
        chores=[Chore(Housekeeping(ledger, clock, workers), timedelta(hours=6))],
        checks=[database],
        entrance=Entrance(ledger, clock),
        papers=PAPERS,
    )


Opening = Callable[[House, Starlette], AbstractAsyncContextManager[None]]
"""A door that is open while the bot is served."""


def web_app(
    house: House, page: Starlette | None = None, doors: Sequence[Opening] = ()
) -> Starlette:
    """Everything that is answered by HTTP, and the doors that open with it."""

    @asynccontextmanager
    async def delivering(app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as opened_doors:
            for door in doors:
                await opened_doors.enter_async_context(door(house, app))
            async with ticking(house.deliverer, house.chores):
                yield

    routes: list[BaseRoute] = [*health(house.trouble)]
    if house.settings.page:
        once, ake = Once(house, house.settings.page), house.region.contact("ake")
        routes += [calendar(house.calendar), Mount("/once", once.app()), about(ake.mailbox)]
    if page:
        routes.append(Mount("/", page))
    return Starlette(routes=routes, lifespan=delivering)
