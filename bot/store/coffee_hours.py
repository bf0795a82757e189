"""Coffee hours, who comes to them, and what is proposed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from bot.domain.coffee.hours import CoffeeHour, CoffeeKind, CoffeeState
from bot.domain.coffee.kept import CoffeeChanged, Proposal, ProposalId
from bot.domain.ids import CoffeeHourId, NetworkKey, PersonId, SeriesId, ServicePointId
from bot.domain.names import Name

from .columns import newly, table
from .tables_coffee import CoffeeComerRow, CoffeeHourRow, CoffeeProposalRow

HOURS, COMERS = table(CoffeeHourRow), table(CoffeeComerRow)
PROPOSALS = table(CoffeeProposalRow)


class SqlCoffeeHours:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, hour: CoffeeHourId) -> CoffeeHour | None:
        row = self.connection.execute(select(HOURS).where(HOURS.c.id == hour)).first()
        return None if row is None else value(row)

    def between(self, first: datetime, last: datetime) -> tuple[CoffeeHour, ...]:
        span = HOURS.c.starts.between(first, last)
        rows = self.connection.execute(
            select(HOURS).where(span).order_by(HOURS.c.starts, HOURS.c.id)
        )
        return tuple(value(row) for row in rows)

    def add(self, hour: CoffeeHour) -> bool:
        return newly(self.connection, HOURS, columns(hour))

    def change(self, was: CoffeeHour, now: CoffeeHour) -> None:
        """What was read is compared column by column: the row itself is the revision."""
        as_read = [HOURS.c[name].is_not_distinct_from(read) for name, read in columns(was).items()]
        done = self.connection.execute(update(HOURS).where(*as_read), columns(now))
        if done.rowcount != 1:
            raise CoffeeChanged(was.id)

    def attend(self, hour: CoffeeHourId, person: PersonId, *, comes: bool) -> None:
        if comes:
            newly(self.connection, COMERS, {"hour": hour, "person": person})
            return
        here = (COMERS.c.hour == hour, COMERS.c.person == person)
        self.connection.execute(delete(COMERS).where(*here))

    def comers(self, hour: CoffeeHourId) -> frozenset[PersonId]:
        people = select(COMERS.c.person).where(COMERS.c.hour == hour)
        return frozenset(PersonId(one) for one in self.connection.execute(people).scalars())

    def attended_by(self, person: PersonId) -> frozenset[CoffeeHourId]:
        hours = select(COMERS.c.hour).where(COMERS.c.person == person)
        return frozenset(CoffeeHourId(one) for one in self.connection.execute(hours).scalars())

    def propose(self, proposal: Proposal) -> None:
        row = {
            "id": proposal.id,
            "person": proposal.by,
            "audience": proposal.audience,
            "topic": proposal.topic,
            "guest": proposal.guest,
            "at": proposal.at,
            "open": proposal.open,
        }
        self.connection.execute(insert(PROPOSALS), row)

    def proposals(self) -> tuple[Proposal, ...]:
        still = select(PROPOSALS).where(PROPOSALS.c.open).order_by(PROPOSALS.c.at)
        return tuple(proposed(row) for row in self.connection.execute(still))

    def close(self, proposal: ProposalId) -> None:
        here = update(PROPOSALS).where(PROPOSALS.c.id == proposal)
        self.connection.execute(here, {"open": False})


def columns(hour: CoffeeHour) -> dict[str, Any]:
    return {
        "id": hour.id,
        "audience": hour.audience,
        "kind": hour.kind.value,
        "title_fi": hour.title.fi,
        "title_sv": hour.title.sv,
        "languages": ",".join(hour.languages),
        "starts": hour.starts,
        "length": hour.length,
        "link": hour.link,
        "host": hour.host,
        "guest": hour.guest,
        "topic": hour.topic,
        "state": hour.state.value,
        "head_count": hour.head_count,
        "revision": hour.revision,
        "series": hour.series,
    }


def value(row: Row[Any]) -> CoffeeHour:
    return CoffeeHour(
        id=CoffeeHourId(row.id),
        audience=NetworkKey(row.audience),
        kind=CoffeeKind(row.kind),
        title=Name(row.title_fi, row.title_sv),
        languages=tuple(row.languages.split(",")),
        starts=row.starts.astimezone(UTC),
        length=row.length,
        link=row.link,
        host=row.host and ServicePointId(row.host),
        guest=row.guest,
        topic=row.topic,
        state=CoffeeState(row.state),
        head_count=row.head_count,
        revision=row.revision,
        series=row.series and SeriesId(row.series),
    )


def proposed(row: Row[Any]) -> Proposal:
    return Proposal(
        ProposalId(row.id),
        PersonId(row.person),
        NetworkKey(row.audience),
        row.topic,
        row.guest,
        row.at,
        row.open,
    )
