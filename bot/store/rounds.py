"""Rounds as AKE has set them, and who waits for the next."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, and_, delete, insert, select, update

from bot.domain.arrangements import RoundKind, Season
from bot.domain.ids import PersonId
from bot.domain.rounds import Meeting, Round, Window

from .columns import table
from .standing import standing
from .tables_visits import RoundRow, RoundWatcherRow

ROUNDS, WATCHERS = table(RoundRow), table(RoundWatcherRow)
ALL = select(ROUNDS)


class SqlRounds:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @standing
    def kept(self) -> tuple[Round, ...]:
        return tuple(value(row) for row in self.connection.execute(ALL))

    def keep(self, changed: Round) -> None:
        here = and_(
            ROUNDS.c.kind == changed.kind.value,
            ROUNDS.c.year == changed.year,
            ROUNDS.c.season == changed.season.value,
        )
        values = columns(changed)
        if self.connection.execute(update(ROUNDS).where(here), values).rowcount == 0:
            self.connection.execute(insert(ROUNDS), values)

    def watch(self, kind: RoundKind, person: PersonId) -> None:
        if person not in self.watchers(kind):
            row = {"kind": kind.value, "person": person}
            self.connection.execute(insert(WATCHERS), row)

    def watchers(self, kind: RoundKind) -> tuple[PersonId, ...]:
        theirs = select(WATCHERS.c.person).where(WATCHERS.c.kind == kind.value)
        found = self.connection.execute(theirs.order_by(WATCHERS.c.person))
        return tuple(PersonId(person) for person in found.scalars())

    def forget_watcher(self, kind: RoundKind, person: PersonId) -> None:
        here = and_(WATCHERS.c.kind == kind.value, WATCHERS.c.person == person)
        self.connection.execute(delete(WATCHERS).where(here))


def columns(one: Round) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "year": one.year,
        "season": one.season.value,
        "opens_on": one.window and one.window.opens_on,
        "closes_on": one.window and one.window.closes_on,
        "info_begins": one.info_session and one.info_session.begins,
        "info_ends": one.info_session and one.info_session.ends,
    }


def value(row: Row[Any]) -> Round:
    window = Window(row.opens_on, row.closes_on) if row.opens_on and row.closes_on else None
    told = row.info_begins is not None and row.info_ends is not None
    session = Meeting(row.info_begins, row.info_ends) if told else None
    return Round(RoundKind(row.kind), row.year, Season(row.season), window, session)
