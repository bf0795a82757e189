"""Everything at once: refusals, broken lines, repeats and two replicas, against a quiet day."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence

import pytest

from bot.app import House
from bot.conversation.ports import Undelivered
from bot.conversation.turns import Address
from bot.domain.notifications import Notification, Recipient
from bot.outbox.backoff import lot
from tests.loops import run

from .office import Office
from .street import forgetful

LETTERS = 1000
PEOPLE = 20
Trouble = Callable[[Address, str], None]


@pytest.mark.contract
def test_a_storm_leaves_what_a_quiet_day_leaves(both_offices: Office) -> None:
    """Of a thousand letters each arrives once or is known not to, whatever the weather."""
    office = both_offices
    if office.house.ledger.engine.dialect.name == "sqlite":
        forgetful(office.house)
    people = [office.knows(f"person{n}") for n in range(PEOPLE)]
    keys = {weather: [f"{weather}/{n}" for n in range(LETTERS)] for weather in ("quiet", "storm")}
    plan(office.house, office, keys["quiet"], people)
    office.wire.before = gone_for_good
    office.delivers()
    plan(office.house, office, keys["storm"] * 2, people)
    office.wire.before, office.wire.after = refusing(set()), breaking(set())
    for _hour in range(12):
        run(two_replicas(office))
        office.clock.moves(minutes=6)
    told = office.states()
    assert [told[key] for key in keys["storm"]] == [told[key] for key in keys["quiet"]]
    arrived = office.wire.keys()
    assert len(arrived) == len(set(arrived))
    assert sorted(map(number, filter_by(arrived, "storm"))) == sorted(
        map(number, filter_by(arrived, "quiet"))
    )


def plan(house: House, office: Office, keys: list[str], people: Sequence[Recipient]) -> None:
    now = office.clock.now()
    with house.ledger.unit() as unit:
        for n, key in enumerate(keys):
            to = people[n % PEOPLE]
            unit.notifications.plan(Notification(key, to, now, "remind", {"what": "coffee"}))
        unit.commit()


async def two_replicas(office: Office) -> None:
    await asyncio.gather(*(office.deliverer().deliver() for _each in range(2)))


def number(key: str) -> str:
    return key.split("/")[1]


def filter_by(keys: list[str], weather: str) -> Iterator[str]:
    return (key for key in keys if key.startswith(weather))


def gone_for_good(_to: Address, key: str) -> None:
    """One in twenty can never be reached, on any day."""
    if lot(number(key)) < 0.05:
        raise Undelivered("gone", permanent=True)


def refusing(met: set[str]) -> Trouble:
    """A fifth are refused at first, and a tenth never leave because the line breaks."""

    def trouble(to: Address, key: str) -> None:
        gone_for_good(to, key)
        drawn = lot(f"before {key}")
        if key in met or drawn > 0.3:
            return
        met.add(key)
        if drawn < 0.1:
            raise TimeoutError
        raise Undelivered("not now", permanent=False, after=1 if drawn < 0.11 else None)

    return trouble


def breaking(met: set[str]) -> Trouble:
    """Of a tenth it is not heard that they arrived."""

    def trouble(_to: Address, key: str) -> None:
        if key not in met and lot(f"after {key}") < 0.1:
            met.add(key)
            raise ConnectionResetError

    return trouble
