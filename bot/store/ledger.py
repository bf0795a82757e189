"""Where units of work come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from bot.conversation.ports import Clock, Overtaken

from .unit import SqlUnit

GIVEN_WAY = ("40001", "40P01")
"""What Postgres calls the undoing of one of two that cannot both go on: serialization, deadlock."""


@dataclass(frozen=True)
class SqlLedger:
    """Where units of work come from."""

    engine: Engine
    clock: Clock
    coordinators: frozenset[str] = field(default=frozenset())
    found: set[str] = field(default_factory=set)
    """Identities that a channel has found to be coordinators, as members of a group."""

    def appoint(self, channel: str, ids: Iterable[str]) -> None:
        """Let those be coordinators whom a channel has found to be, and nobody else of it."""
        now = {f"{channel}:{each}" for each in ids}
        self.found.update(now)
        gone = {each for each in self.found - now if each.startswith(f"{channel}:")}
        self.found.difference_update(gone)

    @contextmanager
    def unit(self) -> Iterator[SqlUnit]:
        """A transaction that is undone unless it is committed.

        Raises Overtaken where the database undid it, because two waited for each other.
        """
        with self.engine.connect() as connection:
            try:
                yield SqlUnit(connection, self.coordinators | self.found, self.clock.now())
            except OperationalError as error:
                if getattr(error.orig, "sqlstate", "") in GIVEN_WAY:
                    raise Overtaken from None
                raise
