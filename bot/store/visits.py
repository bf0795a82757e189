"""Visits, with the days and the people they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Table,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from bot.conversation.ports import Overtaken
from bot.domain.ids import AkePersonId, ConsortiumKey, PersonId, ServicePointId, VisitId
from bot.domain.visits.visits import (
    BoardMeeting,
    DayTaken,
    Media,
    PersonTaken,
    Spoken,
    Topics,
    Visit,
    VisitKind,
    VisitLength,
    VisitState,
)

from .columns import table
from .people import listed, split
from .read_once import read_once
from .tables_visits import CrewRow, GuestRow, HoldRow, VisitRow

VISITS, GUESTS = table(VisitRow), table(GuestRow)
CREW, HOLDS = table(CrewRow), table(HoldRow)

VISIT = select(
    VISITS,
    listed(GUESTS.c.service_point, GUESTS.c.visit == VISITS.c.id).label("guests"),
    listed(CREW.c.ake_person, CREW.c.visit == VISITS.c.id).label("crew"),
).order_by(VISITS.c.day.is_not(None), VISITS.c.day, VISITS.c.made_at, VISITS.c.id)
GUEST_AT = select(GUESTS.c.visit).where(GUESTS.c.service_point == bindparam("point"))
OF = VISIT.where(or_(VISITS.c.host == bindparam("point"), VISITS.c.id.in_(GUEST_AT)))
ALONE = text("SELECT pg_advisory_xact_lock(hashtext(:host))")
ENGAGED = select(CREW.c.day, CREW.c.ake_person).where(CREW.c.day >= bindparam("since"))


class SqlVisits:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.read: dict[VisitId, Visit] = {}
        """As this transaction saw them first."""

    def find(self, visit: VisitId) -> Visit | None:
        return next(iter(self.many(VISITS.c.id == visit)), None)

    @read_once
    def of(self, point: ServicePointId) -> tuple[Visit, ...]:
        return self.seen(self.connection.execute(OF, {"point": point}))

    def since(self, day: date) -> tuple[Visit, ...]:
        return self.many(or_(VISITS.c.day.is_(None), VISITS.c.day >= day))

    def wait_for(self, host: ServicePointId) -> None:
        if self.connection.dialect.name != "sqlite":  # where whoever writes is alone anyway
            self.connection.execute(ALONE, {"host": host})

    def keep(self, visit: Visit) -> None:
        """Any of it or nothing: the row, its guests, its day and its crew.

        Raises Overtaken where somebody has changed it since it was read.
        """
        with self.connection.begin_nested():
            self.write(visit)
            guests = [{"visit": visit.id, "service_point": guest} for guest in visit.guests]
            self.replace(GUESTS, visit, guests)
            self.hold_day(visit)
            self.hold_crew(visit)

    def write(self, visit: Visit) -> None:
        was, values = self.read.pop(visit.id, None), columns(visit)
        as_read = (VISITS.c.revision == was.revision,) if was else ()
        here = update(VISITS).where(VISITS.c.id == visit.id, *as_read)
        if self.connection.execute(here, values).rowcount:
            return
        if was:
            raise Overtaken
        self.connection.execute(insert(VISITS), values)

    def hold_day(self, visit: Visit) -> None:
        rows = [{"day": visit.day, "visit": visit.id}] if visit.holds_day else []
        try:
            self.replace(HOLDS, visit, rows)
        except IntegrityError:
            raise DayTaken from None

    def hold_crew(self, visit: Visit) -> None:
        crew = visit.crew if visit.holds_crew else ()
        rows = [{"visit": visit.id, "ake_person": one, "day": visit.day} for one in crew]
        try:
            self.replace(CREW, visit, rows)
        except IntegrityError:
            raise PersonTaken from None

    def replace(self, of: Table, visit: Visit, rows: list[dict[str, Any]]) -> None:
        self.connection.execute(delete(of).where(of.c.visit == visit.id))
        if rows:
            self.connection.execute(insert(of), rows)

    @read_once
    def engaged(self, since: date) -> Mapping[date, frozenset[AkePersonId]]:
        found: dict[date, set[AkePersonId]] = defaultdict(set)
        for row in self.connection.execute(ENGAGED, {"since": since}):
            found[row.day].add(AkePersonId(row.ake_person))
        return {day: frozenset(people) for day, people in found.items()}

    @read_once
    def loads(self, year: int) -> Mapping[AkePersonId, int]:
        counted = select(CREW.c.ake_person, func.count()).group_by(CREW.c.ake_person)
        within = CREW.c.day.between(date(year, 1, 1), date(year, 12, 31))
        rows = self.connection.execute(counted.where(within))
        return {AkePersonId(person): number for person, number in rows}

    def many(self, condition: ColumnElement[bool]) -> tuple[Visit, ...]:
        return self.seen(self.connection.execute(VISIT.where(condition)))

    def seen(self, rows: Iterable[Row[Any]]) -> tuple[Visit, ...]:
        visits = tuple(map(value, rows))
        for visit in visits:
            self.read.setdefault(visit.id, visit)
        return visits


def columns(visit: Visit) -> dict[str, Any]:
    return {
        "id": visit.id,
        "kind": visit.kind.value,
        "state": visit.state.value,
        "host": visit.host,
        "contact": visit.contact,
        "made_at": visit.made_at,
        "day": visit.day,
        "length": visit.length.value,
        "spoken": visit.spoken.value,
        "joy": visit.topics.joy,
        "problem": visit.topics.problem,
        "other": visit.topics.other,
        "thought_over": visit.topics.thought_over,
        "staff": visit.staff,
        "media": visit.media.value,
        "wished": visit.wished,
        "officials": visit.officials,
        "consortium": visit.meeting and visit.meeting.consortium,
        "begins": visit.meeting and visit.meeting.begins,
        "place": visit.meeting and visit.meeting.place,
        "note": visit.note,
        "revision": visit.revision,
    }


def value(row: Row[Any]) -> Visit:
    return Visit(
        id=VisitId(row.id),
        kind=VisitKind(row.kind),
        state=VisitState(row.state),
        host=ServicePointId(row.host),
        contact=row.contact and PersonId(row.contact),
        made_at=row.made_at,
        day=row.day,
        length=VisitLength(row.length),
        guests=tuple(ServicePointId(guest) for guest in sorted(split(row.guests))),
        crew=tuple(AkePersonId(one) for one in sorted(split(row.crew))),
        spoken=Spoken(row.spoken),
        topics=Topics(row.joy, row.problem, row.other, row.thought_over),
        staff=row.staff,
        media=Media(row.media),
        wished=row.wished,
        officials=row.officials,
        meeting=meeting(row),
        note=row.note,
        revision=row.revision,
    )


def meeting(row: Row[Any]) -> BoardMeeting | None:
    if row.consortium is None:
        return None
    return BoardMeeting(ConsortiumKey(row.consortium), row.begins, row.place)
