"""Branches and mobile libraries, accepted and suggested."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from bot.domain.ids import MunicipalityCode, PersonId, ServicePointId
from bot.domain.places import Coordinates
from bot.domain.service_points import ServicePoint, ServicePointKind, Suggestion, library_name

from .columns import table
from .standing import standing
from .tables import ServicePointRow

POINTS = table(ServicePointRow)
ADDED = select(POINTS).where(~POINTS.c.suggested).order_by(POINTS.c.id)


class SqlServicePoints:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @standing
    def added(self) -> tuple[ServicePoint, ...]:
        return tuple(value(row) for row in self.connection.execute(ADDED))

    def suggestions(self) -> tuple[Suggestion, ...]:
        waiting = select(POINTS).where(POINTS.c.suggested).order_by(POINTS.c.id)
        return tuple(
            Suggestion(value(row), PersonId(row.suggested_by or ""))
            for row in self.connection.execute(waiting)
        )

    def suggest(self, suggestion: Suggestion) -> None:
        told = {"suggested": True, "suggested_by": suggestion.by}
        self.connection.execute(insert(POINTS), columns(suggestion.point) | told)

    def keep(self, point: ServicePoint) -> None:
        values = columns(point) | {"suggested": False}
        here = update(POINTS).where(POINTS.c.id == point.id)
        if self.connection.execute(here, values).rowcount == 0:
            self.connection.execute(insert(POINTS), values)

    def refuse(self, point: ServicePointId) -> None:
        suggested = (POINTS.c.id == point, POINTS.c.suggested)
        self.connection.execute(delete(POINTS).where(*suggested))


def columns(point: ServicePoint) -> dict[str, Any]:
    return {
        "id": point.id,
        "municipality": point.municipality,
        "kind": point.kind.value,
        "name_fi": point.name.fi,
        "name_sv": point.name.sv,
        "default_language": point.default_language,
        "active": point.active,
        "latitude": point.coordinates and point.coordinates.latitude,
        "longitude": point.coordinates and point.coordinates.longitude,
        "external_id": point.external_id,
    }


def value(row: Row[Any]) -> ServicePoint:
    located = row.latitude is not None and row.longitude is not None
    return ServicePoint(
        id=ServicePointId(row.id),
        municipality=MunicipalityCode(row.municipality),
        kind=ServicePointKind(row.kind),
        name=library_name(row.name_fi, row.name_sv),
        default_language=row.default_language,
        active=row.active,
        coordinates=Coordinates(row.latitude, row.longitude) if located else None,
        external_id=row.external_id,
    )
