"""AKE's own people and their absences."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from bot.domain.ids import AbsenceId, AkePersonId, PersonId
from bot.domain.languages import Language
from bot.domain.visits.ake_people import Absence, AkePerson, AkeRole

from .columns import table
from .standing import standing
from .tables_visits import AbsenceRow, AkePersonRow

PEOPLE, ABSENCES = table(AkePersonRow), table(AbsenceRow)
ALL = select(PEOPLE).order_by(PEOPLE.c.name, PEOPLE.c.id)
AWAY_SINCE = (
    select(ABSENCES)
    .where(ABSENCES.c.last >= bindparam("since"))
    .order_by(ABSENCES.c.first, ABSENCES.c.id)
)


class SqlAkePeople:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @standing
    def all(self) -> tuple[AkePerson, ...]:
        return tuple(value(row) for row in self.connection.execute(ALL))

    def keep(self, person: AkePerson) -> None:
        values = columns(person)
        here = update(PEOPLE).where(PEOPLE.c.id == person.id)
        if self.connection.execute(here, values).rowcount == 0:
            self.connection.execute(insert(PEOPLE), values)

    @standing
    def absences(self, since: date) -> tuple[Absence, ...]:
        rows = self.connection.execute(AWAY_SINCE, {"since": since})
        return tuple(
            Absence(AbsenceId(row.id), AkePersonId(row.ake_person), row.first, row.last)
            for row in rows
        )

    def keep_absence(self, absence: Absence) -> None:
        values = {
            "id": absence.id,
            "ake_person": absence.person,
            "first": absence.first,
            "last": absence.last,
        }
        self.connection.execute(insert(ABSENCES), values)

    def drop_absence(self, absence: AbsenceId) -> None:
        self.connection.execute(delete(ABSENCES).where(ABSENCES.c.id == absence))


def columns(person: AkePerson) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "languages": ",".join(sorted(person.languages)),
        "roles": ",".join(sorted(person.roles)),
        "person": person.person,
        "active": person.active,
    }


def value(row: Row[Any]) -> AkePerson:
    return AkePerson(
        id=AkePersonId(row.id),
        name=row.name,
        languages=frozenset(map(Language, filter(None, row.languages.split(",")))),
        roles=frozenset(map(AkeRole, filter(None, row.roles.split(",")))),
        person=row.person and PersonId(row.person),
        active=row.active,
    )
