"""Forgetting what is no longer needed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Delete, String, Update, cast, delete, select, update

from .claims import RECEIPTS, SqlClaims
from .columns import table
from .files import FILES
from .inbound import INBOUND
from .notifications import NOTIFICATIONS, STUCK
from .tables import TurnRow
from .tables_partners import ReportRow
from .talks import TALKS

TURNS, REPORTS = table(TurnRow), table(ReportRow)
SETTLED = NOTIFICATIONS.c.settled_at


class SqlForgetting:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def turns(self, before: datetime) -> int:
        return self.done(delete(TURNS).where(TURNS.c.at < before))

    def events(self, before: datetime) -> int:
        """One that nobody could carry is dropped as well."""
        old = (INBOUND.c.done_at < before) | (INBOUND.c.came_at < before)
        return self.done(delete(INBOUND).where(old))

    def facts(self, before: datetime) -> int:
        known = cast(NOTIFICATIONS.c.facts, String) != "{}"
        old = update(NOTIFICATIONS).where(before > SETTLED, ~STUCK, known)
        return self.done(old.values(facts={}))

    def stuck(self, before: datetime) -> int:
        return self.done(delete(NOTIFICATIONS).where(before > SETTLED, STUCK))

    def notifications(self, before: datetime) -> int:
        return self.done(delete(NOTIFICATIONS).where(before > SETTLED))

    def receipts(self, before: datetime) -> int:
        """Files of claims invoiced before; one that another claim needs still is kept."""
        return SqlClaims(self.connection).drop_receipts(before.date())

    def loose_files(self, before: datetime) -> int:
        """Files that no claim has as a receipt, no report shows, and no draft names."""
        claimed = select(RECEIPTS.c.file).where(RECEIPTS.c.file == FILES.c.id)
        shown = select(REPORTS.c.id).where(REPORTS.c.pictures.contains(FILES.c.id))
        drafted = select(TALKS.c.person).where(cast(TALKS.c.state, String).contains(FILES.c.id))
        used = (uses.exists() for uses in (claimed, shown, drafted))
        old = FILES.c.came_at < before
        return self.done(delete(FILES).where(old, *(~each for each in used)))

    def done(self, statement: Delete | Update) -> int:
        result: Any = self.connection.execute(statement)
        return int(result.rowcount)
