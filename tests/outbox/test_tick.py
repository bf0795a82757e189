"""The bot delivers of its own accord, and stops in an orderly way."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.conversation.turns import Address
from bot.dialog import Message
from bot.outbox import tick
from bot.outbox.tick import Chore, ticking
from tests.loops import run

from .office import Office
from .wire import Wire


@dataclass
class Slow(Wire):
    """A channel in which a letter stays under way until it is let go."""

    under_way: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, to: Address, message: Message, *, language: str, key: str) -> None:
        self.under_way.set()
        await self.let_go.wait()
        await super().send(to, message, language=language, key=key)


def test_the_tick_finds_what_is_due(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to say anything for a reminder to go out."""
    monkeypatch.setattr(tick, "EVERY", timedelta(milliseconds=10))
    office.wire = office.channels["test"] = wire = Slow(office.wire.speech)
    office.plans("hello", office.knows("aino"))

    async def lives() -> None:
        async with ticking(office.deliverer()):
            await asyncio.wait_for(wire.under_way.wait(), 10)
            wire.let_go.set()

    run(lives())
    assert office.states() == {"hello": "sent"}


def test_what_was_just_planned_goes_at_once(office: Office) -> None:
    """A turn that plans something wakes the deliverer, which need not wait for the tick."""
    office.wire = office.channels["test"] = wire = Slow(office.wire.speech)
    wire.let_go.set()
    deliverer = office.deliverer()

    async def lives() -> None:
        async with ticking(deliverer):
            office.plans("hello", office.knows("aino"))
            deliverer.wake()
            await asyncio.wait_for(wire.under_way.wait(), 0.9)

    run(lives())
    assert wire.keys() == ["hello"]


def test_the_end_waits_for_the_letter_in_hand(office: Office) -> None:
    """A replica that is told to stop takes nothing more, and finishes what it has begun."""
    office.wire = office.channels["test"] = wire = Slow(office.wire.speech)
    aino = office.knows("aino")
    office.plans("first", aino)
    office.plans("second", aino)
    deliverer = office.deliverer(senders=1)

    async def lives() -> None:
        async with ticking(deliverer):
            deliverer.wake()
            await wire.under_way.wait()
            asyncio.get_running_loop().call_later(0.05, wire.let_go.set)

    run(lives())
    assert office.states() == {"first": "sent", "second": "waiting"}


def test_nothing_goes_unless_the_bot_is_serving(office: Office) -> None:
    """A chat in the terminal does not send everybody's reminders."""
    office.plans("hello", office.knows("aino"))
    deliverer = office.deliverer()

    async def lives() -> None:
        deliverer.wake()
        assert deliverer.round is None

    run(lives())
    assert office.states() == {"hello": "waiting"}


def test_chores_are_done_at_the_start(office: Office) -> None:
    """What a dead process left is taken up at once; a chore that breaks stops nothing."""
    done = asyncio.Event()

    async def breaks() -> None:
        raise ZeroDivisionError

    async def works() -> None:
        done.set()

    async def lives() -> None:
        chores = [Chore(each, timedelta(hours=1)) for each in (breaks, works)]
        async with ticking(office.deliverer(), chores):
            await asyncio.wait_for(done.wait(), 10)

    run(lives())
    assert done.is_set()
