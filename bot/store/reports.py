"""Reports of partners' visits."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.conversation.ports import Overtaken
from bot.domain.ids import PartnerVisitId, PersonId, ReportId, ServicePointId
from bot.domain.partners.reports import Report

from .columns import table
from .people import split
from .tables_partners import ReportRow

REPORTS = table(ReportRow)
ALL = select(REPORTS).order_by(REPORTS.c.made_at.desc(), REPORTS.c.id)


class SqlReports:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, report: ReportId) -> Report | None:
        return next(iter(self.many(ALL.where(REPORTS.c.id == report))), None)

    def of(self, visit: PartnerVisitId) -> tuple[Report, ...]:
        return self.many(ALL.where(REPORTS.c.visit == visit))

    def all(self) -> tuple[Report, ...]:
        return self.many(ALL)

    def keep(self, report: Report) -> None:
        """Where a colleague was quicker with the same library's report, the turn is begun anew."""
        values = columns(report)
        here = update(REPORTS).where(REPORTS.c.id == report.id)
        if self.connection.execute(here, values).rowcount == 0:
            try:
                self.connection.execute(insert(REPORTS), values)
            except IntegrityError:
                raise Overtaken from None

    def many(self, wanted: Select[Any]) -> tuple[Report, ...]:
        return tuple(value(row) for row in self.connection.execute(wanted))


def columns(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "visit": report.visit,
        "service_point": report.point,
        "person": report.person,
        "text": report.text,
        "links": report.links,
        "pictures": ",".join(report.pictures),
        "publish": report.publish,
        "made_at": report.made_at,
    }


def value(row: Row[Any]) -> Report:
    return Report(
        id=ReportId(row.id),
        visit=PartnerVisitId(row.visit),
        point=ServicePointId(row.service_point),
        person=row.person and PersonId(row.person),
        text=row.text,
        publish=row.publish,
        made_at=row.made_at,
        links=row.links,
        pictures=tuple(split(row.pictures)),
    )
