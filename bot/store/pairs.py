"""Pairs of partner libraries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.domain.ids import PairId, RegistrationId, RoundId, ServicePointId
from bot.domain.partners.pairs import Member, Pair, PairedAlready

from .columns import table
from .desk_book import new_revision
from .standing import standing
from .tables_partners import PairMemberRow, PairRow

PAIRS, MEMBERS = table(PairRow), table(PairMemberRow)
ALL = (
    select(PAIRS, MEMBERS.c.service_point, MEMBERS.c.registration)
    .join(MEMBERS, MEMBERS.c.pair == PAIRS.c.id)
    .order_by(PAIRS.c.confirmed_on, PAIRS.c.id, MEMBERS.c.service_point)
)


STILL_AT = select(MEMBERS.c.pair).where(
    MEMBERS.c.service_point == bindparam("point"), MEMBERS.c.ended_on.is_(None)
)
ACTIVE_AT = ALL.where(PAIRS.c.id.in_(STILL_AT))


class SqlPairs:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, pair: PairId) -> Pair | None:
        return next(iter(self.many(ALL.where(PAIRS.c.id == pair))), None)

    @standing
    def active_at(self, point: ServicePointId) -> Pair | None:
        return next(iter(self.many(ACTIVE_AT, {"point": point})), None)

    @standing
    def all(self) -> tuple[Pair, ...]:
        return self.many(ALL)

    def keep(self, pair: Pair) -> None:
        new_revision(self.connection)
        values = {"round": pair.round, "confirmed_on": pair.confirmed_on, "ended_on": pair.ended_on}
        here = update(PAIRS).where(PAIRS.c.id == pair.id)
        if self.connection.execute(here, values).rowcount:
            ended = update(MEMBERS).where(MEMBERS.c.pair == pair.id)
            self.connection.execute(ended, {"ended_on": pair.ended_on})
        else:
            self.add(pair, {"id": pair.id, **values})

    def add(self, pair: Pair, values: dict[str, Any]) -> None:
        members = [
            {
                "pair": pair.id,
                "service_point": member.point,
                "registration": member.registration,
                "ended_on": pair.ended_on,
            }
            for member in pair.members
        ]
        try:
            with self.connection.begin_nested():
                self.connection.execute(insert(PAIRS), values)
                self.connection.execute(insert(MEMBERS), members)
        except IntegrityError:
            raise PairedAlready(pair.points) from None

    def many(self, wanted: Select[Any], named: Mapping[str, Any] = {}) -> tuple[Pair, ...]:
        found: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in self.connection.execute(wanted, named):
            found[row.id].append(row)
        return tuple(value(rows) for rows in found.values())


def value(rows: Iterable[Row[Any]]) -> Pair:
    first, *others = rows
    return Pair(
        id=PairId(first.id),
        round=RoundId(first.round),
        members=tuple(
            Member(ServicePointId(row.service_point), RegistrationId(row.registration))
            for row in (first, *others)
        ),
        confirmed_on=first.confirmed_on,
        ended_on=first.ended_on,
    )
