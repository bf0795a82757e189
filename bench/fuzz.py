"""A million events and a hundred thousand letters in wild weather, against a quiet day.

EVENTS=10000 LETTERS=1000 make bench ARGS=fuzz for a short one; the whole takes an hour on two
processors.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bot.app import House
from bot.conversation.turns import Event
from bot.domain.languages import Language
from tests.chat import StillClock
from tests.houses import house
from tests.outbox.office import Office
from tests.outbox.street import Door, Records, event, forgetful, lives, records, shuffled
from tests.outbox.weather import weathered
from tests.outbox.wire import Wire

from .figure import Figure

LONG = True
EVENTS = int(os.environ.get("EVENTS", "1000000"))
LETTERS = int(os.environ.get("LETTERS", "100000"))
AT_ONCE = 10_000
"""Events thought of at once; within them conversations run into one another."""
PART = 100_000
"""Events that share a database; parts run beside each other, one on each processor."""

PEOPLE = 250


def figures() -> Iterator[Figure]:
    logging.disable()  # it would tell of each trouble, and there are many
    yield from inbound()
    with TemporaryDirectory() as folder:
        yield from outbound(Path(folder))


def inbound() -> Iterator[Figure]:
    """Repeats, disorder and deaths leave the records that a quiet day leaves."""
    begun, differing = time.perf_counter(), 0
    firsts = range(1, EVENTS + 1, PART)
    with ProcessPoolExecutor(mp_context=get_context("forkserver")) as processes:
        for first, found in zip(firsts, processes.map(compared, firsts), strict=True):
            last = min(first + PART - 1, EVENTS)
            yield Figure(f"events {first} to {last}, kinds of records that differ", found, "")
            differing += found
    yield Figure(f"after {EVENTS} events, kinds of records that differ", differing, "")
    yield Figure("events, quiet and wild", 2 * EVENTS / (time.perf_counter() - begun), "events/s")


def compared(first: int) -> int:
    """How many kinds of records a wild day leaves otherwise than a quiet one."""
    logging.disable()
    with TemporaryDirectory() as folder:
        quiet, wild = (day(Path(folder), first, wild=wild) for wild in (False, True))
    assert len(quiet["turns"]) == min(PART, EVENTS - first + 1)
    return sum(quiet[name] != wild[name] for name in quiet)


def day(folder: Path, first: int, *, wild: bool) -> Records:
    with living(folder / f"events-{wild}.db") as (built, clock):
        door = Door(built)
        for seed, said in enumerate(sayings(first), first):
            chance = Random(seed)  # noqa: S311 (a game, no secret)
            if wild:
                lives(door, clock, shuffled(said, chance), chance)
            else:
                door.run(*said)
        return records(built)


def sayings(first: int) -> Iterator[list[Event]]:
    """The same on each day: numbers in their ids, languages by lot."""
    chance = Random(first)  # noqa: S311 (as above)
    beyond = min(first + PART, EVENTS + 1)
    for begins in range(first, beyond, AT_ONCE):
        yield [
            event(f"person{number % PEOPLE}", number=number, language=chance.choice(("fi", "sv")))
            for number in range(begins, min(begins + AT_ONCE, beyond))
        ]


def outbound(folder: Path) -> Iterator[Figure]:
    """Of so many letters each arrives once or is known not to, whatever the weather."""
    with living(folder / "letters.db") as (built, clock):
        office = Office(built, clock, Wire(lambda one: built.speech(Language(one))))
        begun = time.perf_counter()
        doubled, differing = weathered(office, LETTERS)
        seconds = time.perf_counter() - begun
        yield Figure("letters, quiet and in a storm", 2 * LETTERS / seconds, "letters/s")
    yield Figure(f"of {LETTERS} letters in a storm, said twice", doubled, "letters")
    yield Figure(f"of {LETTERS} letters in a storm, ending otherwise", differing, "letters")


@contextmanager
def living(file: Path) -> Iterator[tuple[House, StillClock]]:
    clock = StillClock()
    with house(f"sqlite:///{file}", clock) as built:
        forgetful(built)
        yield built, clock
