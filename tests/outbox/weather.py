"""Wild weather for letters: refusals, broken lines, repeats and two replicas, and a quiet day."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence

from bot.conversation.ports import Undelivered
from bot.conversation.turns import Address
from bot.domain.notifications import Notification, Recipient
from bot.outbox.backoff import lot
from tests.loops import run

from .office import Office

EACH = 50
"""Letters that go to one person: where the channel asks for rest, theirs wait for one another."""

Trouble = Callable[[Address, str], None]


def weathered(office: Office, letters: int) -> tuple[int, int]:
    """How many letters were said twice, and how many ended otherwise than on a quiet day."""
    people = [office.knows(f"person{n}") for n in range(letters // EACH)]
    quiet, stormy = ([f"{day}/{n}" for n in range(letters)] for day in ("quiet", "storm"))
    plan(office, quiet, people)
    office.wire.before = gone_for_good
    office.delivers()
    plan(office, stormy * 2, people)
    office.wire.before, office.wire.after = refusing(set()), breaking(set())
    for _hour in range(12):
        run(two_replicas(office))
        office.clock.moves(minutes=6)
    told, arrived = office.states(), Counter(office.wire.keys())
    doubled = sum(times > 1 for times in arrived.values())
    pairs = list(zip(quiet, stormy, strict=True))
    otherwise = sum((told[a], arrived[a]) != (told[b], min(arrived[b], 1)) for a, b in pairs)
    return doubled, otherwise


def plan(office: Office, keys: list[str], people: Sequence[Recipient]) -> None:
    now = office.clock.now()
    with office.house.ledger.unit() as unit:
        for n, key in enumerate(keys):
            to = people[n % len(people)]
            unit.notifications.plan(Notification(key, to, now, "remind", {"what": "coffee"}))
        unit.commit()


async def two_replicas(office: Office) -> None:
    await asyncio.gather(*(office.deliverer().deliver() for _each in range(2)))


def number(key: str) -> str:
    return key.split("/")[1]


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
