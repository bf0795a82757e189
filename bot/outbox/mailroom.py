"""The database's half of delivering: what came of letters, what is due, and what it says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from secrets import token_hex

from bot.conversation.letters import (
    Letter,
    PostLedger,
    PostUnit,
    Ready,
    Settled,
    State,
)
from bot.conversation.mishaps import noted
from bot.conversation.notices import Notices
from bot.conversation.ports import Clock, Lease
from bot.domain import outbox
from bot.domain.notifications import ToPerson, Why
from bot.domain.regions import Region

from .backoff import backoff
from .open import Open
from .send import later

LEASE = timedelta(minutes=5)
"""Far longer than a send may take: a letter whose lease ran out has lost its sender."""

LOOK_EVERY = timedelta(seconds=1)
LONG_AGO = datetime.fromtimestamp(0, UTC)

MISHAPS = 8
"""How often a letter is tried whose dialog breaks, in about a quarter of an hour."""


class Mailroom:
    """Synchronous, for a worker thread. No transaction here lasts while a letter is sent."""

    def __init__(
        self,
        ledger: PostLedger,
        notices: Notices,
        region: Region,
        clock: Clock,
        channels: Collection[str],
        lease: timedelta = LEASE,
    ) -> None:
        self.ledger, self.notices, self.region, self.clock = ledger, notices, region, clock
        self.channels, self.lease = channels, lease
        self.name, self.visits = token_hex(8), count()
        self.looked = LONG_AGO
        """When there was last nothing left behind."""

    def visit(
        self, settled: Sequence[Settled], most: int, in_hand: Collection[int]
    ) -> tuple[Ready, ...]:
        """Write down what came of letters, and bring as many as there are senders free.

        All in one commit, unless a dialog breaks: then each letter has its own.
        """
        try:
            with self.ledger.unit() as unit:
                ready = self.opened(unit, self.exchanged(unit, settled, most, in_hand))
                unit.commit()
                return ready
        except Exception as error:  # noqa: BLE001 (a broken dialog must not hold up the others)
            noted(error)
        with self.ledger.unit() as unit:
            letters = self.exchanged(unit, settled, most, in_hand)
            unit.commit()
        return tuple(ready for letter in letters for ready in self.alone(letter))

    def exchanged(
        self, unit: PostUnit, settled: Sequence[Settled], most: int, in_hand: Collection[int]
    ) -> list[Letter]:
        self.settle(unit, settled)
        now = self.clock.now()
        lease = Lease(f"{self.name}-{next(self.visits)}", now, now + self.lease)
        left = self.left_behind(unit, lease, most, in_hand)
        return left + unit.outbox.claim(lease, most - len(left))

    def left_behind(
        self, unit: PostUnit, lease: Lease, most: int, in_hand: Collection[int]
    ) -> list[Letter]:
        """Looked for now and then: leases last for minutes, and visits come many to a second."""
        if timedelta(0) <= lease.now - self.looked < LOOK_EVERY:
            return []
        left = unit.outbox.claim_left(lease, most, in_hand)
        if len(left) < most:
            self.looked = lease.now
        return left

    def opened(self, unit: PostUnit, letters: Sequence[Letter]) -> tuple[Ready, ...]:
        people = [
            letter.notification.to.person
            for letter in letters
            if isinstance(letter.notification.to, ToPerson)
        ]
        unit.people.meet(people)
        addresses = unit.addresses.newest(people, self.channels)
        now = self.clock.now()
        open_one = Open(unit, self.notices, self.region, now, self.channels, addresses)
        outcomes = [open_one(letter) for letter in letters]
        self.settle(unit, [each for each in outcomes if isinstance(each, Settled)])
        return tuple(each for each in outcomes if isinstance(each, Ready))

    def alone(self, letter: Letter) -> tuple[Ready, ...]:
        try:
            with self.ledger.unit() as unit:
                ready = self.opened(unit, [letter])
                unit.commit()
                return ready
        except Exception as error:  # noqa: BLE001 (as above)
            noted(error)
        with self.ledger.unit() as unit:
            self.settle(unit, [self.broken(letter)])
            unit.commit()
        return ()

    def broken(self, letter: Letter) -> Settled:
        now = self.clock.now()
        if letter.tries >= MISHAPS:
            return Settled(letter, State.FAILED, now, Why.MISHAP)
        wait = backoff(letter.notification.key, letter.tries)
        return later(letter, now + wait, tries=letter.tries)

    def settle(self, unit: PostUnit, settled: Iterable[Settled]) -> None:
        """The coordinators are told where one is stuck, but not of their being told."""
        done = list(settled)
        unit.outbox.settle(done)
        if any(each.why and each.letter.notification.opens != outbox.LIST for each in done):
            outbox.tell_coordinators(unit, self.clock.now())
