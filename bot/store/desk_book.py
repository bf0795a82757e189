"""The pairing desk: its revision, the coordinators' wishes, and the proposal as last worked out."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.conversation.ports import Overtaken
from bot.domain.ids import RoundId, ServicePointId
from bot.domain.pairing.candidates import Members
from bot.domain.pairing.price import Price
from bot.domain.partners.desk_book import Solved, Stale, Wish, WishKind

from .columns import table
from .tables_partners import DeskRow, PairWishRow

DESK, WISHES = table(DeskRow), table(PairWishRow)
JSON = dict[str, Any]


def new_revision(connection: Connection) -> None:
    """Whatever the proposal stands on has changed."""
    upsert: Any = sqlite_insert if connection.dialect.name == "sqlite" else postgres_insert
    first = upsert(DESK).values(id=1, revision=1)
    next_one = {"revision": DESK.c.revision + 1}
    connection.execute(first.on_conflict_do_update(index_elements=["id"], set_=next_one))


class SqlDeskBook:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def revision(self) -> int:
        return self.connection.execute(select(DESK.c.revision)).scalar() or 0

    def solved(self, revision: int) -> Solved | None:
        kept = select(DESK.c.solved).where(DESK.c.solved_for == revision)
        solved: JSON | None = self.connection.execute(kept).scalar()
        return None if solved is None else solved_from_json(solved)

    def keep(self, solved: Solved, revision: int) -> None:
        if revision == 0:
            return
        kept = {"solved_for": revision, "solved": solved_to_json(solved)}
        here = update(DESK).where(DESK.c.revision == revision)
        if self.connection.execute(here, kept).rowcount == 0:
            raise Overtaken

    def claim(self, revision: int) -> None:
        next_one = update(DESK).where(DESK.c.revision == revision).values(revision=revision + 1)
        if self.connection.execute(next_one).rowcount:
            return
        if revision or self.revision():
            raise Stale
        new_revision(self.connection)

    def wishes(self, season: RoundId) -> frozenset[Wish]:
        rows = self.connection.execute(select(WISHES).where(WISHES.c.round == season))
        return frozenset(Wish(WishKind(row.kind), members(row.members)) for row in rows)

    def hold(self, season: RoundId, wishes: frozenset[Wish]) -> None:
        self.connection.execute(delete(WISHES).where(WISHES.c.round == season))
        rows = [
            {"round": season, "kind": wish.kind.value, "members": joined(wish.members)}
            for wish in wishes
        ]
        if rows:
            self.connection.execute(insert(WISHES), rows)


def joined(points: Members) -> str:
    return ",".join(sorted(points))


def members(text: str) -> Members:
    return frozenset(ServicePointId(point) for point in text.split(","))


def solved_to_json(solved: Solved) -> JSON:
    prices = [
        [wish.kind.value, joined(wish.members), list(vars(price).values())]
        for wish, price in solved.prices.items()
    ]
    groups = [list(group) for group in solved.groups]
    return {"groups": groups, "waiting": list(solved.waiting), "prices": prices}


def solved_from_json(kept: JSON) -> Solved:
    return Solved(
        tuple(tuple(map(ServicePointId, group)) for group in kept["groups"]),
        tuple(map(ServicePointId, kept["waiting"])),
        {
            Wish(WishKind(kind), members(text)): Price(*numbers)
            for kind, text, numbers in kept["prices"]
        },
    )
