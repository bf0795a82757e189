"""What AKE records around claims: errands, named members, and the grant of each year."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from bot.domain.claims.books import Recorded
from bot.domain.claims.cover import Cost, Cover, Exceptions, Payer, Reason, Ruling
from bot.domain.claims.errands import ErrandId, ErrandKind
from bot.domain.claims.members import Member
from bot.domain.claims.travellers import Traveller, written_alike
from bot.domain.ids import MunicipalityCode, NetworkKey, ServicePointId

from .columns import table
from .tables_claims import ErrandRow, ExceptionRow, GrantRow, MemberRow

ERRANDS, MEMBERS = table(ErrandRow), table(MemberRow)
GRANTS, EXCEPTIONS = table(GrantRow), table(ExceptionRow)


class SqlErrands:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, errand: ErrandId) -> Recorded | None:
        row = self.connection.execute(select(ERRANDS).where(ERRANDS.c.id == errand)).first()
        return None if row is None else recorded(row)

    def since(self, day: date) -> tuple[Recorded, ...]:
        newest = select(ERRANDS).order_by(ERRANDS.c.first.desc(), ERRANDS.c.id)
        rows = self.connection.execute(newest.where(ERRANDS.c.last >= day))
        return tuple(recorded(row) for row in rows)

    def keep(self, errand: Recorded) -> None:
        values = {
            "id": errand.id,
            "kind": errand.kind.value,
            "place": errand.place,
            "first": errand.first,
            "last": errand.last,
            "network": errand.group,
            "who": errand.who,
            "employer": errand.employer,
        }
        here = update(ERRANDS).where(ERRANDS.c.id == errand.id)
        if self.connection.execute(here, values).rowcount == 0:
            self.connection.execute(insert(ERRANDS), values)

    def remove(self, errand: ErrandId) -> None:
        self.connection.execute(delete(ERRANDS).where(ERRANDS.c.id == errand))


def recorded(row: Row[Any]) -> Recorded:
    return Recorded(
        id=ErrandId(row.id),
        kind=ErrandKind(row.kind),
        place=ServicePointId(row.place),
        first=row.first,
        last=row.last,
        group=row.network and NetworkKey(row.network),
        who=row.who,
        employer=row.employer and MunicipalityCode(row.employer),
    )


class SqlMembers:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def of(self, group: NetworkKey, year: int) -> tuple[Member, ...]:
        return tuple(one for one in self.all() if (one.group, one.year) == (group, year))

    def all(self) -> tuple[Member, ...]:
        ordered = select(MEMBERS).order_by(MEMBERS.c.network, MEMBERS.c.year, MEMBERS.c.name)
        return tuple(
            Member(NetworkKey(row.network), row.year, Traveller(row.written))
            for row in self.connection.execute(ordered)
        )

    def replace(self, group: NetworkKey, year: int, members: Collection[Member]) -> None:
        old = (MEMBERS.c.network == group) & (MEMBERS.c.year == year)
        self.connection.execute(delete(MEMBERS).where(old))
        names = {written_alike(one.who.name)[:200]: one.who.name[:200] for one in members}
        rows = [
            {"network": group, "year": year, "name": name, "written": written}
            for name, written in names.items()
        ]
        if rows:
            self.connection.execute(insert(MEMBERS), rows)


class SqlGrants:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def planned(self, year: int) -> int | None:
        found = select(GRANTS.c.planned).where(GRANTS.c.year == year)
        cents: int | None = self.connection.execute(found).scalar()
        return cents

    def plan(self, year: int, cents: int) -> None:
        here = update(GRANTS).where(GRANTS.c.year == year)
        if self.connection.execute(here, {"planned": cents}).rowcount == 0:
            self.connection.execute(insert(GRANTS), {"year": year, "planned": cents})

    def exceptions(self, year: int) -> Exceptions:
        rows = self.connection.execute(select(EXCEPTIONS).where(EXCEPTIONS.c.year == year))
        return {
            (ErrandKind(row.kind), Cost(row.cost)): Ruling(
                Cover(row.cover), Reason(row.reason), Payer(row.payer)
            )
            for row in rows
        }

    def set_exceptions(self, year: int, exceptions: Exceptions) -> None:
        self.connection.execute(delete(EXCEPTIONS).where(EXCEPTIONS.c.year == year))
        rows = [
            {
                "year": year,
                "kind": kind.value,
                "cost": cost.value,
                "cover": ruling.cover.value,
                "reason": ruling.reason.value,
                "payer": ruling.payer.value,
            }
            for (kind, cost), ruling in exceptions.items()
        ]
        if rows:
            self.connection.execute(insert(EXCEPTIONS), rows)
