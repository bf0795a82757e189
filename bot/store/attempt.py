"""Undoing what a part of a transaction did, at no cost where it only read."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from sqlalchemy import Connection, NestedTransaction

ATTEMPT = "attempt"
"""Under this the connection knows of the attempt that is going on."""


class Attempt:
    """A savepoint that is set before the first statement that may write.

    Most of what dialogs say by themselves only reads, and on Postgres every savepoint is two
    journeys to the database.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.known: dict[Any, Any] = connection.info
        """Held here, for a connection whose line broke does not tell it."""
        self.savepoint: NestedTransaction | None = None
        self.around: Attempt | None = None
        self.begun = False

    def __enter__(self) -> None:
        self.around = self.known.get(ATTEMPT)
        self.known[ATTEMPT] = self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.known[ATTEMPT] = self.around
        if self.savepoint is None:
            return
        if error is None:
            self.savepoint.commit()
        else:
            self.savepoint.rollback()

    def begin(self) -> None:
        """Set the savepoint, and first those of the attempts that this one is part of."""
        if self.begun:
            return
        self.begun = True
        if self.around is not None:
            self.around.begin()
        self.savepoint = self.connection.begin_nested()


def begin(connection: Connection) -> None:
    """Set the savepoint of the attempt that is going on, where there is one."""
    attempt = connection.info.get(ATTEMPT)
    if isinstance(attempt, Attempt):
        attempt.begin()
