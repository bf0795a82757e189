"""A million events and a hundred thousand letters in wild weather, against a quiet day.

EVENTS=10000 LETTERS=1000 make bench ARGS=fuzz for a short one; the whole takes hours.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bot.app import House
from bot.conversation.turns import Event
from bot.domain.languages import Language
from tests.chat import StillClock
from tests.houses import house
from tests.outbox.office import Office
from tests.outbox.street import Door, event, forgetful, lives, records, shuffled
from tests.outbox.weather import weathered
from tests.outbox.wire import Wire

from .figure import Figure

LONG = True
EVENTS = int(os.environ.get("EVENTS", "1000000"))
LETTERS = int(os.environ.get("LETTERS", "100000"))
AT_ONCE = 10_000
"""Events thought of at once; within them conversations run into one another."""

PEOPLE = 250


def figures() -> Iterator[Figure]:
    logging.disable()  # it would tell of each trouble, and there are many
    with TemporaryDirectory() as folder:
        yield from inbound(Path(folder))
        yield from outbound(Path(folder))


def inbound(folder: Path) -> Iterator[Figure]:
    """Repeats, disorder and deaths leave the records that a quiet day leaves."""
    left = {}
    for day in ("quiet", "wild"):
        with living(folder / f"events-{day}.db") as (built, clock):
            begun, door = time.perf_counter(), Door(built)
            for seed, said in enumerate(sayings()):
                chance = Random(seed)  # noqa: S311 (a game, no secret)
                if day == "quiet":
                    door.run(*said)
                else:
                    lives(door, clock, shuffled(said, chance), chance)
            yield Figure(f"events, a {day} day", EVENTS / (time.perf_counter() - begun), "events/s")
            left[day] = records(built)
    assert len(left["quiet"]["turns"]) == EVENTS
    differing = sum(left["quiet"][name] != left["wild"][name] for name in left["quiet"])
    yield Figure(f"after {EVENTS} events, kinds of records that differ", differing, "")


def sayings() -> Iterator[list[Event]]:
    """The same on each day: numbers in their ids, languages by lot."""
    chance, number = Random(EVENTS), 0  # noqa: S311 (as above)
    for _part in range(0, EVENTS, AT_ONCE):
        said = []
        for _each in range(min(AT_ONCE, EVENTS)):
            number += 1
            who = f"person{number % PEOPLE}"
            said.append(event(who, number=number, language=chance.choice(("fi", "sv"))))
        yield said


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
