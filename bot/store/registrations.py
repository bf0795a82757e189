"""Registrations of partner libraries."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from bot.conversation.ports import Overtaken
from bot.domain.ids import PersonId, RegistrationId, RoundId, ServicePointId
from bot.domain.partners.registrations import (
    OPEN,
    Registration,
    RegistrationState,
    RegistrationTaken,
    Told,
)

from .columns import table
from .desk_book import new_revision
from .tables_partners import RegistrationRow

REGISTRATIONS = table(RegistrationRow)
IS_OPEN = REGISTRATIONS.c.state.in_([state.value for state in OPEN])
ALL = select(REGISTRATIONS).order_by(REGISTRATIONS.c.service_point, REGISTRATIONS.c.made_at)


class SqlRegistrations:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.read: dict[RegistrationId, Registration] = {}
        """As this transaction saw them first."""

    def find(self, registration: RegistrationId) -> Registration | None:
        return next(iter(self.many(REGISTRATIONS.c.id == registration)), None)

    def open_at(self, point: ServicePointId) -> Registration | None:
        return next(iter(self.many(IS_OPEN, REGISTRATIONS.c.service_point == point)), None)

    def open_ones(self) -> tuple[Registration, ...]:
        return self.many(IS_OPEN)

    def of_round(self, season: RoundId) -> tuple[Registration, ...]:
        return self.many(REGISTRATIONS.c.round == season)

    def keep(self, registration: Registration) -> None:
        """Raises Overtaken where somebody has changed it since it was read."""
        new_revision(self.connection)  # the desk first, as a coordinator's confirming has it
        try:
            with self.connection.begin_nested():
                self.write(registration)
        except IntegrityError:
            raise RegistrationTaken(registration.point) from None

    def write(self, registration: Registration) -> None:
        was, values = self.read.pop(registration.id, None), columns(registration)
        as_read = columns(was) if was else {"id": registration.id}
        same = [REGISTRATIONS.c[name].is_not_distinct_from(each) for name, each in as_read.items()]
        if self.connection.execute(update(REGISTRATIONS).where(*same), values).rowcount:
            return
        if was:
            raise Overtaken
        self.connection.execute(insert(REGISTRATIONS), values)

    def many(self, *conditions: ColumnElement[bool]) -> tuple[Registration, ...]:
        found = tuple(map(value, self.connection.execute(ALL.where(*conditions))))
        for registration in found:
            self.read.setdefault(registration.id, registration)
        return found


def columns(registration: Registration) -> dict[str, Any]:
    return {
        "id": registration.id,
        "service_point": registration.point,
        "state": registration.state.value,
        "round": registration.round,
        "contact": registration.contact,
        "made_at": registration.made_at,
        "waited": registration.waited,
        **vars(registration.told),
    }


def value(row: Row[Any]) -> Registration:
    told = Told(
        wish=row.wish,
        cooperation=row.cooperation,
        swedish=row.swedish,
        staff=row.staff,
        dates=row.dates,
        restriction=row.restriction,
        reach=row.reach,
    )
    return Registration(
        id=RegistrationId(row.id),
        point=ServicePointId(row.service_point),
        state=RegistrationState(row.state),
        told=told,
        contact=row.contact and PersonId(row.contact),
        made_at=row.made_at,
        round=row.round and RoundId(row.round),
        waited=row.waited,
    )
