"""What a door had to answer first is carried once, in order, and outlives its process."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.event import listen

from bot.app import House
from bot.conversation.daybook import LEASE
from bot.conversation.turns import Event
from bot.store.inbound import INBOUND
from tests.chat import StillClock
from tests.houses import copied, house
from tests.loops import run

from .office import DIALOGS
from .street import Door, event, forgetful, lives, records, shuffled, taken_up


def language_of(house: House, who: str) -> str | None:
    with house.ledger.unit() as unit:
        return unit.people.by_identity("street", who, "").language


def unfinished(house: House) -> int:
    """Events whose content is still kept."""
    left = select(func.count()).where(INBOUND.c.done_at.is_(None))
    with house.ledger.engine.connect() as connection:
        return int(connection.execute(left).scalar_one())


@pytest.mark.contract
def test_an_event_is_carried_once(both_houses: House) -> None:
    """The platform sends it three times, twice of them at once; there is one answer."""
    door = Door(both_houses)
    hello = event("aino", language="sv")
    door.run(hello, hello)
    door.run(hello)
    assert door.answered == [hello.id]
    assert language_of(both_houses, "aino") == "sv"


def test_its_content_is_gone_when_it_is_done(sqlite_house: House) -> None:
    """What people wrote is not kept longer than it takes to answer."""
    Door(sqlite_house).run(event("aino", language="sv"))
    with sqlite_house.ledger.engine.connect() as connection:
        assert connection.execute(select(INBOUND.c.content)).scalars().all() == [None]


def test_writing_one_down_looks_at_none_that_are_done(sqlite_house: House) -> None:
    """Or each would take the longer, the more there have been."""
    writes: list[tuple[str, Any]] = []
    engine = sqlite_house.ledger.engine
    listen(engine, "before_cursor_execute", lambda *about: writes.append((about[2], about[3])))
    Door(sqlite_house).run(event("aino", language="sv"))
    write = next(each for each in writes if each[0].startswith("INSERT INTO inbound"))
    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {write[0]}", write[1])
        looked = [row.detail for row in plan if "earlier" in row.detail]
    assert looked == [
        "SEARCH earlier USING INDEX ix_inbound_unfinished (channel=? AND conversation=?)"
    ]


@pytest.mark.contract
def test_a_conversation_goes_in_its_own_order(both_houses: House) -> None:
    """However many come at once, what somebody said last is what holds."""
    door = Door(both_houses)
    people = [f"person{n}" for n in range(10)]
    spoken = [event(who, language=language) for language in ("fi", "sv") * 3 for who in people]
    door.run(*spoken)
    assert len(door.answered) == 60
    assert {language_of(both_houses, who) for who in people} == {"sv"}


@pytest.mark.contract
def test_what_a_dead_process_left_is_taken_up(both_houses: House, clock: StillClock) -> None:
    """Events written down by a process that died are carried by the next, in their order."""
    door = Door(both_houses)
    left = [event("aino", language=language) for language in ("fi", "sv", "fi", "sv")]
    for each in left:
        door.step().daybook.written([each])
    run(taken_up(door))
    assert door.answered == []
    clock.at += LEASE
    run(taken_up(door))
    assert door.answered == [each.id for each in left]
    assert language_of(both_houses, "aino") == "sv"
    assert unfinished(both_houses) == 0


def test_what_is_being_carried_is_not_taken_up(sqlite_house: House, clock: StillClock) -> None:
    """An event that waits long in line is not carried beside itself."""
    door = Door(sqlite_house)

    async def slowly() -> None:
        step = door.step()
        started, go_on = asyncio.Event(), asyncio.Event()
        carry = step.carry

        async def slow(each: Event) -> bool:
            started.set()
            await go_on.wait()
            return await carry(each)

        step.carry = slow
        await step.receive(event("aino", language="sv"))
        await started.wait()
        clock.at += LEASE
        await step.take_up()
        go_on.set()
        await step.finish()

    run(slowly())
    assert len(door.answered) == 1


def test_an_event_that_means_nothing_is_done(sqlite_house: House) -> None:
    """What no turn comes of, such as a reaction, is not taken up for ever."""
    Door(sqlite_house).run(replace(event("aino"), content={"type": "reaction"}))
    assert unfinished(sqlite_house) == 0


def test_a_door_that_breaks_holds_up_nobody(sqlite_house: House, clock: StillClock) -> None:
    """The event stays, those after it are carried, and it is tried again later."""
    door = Door(sqlite_house, broken=True)
    door.run(event("aino", language="sv"))
    assert unfinished(sqlite_house) == 1
    door.broken = False
    clock.at += LEASE
    run(taken_up(door))
    assert unfinished(sqlite_house) == 0


def test_a_turn_that_breaks_is_not_tried_for_ever(sqlite_house: House) -> None:
    """The person was told that something went wrong, so the event is done."""
    house = replace(sqlite_house, inbox=replace(sqlite_house.inbox, catalogue=DIALOGS))
    door = Door(house)
    door.run(event("aino", "approve", what="broken"))
    assert len(door.answered) == 1
    assert unfinished(sqlite_house) == 0


def test_repeats_disorder_and_deaths_change_nothing(
    sqlite_template: Path, tmp_path: Path, clock: StillClock
) -> None:
    """A thousand events run together, repeated and interrupted leave what a quiet hour leaves."""
    chance = Random(7)  # noqa: S311 (a game, no secret)
    spoken = [event(f"person{n % 40}", language=chance.choice(("fi", "sv"))) for n in range(1000)]
    left = {}
    for hour in ("quiet", "wild"):
        (tmp_path / hour).mkdir()
        with house(copied(sqlite_template, tmp_path / hour), clock) as built:
            forgetful(built)
            door = Door(built)
            if hour == "quiet":
                door.run(*spoken)
            else:
                lives(door, clock, shuffled(spoken, chance), chance)
            left[hour] = records(built)
    assert left["wild"] == left["quiet"]
    assert len(left["wild"]["turns"]) == 1000


def test_what_comes_while_the_database_is_busy_is_written_at_once(sqlite_house: House) -> None:
    """Fifty messages behind a long turn are there for the price of one; none is told too early."""
    door, busy = Door(sqlite_house), threading.Event()
    commits: list[object] = []
    listen(sqlite_house.ledger.engine, "commit", commits.append)

    async def crowd() -> None:
        step = door.step()
        turn = asyncio.ensure_future(sqlite_house.workers(busy.wait))
        told = [asyncio.ensure_future(step.receive(event(f"person{n}"))) for n in range(50)]
        await asyncio.wait(told, timeout=0.01)
        assert not any(each.done() for each in told)
        busy.set()
        await asyncio.gather(turn, *told)
        assert len(commits) == 1
        await step.finish()

    run(crowd())
    assert len(door.answered) == 50


def test_what_is_over_while_others_are_crossed_off_is_too(sqlite_house: House) -> None:
    """It would be carried once more, as soon as its lease has run out."""
    first, second = (replace(event(who), content={}) for who in ("aino", "sven"))

    async def one_after_the_other() -> None:
        book = Door(sqlite_house).step().daybook
        await book.write(first)
        await book.write(second)
        book.cross_off(first)
        listen(
            sqlite_house.ledger.engine,
            "commit",
            lambda _line: book.over.update({second.id: second}),
        )
        assert book.crossing is not None
        await asyncio.wait([book.crossing], timeout=10)

    run(one_after_the_other())
    assert unfinished(sqlite_house) == 0


def test_one_that_cannot_be_written_holds_up_nobody(sqlite_house: House) -> None:
    """Whoever sent it hears so; what came at the same moment is written down and carried."""
    door = Door(sqlite_house)
    odd = replace(event("sven"), content={"who": object()})
    wanted = [event("aino"), odd, event("carita")]

    async def together() -> list[BaseException | None]:
        step = door.step()
        told = await asyncio.gather(*map(step.receive, wanted), return_exceptions=True)
        await step.finish()
        return told

    aino, sven, carita = run(together())
    assert aino is carita is None
    assert isinstance(sven, Exception)
    assert door.answered == [wanted[0].id, wanted[2].id]
