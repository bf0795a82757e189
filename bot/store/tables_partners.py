"""The tables of partner libraries. What must never happen twice is a constraint here."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

OPEN = text("state IN ('draft', 'submitted', 'waiting')")
ACTIVE = text("ended_on IS NULL")


class RegistrationRow(SQLModel, table=True):
    """A service point has one that is open (D-3)."""

    __tablename__ = "partner_registrations"
    __table_args__ = (
        Index(
            "one_open_registration",
            "service_point",
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        ),
        CheckConstraint(
            "state IN ('draft', 'submitted', 'waiting', 'paired', 'withdrawn')", name="state"
        ),
        CheckConstraint("state IN ('draft', 'withdrawn') OR round IS NOT NULL", name="has_round"),
    )

    id: str = Field(primary_key=True, max_length=32)
    service_point: str = Field(index=True, max_length=64)
    state: str = Field(max_length=16)
    round: str | None = Field(index=True, max_length=32)
    contact: str | None = Field(foreign_key="people.id", index=True, ondelete="SET NULL")
    made_at: datetime
    waited: int
    wish: str
    cooperation: str
    swedish: bool
    staff: int | None
    dates: str
    restriction: str
    reach: str


class PairRow(SQLModel, table=True):
    __tablename__ = "pairs"

    id: str = Field(primary_key=True, max_length=32)
    round: str = Field(index=True, max_length=32)
    confirmed_on: date
    ended_on: date | None


class PairMemberRow(SQLModel, table=True):
    """A service point is in one active pair (D-5): `ended_on` is that of the pair."""

    __tablename__ = "pair_members"
    __table_args__ = (
        Index(
            "one_active_pair",
            "service_point",
            unique=True,
            sqlite_where=ACTIVE,
            postgresql_where=ACTIVE,
        ),
    )

    pair: str = Field(primary_key=True, foreign_key="pairs.id", ondelete="CASCADE")
    service_point: str = Field(primary_key=True, index=True, max_length=64)
    registration: str = Field(foreign_key="partner_registrations.id", index=True)
    ended_on: date | None


class DeskRow(SQLModel, table=True):
    """One row: how often anything has changed, and the proposal worked out for one revision."""

    __tablename__ = "pairing_desk"
    __table_args__ = (CheckConstraint("id = 1", name="one_desk"),)

    id: int = Field(primary_key=True)
    revision: int
    solved_for: int | None
    solved: dict[str, Any] | None = Field(sa_type=JSON)


class PairWishRow(SQLModel, table=True):
    """A coordinator's wish; `members` are ids in order, joined by commas."""

    __tablename__ = "pair_wishes"

    round: str = Field(primary_key=True, max_length=32)
    kind: str = Field(primary_key=True, max_length=8)
    members: str = Field(primary_key=True, max_length=200)


class PartnerVisitRow(SQLModel, table=True):
    """`guests`, `suggested` and `items` are joined by commas."""

    __tablename__ = "partner_visits"
    __table_args__ = (CheckConstraint("notified_on IS NULL OR day IS NOT NULL", name="has_day"),)

    id: str = Field(primary_key=True, max_length=32)
    pair: str = Field(foreign_key="pairs.id", index=True, ondelete="CASCADE")
    host: str = Field(max_length=64)
    guests: str = Field(max_length=200)
    made_at: datetime
    asked_by: str = Field(max_length=64)
    suggested: str = Field(max_length=200)
    day: date | None = Field(index=True)
    items: str | None = Field(max_length=200)
    outline: str
    wellbeing: bool
    notified_on: date | None
    participants: int | None
    travel: str
    late: bool
    consent: str = Field(max_length=16)
    cancelled: bool
    revision: int


class ReportRow(SQLModel, table=True):
    """One of each library and visit."""

    __tablename__ = "partner_reports"
    __table_args__ = (UniqueConstraint("visit", "service_point"),)

    id: str = Field(primary_key=True, max_length=32)
    visit: str = Field(foreign_key="partner_visits.id", index=True, ondelete="CASCADE")
    service_point: str = Field(max_length=64)
    person: str | None = Field(foreign_key="people.id", index=True, ondelete="SET NULL")
    text: str
    links: str
    pictures: str
    publish: bool
    made_at: datetime


class InfoSessionRow(SQLModel, table=True):
    """The invitations to a round's info session have gone out."""

    __tablename__ = "info_sessions"

    round: str = Field(primary_key=True, max_length=32)
    place: str
    invited_at: datetime


class InfoAnswerRow(SQLModel, table=True):
    __tablename__ = "info_answers"

    round: str = Field(primary_key=True, foreign_key="info_sessions.round", ondelete="CASCADE")
    person: str = Field(primary_key=True, foreign_key="people.id", index=True, ondelete="CASCADE")
    comes: bool
