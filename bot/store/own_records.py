"""All that is kept of one person, found by what in the database names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    LargeBinary,
    RowMapping,
    Table,
    delete,
    select,
    update,
)

from bot.domain.claims.claims import ClaimState
from bot.domain.ids import PersonId

from .accounts import theirs
from .claims import CLAIMS
from .columns import table
from .files import FILES
from .links import LINKS
from .people import IDENTITIES, PEOPLE, SqlPeople
from .tables_partners import ReportRow

REPORTS = table(ReportRow)


class SqlOwnRecords:
    def __init__(self, connection: Connection, people: SqlPeople) -> None:
        self.connection = connection
        self.people = people

    def everything(self, person: PersonId) -> Mapping[str, object]:
        found = {PEOPLE.name: self.rows(PEOPLE.c.id, person)}
        for column in theirs():
            found.setdefault(column.table.name, []).extend(self.rows(column, person))
        return {kind: rows for kind, rows in found.items() if rows}

    def rows(self, names: Column[str], person: PersonId) -> list[dict[str, Any]]:
        told = select(*telling(names.table)).where(names == person)
        rows = self.connection.execute(told).mappings()
        return [dict(dated(row)) for row in rows]

    def forget(self, person: PersonId, heir: PersonId | None) -> None:
        """What else names the person goes with them, or goes on without them (the keys say)."""
        drafts = (CLAIMS.c.traveller == person, CLAIMS.c.state == ClaimState.DRAFT.value)
        self.connection.execute(delete(CLAIMS).where(*drafts))
        if heir is not None:
            shown = select(REPORTS.c.id).where(REPORTS.c.pictures.contains(FILES.c.id)).exists()
            pictures = update(FILES).where(FILES.c.person == person, shown)
            self.connection.execute(pictures, {"person": heir})
        self.connection.execute(delete(LINKS).where(self.is_theirs(person)))
        self.connection.execute(delete(PEOPLE).where(PEOPLE.c.id == person))
        self.people.met.pop(person, None)

    def is_theirs(self, person: PersonId) -> ColumnElement[bool]:
        """Of links that open once: they are known by the accounts that the person has."""
        same = (IDENTITIES.c.channel == LINKS.c.channel, IDENTITIES.c.external == LINKS.c.external)
        return select(IDENTITIES.c.person).where(IDENTITIES.c.person == person, *same).exists()


def telling(rows: Table) -> Iterable[Column[Any]]:
    """Files' contents can be fetched where they are used, and a digest tells nobody anything."""
    return (
        column
        for column in rows.columns
        if not isinstance(column.type, LargeBinary) and column.name not in ("digest", "sha256")
    )


def dated(row: RowMapping) -> Iterator[tuple[str, Any]]:
    for name in row:
        if (value := row[name]) is not None:
            dates = isinstance(value, date | datetime)
            yield str(name), value.isoformat() if dates else value
