"""The bot is let into a room, and put out of it: told by the doors as the platforms tell them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.room_desk import ask_which_network

from .letters import PostLedger
from .ports import Clock, Overtaken
from .turns import Address

TRIES = 3


@dataclass(frozen=True)
class Entrance:
    """Synchronous, as the inbox is: doors run it in a worker thread."""

    ledger: PostLedger
    clock: Clock

    def enter(self, address: Address, name: str) -> bool:
        """Remember a room, and what the channel needs to write there; whether it is a new one.

        The coordinators are asked, the first time, which network it serves.
        """
        for _attempt in range(TRIES):
            try:
                with self.ledger.unit() as unit:
                    new = unit.seats.enter(address, name)
                    if new is not None:
                        ask_which_network(unit, new, self.clock.now())
                    unit.commit()
                    return new is not None
            except Overtaken:
                continue
        return False

    def leave(self, address: Address) -> None:
        """Forget how to write there; what was to be posted there fails, and is told."""
        with self.ledger.unit() as unit:
            unit.seats.leave(address, self.clock.now())
            unit.commit()
