"""What changes seldom is kept from one transaction to the next, for as long as it stands.

Rounds, AKE's people, branches and pairs change a few times a year, and are read in every turn.
The database gives all of them together an edition, which its triggers count up with each change.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, event, select

from .columns import table
from .read_once import Known, Repository, remembered, within
from .tables import EditionRow

EDITION = select(table(EditionRow).c.number)
MEMORY, STANDS = "memory", "stands"
"""Under these the connection knows its engine's memory, and what stands in its transaction."""

MOST = 1_000
"""So much is kept: days come into what is asked, and go by."""

R = TypeVar("R", bound=Repository)
P = ParamSpec("P")
T = TypeVar("T")


@dataclass
class Memory:
    """What was read of the edition seen last; each engine has one, for all its threads."""

    latest: tuple[int, Known] = field(default_factory=lambda: (0, {}))

    def of(self, edition: int) -> Known:
        latest, known = self.latest
        if latest != edition or len(known) > MOST:
            known = {}
            self.latest = (edition, known)
        return known


def standing(read: Callable[Concatenate[R, P], T]) -> Callable[Concatenate[R, P], T]:
    """A repository's method that reads only tables whose triggers make a new edition.

    What it returns is shared by all who ask, now and later, so it must not be changed.
    """
    return remembered(read, stands)


def stands(connection: Connection) -> Known:
    """What was read of the edition; where the transaction has written, what it alone may know."""
    if STANDS not in connection.info:
        tell(connection, connection.execute(EDITION).scalar_one())
    found: Known | None = connection.info[STANDS]
    return within(connection) if found is None else found


def tell(connection: Connection, edition: int) -> None:
    """The edition was read along with something else.

    It has to be read before what is kept under it: what is newer than its edition is read anew
    later for nothing, but what is older would be believed. An edition of one's own making, which
    may be undone, is none.
    """
    if connection.info.get(STANDS, {}) is not None:
        connection.info[STANDS] = connection.info[MEMORY].of(edition)


def forget(connection: Connection) -> None:
    connection.info.pop(STANDS, None)


def wrote(connection: Connection) -> None:
    connection.info[STANDS] = None


def give_memory(engine: Engine) -> None:
    memory = Memory()
    event.listen(
        engine, "connect", lambda _connection, record: record.info.__setitem__(MEMORY, memory)
    )
