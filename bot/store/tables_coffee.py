"""The tables of coffee hours."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel


class CoffeeHourRow(SQLModel, table=True):
    """`state` is planned, moved, cancelled or held; only a held one has been counted."""

    __tablename__ = "coffee_hours"
    __table_args__ = (
        CheckConstraint("state IN ('planned', 'moved', 'cancelled', 'held')", name="state"),
        CheckConstraint("(head_count IS NOT NULL) = (state = 'held')", name="counted_when_held"),
        CheckConstraint("length > 0", name="takes_time"),
    )

    id: str = Field(primary_key=True, max_length=80)
    audience: str = Field(index=True, max_length=64)
    kind: str = Field(max_length=24)
    title_fi: str = Field(max_length=200)
    title_sv: str = Field(max_length=200)
    languages: str = Field(max_length=5)
    starts: datetime = Field(index=True)
    length: int
    link: str = Field(max_length=500)
    host: str | None = Field(max_length=64)
    guest: str = Field(max_length=200)
    topic: str = Field(max_length=500)
    state: str = Field(max_length=10)
    head_count: int | None
    revision: int
    series: str | None = Field(max_length=64)


class CoffeeComerRow(SQLModel, table=True):
    """A person has said that they come."""

    __tablename__ = "coffee_comers"

    hour: str = Field(primary_key=True, foreign_key="coffee_hours.id", ondelete="CASCADE")
    person: str = Field(primary_key=True, foreign_key="people.id", index=True, ondelete="CASCADE")


class CoffeeProposalRow(SQLModel, table=True):
    """A topic or a guest that somebody wishes for."""

    __tablename__ = "coffee_proposals"

    id: str = Field(primary_key=True, max_length=32)
    person: str = Field(foreign_key="people.id", index=True, ondelete="CASCADE")
    audience: str = Field(max_length=64)
    topic: str = Field(max_length=500)
    guest: str = Field(max_length=200)
    at: datetime
    open: bool
