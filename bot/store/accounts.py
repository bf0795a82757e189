"""Codes that join two accounts, and the joining of all that two people have into one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Column, Connection, Table, and_, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from bot.domain.accounts import Entangled, NoSuchCode
from bot.domain.ids import PersonId

from .columns import table
from .people import PEOPLE, SqlPeople
from .tables import AddressRow, MembershipRow, TalkRow, WishRow
from .tables_links import AccountCodeRow

CODES = table(AccountCodeRow)
EITHER = tuple(table(row) for row in (MembershipRow, WishRow, TalkRow, AddressRow))
"""Where both people may have the same: the row of the one who stays holds."""


class SqlAccounts:
    def __init__(self, connection: Connection, people: SqlPeople, now: datetime) -> None:
        self.connection = connection
        self.people = people
        self.now = now

    def keep(self, digest: str, person: PersonId, until: datetime) -> None:
        gone = (CODES.c.person == person) | (CODES.c.until <= self.now)
        self.connection.execute(delete(CODES).where(gone))
        row = {"digest": digest, "person": person, "until": until}
        self.connection.execute(insert(CODES), row)

    def owner(self, digest: str) -> PersonId | None:
        good = (CODES.c.digest == digest, CODES.c.until > self.now)
        found = self.connection.execute(select(CODES.c.person).where(*good)).scalar()
        return None if found is None else PersonId(found)

    def join(self, digest: str, into: PersonId) -> None:
        owner = self.owner(digest)
        used = delete(CODES).where(CODES.c.digest == digest)
        if owner is None or self.connection.execute(used).rowcount != 1:
            raise NoSuchCode
        for rows in EITHER:
            self.drop_doubles(rows, owner, into)
        try:
            with self.connection.begin_nested():
                for column in theirs():
                    mine = update(column.table).where(column == owner).values({column: into})
                    self.connection.execute(mine)
        except IntegrityError:
            raise Entangled from None
        self.fill_gaps(owner, into)
        self.connection.execute(delete(PEOPLE).where(PEOPLE.c.id == owner))
        self.people.met.clear()

    def drop_doubles(self, rows: Table, owner: PersonId, into: PersonId) -> None:
        others = [column for column in rows.primary_key if column.name != "person"]
        kept = rows.alias()
        same = and_(*(kept.c[column.name] == column for column in others))
        double = select(kept.c.person).where(kept.c.person == into, same).exists()
        self.connection.execute(delete(rows).where(rows.c.person == owner, double))

    def fill_gaps(self, owner: PersonId, into: PersonId) -> None:
        """What the one who stays has not told is taken from what the other has."""
        columns = [PEOPLE.c[name] for name in ("language", "home", "directs", "directs_confirmed")]
        for column in columns[:2]:
            other = select(column).where(PEOPLE.c.id == owner).scalar_subquery()
            gap = (PEOPLE.c.id == into, column.is_(None))
            self.connection.execute(update(PEOPLE).where(*gap).values({column: other}))
        was = self.connection.execute(select(*columns).where(PEOPLE.c.id == owner)).one()
        gap = (PEOPLE.c.id == into, PEOPLE.c.directs.is_(None))
        role = {"directs": was.directs, "directs_confirmed": was.directs_confirmed}
        self.connection.execute(update(PEOPLE).where(*gap), role)


def theirs() -> Iterator[Column[str]]:
    """Every column of the database that names a person."""
    for rows in SQLModel.metadata.sorted_tables:
        for key in rows.foreign_keys:
            if key.column.table is PEOPLE:
                yield key.parent
