"""Published days and who holds them; the line, and what is offered to those in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.domain.ids import OfferId, PersonId, ServicePointId, WaitingId
from bot.domain.visits.published_days import VisitDay
from bot.domain.visits.visits import DayTaken
from bot.domain.visits.waiting import Offer, OfferState, Waiting

from .columns import table
from .read_once import read_once
from .tables_visits import HoldRow, OfferRow, VisitDayRow, WaitingRow

DAYS, HOLDS = table(VisitDayRow), table(HoldRow)
WAITING, OFFERS = table(WaitingRow), table(OfferRow)

HELD = (
    select(DAYS.c.day, HOLDS.c.visit, HOLDS.c.offer, WAITING.c.host, OFFERS.c.until)
    .select_from(DAYS)
    .outerjoin(HOLDS, HOLDS.c.day == DAYS.c.day)
    .outerjoin(OFFERS, OFFERS.c.id == HOLDS.c.offer)
    .outerjoin(WAITING, WAITING.c.id == OFFERS.c.waiting)
    .order_by(DAYS.c.day)
)


HELD_SINCE = HELD.where(DAYS.c.day >= bindparam("since"))


class SqlVisitDays:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @read_once
    def since(self, day: date) -> tuple[VisitDay, ...]:
        rows = self.connection.execute(HELD_SINCE, {"since": day})
        return tuple(VisitDay(*row) for row in rows)

    def publish(self, days: Iterable[date]) -> tuple[date, ...]:
        wanted = sorted(set(days))
        known = select(DAYS.c.day).where(DAYS.c.day.in_(wanted))
        there = set(self.connection.execute(known).scalars())
        new = tuple(day for day in wanted if day not in there)
        if new:
            self.connection.execute(insert(DAYS), [{"day": day} for day in new])
        return new

    def withdraw(self, day: date) -> None:
        try:
            with self.connection.begin_nested():
                self.connection.execute(delete(DAYS).where(DAYS.c.day == day))
        except IntegrityError:
            raise DayTaken from None


class SqlWaitingLine:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @read_once
    def all(self) -> tuple[Waiting, ...]:
        rows = self.connection.execute(select(WAITING).order_by(WAITING.c.since, WAITING.c.id))
        return tuple(waiting(row) for row in rows)

    def join(self, waiting: Waiting) -> None:
        values = {
            "id": waiting.id,
            "host": waiting.host,
            "person": waiting.person,
            "since": waiting.since,
            "wishes": waiting.wishes,
        }
        self.connection.execute(insert(WAITING), values)

    def leave(self, waiting: WaitingId) -> None:
        self.connection.execute(delete(WAITING).where(WAITING.c.id == waiting))

    @read_once
    def offers(self) -> tuple[Offer, ...]:
        made = select(OFFERS, WAITING.c.host).join(WAITING, WAITING.c.id == OFFERS.c.waiting)
        rows = self.connection.execute(made.order_by(OFFERS.c.until, OFFERS.c.id))
        return tuple(offer(row) for row in rows)

    def make_offer(self, offer: Offer) -> None:
        values = {
            "id": offer.id,
            "waiting": offer.waiting,
            "day": offer.day,
            "until": offer.until,
            "state": offer.state.value,
        }
        try:
            with self.connection.begin_nested():
                self.connection.execute(insert(OFFERS), values)
                self.connection.execute(insert(HOLDS), {"day": offer.day, "offer": offer.id})
        except IntegrityError:
            raise DayTaken from None

    def end_offer(self, offer: OfferId, state: OfferState) -> None:
        self.connection.execute(delete(HOLDS).where(HOLDS.c.offer == offer))
        here = update(OFFERS).where(OFFERS.c.id == offer)
        self.connection.execute(here, {"state": state.value})


def waiting(row: Row[Any]) -> Waiting:
    person = row.person and PersonId(row.person)
    return Waiting(WaitingId(row.id), ServicePointId(row.host), person, row.since, row.wishes)


def offer(row: Row[Any]) -> Offer:
    return Offer(
        id=OfferId(row.id),
        waiting=WaitingId(row.waiting),
        host=ServicePointId(row.host),
        day=row.day,
        until=row.until,
        state=OfferState(row.state),
    )
