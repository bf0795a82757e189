"""Links that open once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from bot.conversation.links import KNOWN, Link
from bot.conversation.turns import Sender

from .columns import table
from .tables_links import LinkRow

LINKS = table(LinkRow)


class SqlLinks:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self.connection = connection
        self.now = now

    def keep(self, digest: str, link: Link, until: datetime) -> None:
        """Those that open no more go after a while, so that nothing is kept in vain."""
        self.connection.execute(delete(LINKS).where(LINKS.c.until < self.now - KNOWN))
        row = {
            "digest": digest,
            "channel": link.sender.channel,
            "external": link.sender.id,
            "name": link.sender.name[:200],
            "what": link.what,
            "about": dict(link.about),
            "facts": dict(link.facts),
            "until": until,
        }
        self.connection.execute(insert(LINKS), row)

    def find(self, digest: str, now: datetime) -> Link | None:
        good = (LINKS.c.digest == digest, LINKS.c.until > now, LINKS.c.used_at.is_(None))
        row = self.connection.execute(select(LINKS).where(*good)).first()
        return None if row is None else value(row)

    def owner(self, digest: str) -> Sender | None:
        row = self.connection.execute(select(LINKS).where(LINKS.c.digest == digest)).first()
        return None if row is None else value(row).sender

    def use(self, digest: str, now: datetime) -> Link | None:
        good = (LINKS.c.digest == digest, LINKS.c.until > now, LINKS.c.used_at.is_(None))
        used = update(LINKS).where(*good).values(used_at=now).returning(LINKS)
        row = self.connection.execute(used).first()
        return None if row is None else value(row)


def value(row: Row[Any]) -> Link:
    return Link(Sender(row.channel, row.external, row.name), row.what, row.about, row.facts)
