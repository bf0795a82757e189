"""The tables of rounds and visits. What must never happen twice is a constraint here."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel


class RoundRow(SQLModel, table=True):
    """A round whose days AKE has set; others are as the region has them."""

    __tablename__ = "rounds"
    __table_args__ = (CheckConstraint("opens_on <= closes_on", name="in_order"),)

    kind: str = Field(primary_key=True, max_length=16)
    year: int = Field(primary_key=True)
    season: str = Field(primary_key=True, max_length=8)
    opens_on: date | None
    closes_on: date | None
    info_begins: datetime | None
    info_ends: datetime | None


class RoundWatcherRow(SQLModel, table=True):
    """Somebody who wants to hear when the next round of a kind opens."""

    __tablename__ = "round_watchers"

    kind: str = Field(primary_key=True, max_length=16)
    person: str = Field(primary_key=True, foreign_key="people.id", ondelete="CASCADE")


class AkePersonRow(SQLModel, table=True):
    """One of AKE's own people; languages and roles are joined by commas."""

    __tablename__ = "ake_people"

    id: str = Field(primary_key=True, max_length=32)
    name: str = Field(max_length=200)
    languages: str = Field(max_length=8)
    roles: str = Field(max_length=64)
    person: str | None = Field(foreign_key="people.id", index=True, ondelete="SET NULL")
    active: bool = True


class AbsenceRow(SQLModel, table=True):
    __tablename__ = "absences"
    __table_args__ = (CheckConstraint("first <= last", name="in_order"),)

    id: str = Field(primary_key=True, max_length=32)
    ake_person: str = Field(foreign_key="ake_people.id", index=True, ondelete="CASCADE")
    first: date
    last: date = Field(index=True)


class VisitRow(SQLModel, table=True):
    __tablename__ = "visits"
    __table_args__ = (
        CheckConstraint("state IN ('wished', 'booked', 'cancelled')", name="state"),
        CheckConstraint("state <> 'booked' OR day IS NOT NULL", name="booked_has_day"),
    )

    id: str = Field(primary_key=True, max_length=32)
    kind: str = Field(max_length=16)
    state: str = Field(max_length=16)
    host: str = Field(index=True, max_length=64)
    contact: str | None = Field(foreign_key="people.id", index=True, ondelete="SET NULL")
    made_at: datetime
    day: date | None = Field(index=True)
    length: str = Field(max_length=16)
    spoken: str = Field(max_length=8)
    joy: str
    problem: str
    other: str
    thought_over: bool
    staff: int | None
    media: str = Field(max_length=32)
    wished: str
    officials: bool
    consortium: str | None = Field(max_length=64)
    begins: time | None
    place: str | None
    note: str
    revision: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class GuestRow(SQLModel, table=True):
    """A library that joins in at another's."""

    __tablename__ = "visit_guests"

    visit: str = Field(primary_key=True, foreign_key="visits.id", ondelete="CASCADE")
    service_point: str = Field(primary_key=True, index=True, max_length=64)


class CrewRow(SQLModel, table=True):
    """Who of AKE goes. Nobody goes on two visits in one day."""

    __tablename__ = "visit_crew"
    __table_args__ = (UniqueConstraint("ake_person", "day", name="one_visit_a_day"),)

    visit: str = Field(primary_key=True, foreign_key="visits.id", ondelete="CASCADE")
    ake_person: str = Field(primary_key=True, foreign_key="ake_people.id", ondelete="CASCADE")
    day: date = Field(index=True)


class VisitDayRow(SQLModel, table=True):
    """A day published for informaticians' visits."""

    __tablename__ = "visit_days"

    day: date = Field(primary_key=True)


class WaitingRow(SQLModel, table=True):
    """A library's place in the line; it stands there once."""

    __tablename__ = "waiting"

    id: str = Field(primary_key=True, max_length=32)
    host: str = Field(unique=True, max_length=64)
    person: str | None = Field(foreign_key="people.id", index=True, ondelete="SET NULL")
    since: datetime = Field(index=True)
    wishes: str


class OfferRow(SQLModel, table=True):
    __tablename__ = "offers"

    id: str = Field(primary_key=True, max_length=32)
    waiting: str = Field(foreign_key="waiting.id", index=True, ondelete="CASCADE")
    day: date
    until: datetime
    state: str = Field(max_length=16)


class HoldRow(SQLModel, table=True):
    """Who holds a published day: one visit or one offer, never two."""

    __tablename__ = "visit_day_holds"
    __table_args__ = (CheckConstraint("(visit IS NULL) <> (offer IS NULL)", name="by_one"),)

    day: date = Field(primary_key=True, foreign_key="visit_days.day")
    visit: str | None = Field(foreign_key="visits.id", unique=True, ondelete="CASCADE")
    offer: str | None = Field(foreign_key="offers.id", unique=True, ondelete="CASCADE")
