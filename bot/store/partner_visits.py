"""Visits of partner libraries to each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, exists, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from bot.conversation.ports import Overtaken
from bot.domain.ids import PairId, PartnerVisitId, ServicePointId
from bot.domain.partners.visits import Consent, Item, Notice, Outline, PartnerVisit

from .columns import table
from .people import split
from .tables_partners import PartnerVisitRow, ReportRow

VISITS, REPORTS = table(PartnerVisitRow), table(ReportRow)
ALL = select(VISITS, exists().where(REPORTS.c.visit == VISITS.c.id).label("reported")).order_by(
    VISITS.c.day.is_not(None), VISITS.c.day, VISITS.c.made_at, VISITS.c.id
)


class SqlPartnerVisits:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, visit: PartnerVisitId) -> PartnerVisit | None:
        return next(iter(self.many(VISITS.c.id == visit)), None)

    def of_pairs(self, pairs: Iterable[PairId]) -> tuple[PartnerVisit, ...]:
        return self.many(VISITS.c.pair.in_(list(pairs)))

    def since(self, day: date) -> tuple[PartnerVisit, ...]:
        return self.many(or_(VISITS.c.day.is_(None), VISITS.c.day >= day))

    def keep(self, visit: PartnerVisit) -> None:
        values = columns(visit) | {"revision": visit.revision + 1}
        if visit.revision == 0:
            return self.add(values)
        here = (VISITS.c.id == visit.id, VISITS.c.revision == visit.revision)
        if self.connection.execute(update(VISITS).where(*here), values).rowcount == 0:
            raise Overtaken
        return None

    def add(self, values: dict[str, Any]) -> None:
        try:
            self.connection.execute(insert(VISITS), values)
        except IntegrityError:
            raise Overtaken from None

    def many(self, condition: ColumnElement[bool]) -> tuple[PartnerVisit, ...]:
        return tuple(value(row) for row in self.connection.execute(ALL.where(condition)))


def columns(visit: PartnerVisit) -> dict[str, Any]:
    outline, notice = visit.outline, visit.notice
    return {
        "id": visit.id,
        "pair": visit.pair,
        "host": visit.host,
        "guests": ",".join(visit.guests),
        "made_at": visit.made_at,
        "asked_by": visit.asked_by,
        "suggested": ",".join(day.isoformat() for day in visit.suggested),
        "day": visit.day,
        "items": ",".join(outline.items) if outline else None,
        "outline": outline.words if outline else "",
        "wellbeing": bool(outline and outline.wellbeing),
        "notified_on": notice and notice.on,
        "participants": notice and notice.participants,
        "travel": notice.travel if notice else "",
        "late": bool(notice and notice.late),
        "consent": visit.consent.value,
        "cancelled": visit.cancelled,
    }


def value(row: Row[Any]) -> PartnerVisit:
    return PartnerVisit(
        id=PartnerVisitId(row.id),
        pair=PairId(row.pair),
        host=ServicePointId(row.host),
        guests=tuple(map(ServicePointId, split(row.guests))),
        made_at=row.made_at,
        asked_by=ServicePointId(row.asked_by),
        suggested=tuple(map(date.fromisoformat, split(row.suggested))),
        day=row.day,
        outline=outline(row),
        notice=notice(row),
        consent=Consent(row.consent),
        cancelled=row.cancelled,
        reported=bool(row.reported),
        revision=row.revision,
    )


def outline(row: Row[Any]) -> Outline | None:
    if row.items is None:
        return None
    return Outline(tuple(map(Item, split(row.items))), row.outline, row.wellbeing)


def notice(row: Row[Any]) -> Notice | None:
    if row.notified_on is None:
        return None
    return Notice(row.notified_on, row.participants, row.travel, row.late)
