"""Codes that join two accounts, and the joining of all that two people have into one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Column, Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from bot.domain.accounts import Entangled, NoSuchCode
from bot.domain.ids import PersonId

from .columns import newly, table
from .notifications import NOTIFICATIONS as LETTERS
from .people import PEOPLE, SqlPeople
from .tables_links import AccountCodeRow, AccountMissRow

CODES = table(AccountCodeRow)
MISSES = table(AccountMissRow)
REMEMBERED = timedelta(days=1)
"""How long a wrong code counts at most."""


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

    def miss(self, person: PersonId, at: datetime) -> None:
        self.connection.execute(delete(MISSES).where(MISSES.c.at < self.now - REMEMBERED))
        newly(self.connection, MISSES, {"person": person, "at": at})

    def misses(self, person: PersonId, since: datetime) -> int:
        theirs = (MISSES.c.person == person, MISSES.c.at > since)
        counted = select(func.count()).select_from(MISSES).where(*theirs)
        return int(self.connection.execute(counted).scalar_one())

    def join(self, digest: str, into: PersonId) -> None:
        owner = self.owner(digest)
        used = delete(CODES).where(CODES.c.digest == digest)
        if owner is None or self.connection.execute(used).rowcount != 1:
            raise NoSuchCode
        try:
            with self.connection.begin_nested():
                self.one_letter_each(owner, into)
                for column in theirs():
                    self.drop_doubles(column, owner, into)
                    mine = update(column.table).where(column == owner).values({column: into})
                    self.connection.execute(mine)
        except IntegrityError:
            raise Entangled from None
        self.fill_gaps(owner, into)
        self.connection.execute(delete(PEOPLE).where(PEOPLE.c.id == owner))
        self.people.met.clear()

    def drop_doubles(self, names: Column[str], owner: PersonId, into: PersonId) -> None:
        """Where a person can have a thing only once, that of the one who stays holds."""
        rows = names.table
        if not names.primary_key:
            return
        kept = rows.alias()
        others = [column for column in rows.primary_key if column is not names]
        same = [kept.c[column.name] == column for column in others]
        double = select(kept.c[names.name]).where(kept.c[names.name] == into, *same).exists()
        self.connection.execute(delete(rows).where(names == owner, double))

    def one_letter_each(self, owner: PersonId, into: PersonId) -> None:
        """What both were to be told they are told once: a letter's key names its recipient."""
        key = func.replace(LETTERS.c.key, owner, into)
        both = LETTERS.alias()
        double = select(both.c.id).where(both.c.key == key, both.c.id != LETTERS.c.id).exists()
        theirs = LETTERS.c.person == owner
        self.connection.execute(delete(LETTERS).where(theirs, double))
        self.connection.execute(update(LETTERS).where(theirs).values(key=key))

    def fill_gaps(self, owner: PersonId, into: PersonId) -> None:
        """What the one who stays has not told is taken from what the other has."""
        for column in (PEOPLE.c.language, PEOPLE.c.client_language, PEOPLE.c.home):
            other = select(column).where(PEOPLE.c.id == owner).scalar_subquery()
            gap = (PEOPLE.c.id == into, column.is_(None))
            self.connection.execute(update(PEOPLE).where(*gap).values({column: other}))
        told = select(PEOPLE.c.directs, PEOPLE.c.directs_confirmed)
        was = self.connection.execute(told.where(PEOPLE.c.id == owner)).one()
        gap = (PEOPLE.c.id == into, PEOPLE.c.directs.is_(None))
        role = {"directs": was.directs, "directs_confirmed": was.directs_confirmed}
        self.connection.execute(update(PEOPLE).where(*gap), role)


def theirs() -> Iterator[Column[str]]:
    """Every column of the database that names a person."""
    for rows in SQLModel.metadata.sorted_tables:
        for key in rows.foreign_keys:
            if key.column.table is PEOPLE:
                yield key.parent
