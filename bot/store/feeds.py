"""Calendar feeds."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from bot.domain.ids import PersonId

from .columns import table
from .tables_feeds import FeedRow

FEEDS = table(FeedRow)


class SqlFeeds:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, digest: str, person: PersonId) -> None:
        self.connection.execute(insert(FEEDS), {"digest": digest, "person": person})

    def drop(self, person: PersonId) -> None:
        self.connection.execute(delete(FEEDS).where(FEEDS.c.person == person))

    def has(self, person: PersonId) -> bool:
        theirs = select(FEEDS.c.digest).where(FEEDS.c.person == person).limit(1)
        return self.connection.execute(theirs).first() is not None

    def owner(self, digest: str) -> PersonId | None:
        found = self.connection.execute(select(FEEDS.c.person).where(FEEDS.c.digest == digest))
        person = found.scalar()
        return None if person is None else PersonId(person)
