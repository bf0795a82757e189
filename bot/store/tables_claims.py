"""The tables of travel claims. A claim is one row: its content, and what must hold of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel


class ClaimRow(SQLModel, table=True):
    """`revision` is compared when it is set; a number is given once, in the order of a year."""

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("number_year", "sequence", name="one_number"),
        CheckConstraint("(number IS NULL) = (sequence IS NULL)", name="number_in_order"),
        CheckConstraint("state = 'draft' OR number IS NOT NULL", name="handed_in_has_number"),
    )

    id: str = Field(primary_key=True, max_length=32)
    traveller: str | None = Field(foreign_key="people.id", index=True, ondelete="SET NULL")
    employer: str = Field(max_length=3)
    errand: str | None = Field(index=True, max_length=64)
    state: str = Field(index=True, max_length=16)
    revision: int
    number: str | None = Field(unique=True, max_length=32)
    number_year: int | None
    sequence: int | None
    first_day: date | None = Field(index=True)
    last_day: date | None = Field(index=True)
    invoiced: date | None = Field(index=True)
    body: dict[str, Any] = Field(sa_type=JSON)


class ReceiptRow(SQLModel, table=True):
    """Which files are receipts of which claim; the content is in the files."""

    __tablename__ = "receipts"

    claim: str = Field(primary_key=True, foreign_key="claims.id", ondelete="CASCADE")
    file: str = Field(primary_key=True, foreign_key="files.id", index=True, ondelete="CASCADE")
    digest: str = Field(index=True, max_length=64)


class ErrandRow(SQLModel, table=True):
    """A group's meeting or an agreed job rotation."""

    __tablename__ = "errands"
    __table_args__ = (
        CheckConstraint("first <= last", name="in_order"),
        CheckConstraint(
            "kind <> 'working_group_meeting' OR network IS NOT NULL", name="meeting_has_group"
        ),
    )

    id: str = Field(primary_key=True, max_length=32)
    kind: str = Field(max_length=32)
    place: str = Field(max_length=64)
    first: date
    last: date = Field(index=True)
    network: str | None = Field(max_length=64)
    who: str = Field(max_length=200)
    employer: str | None = Field(max_length=3)


class MemberRow(SQLModel, table=True):
    """A named member of a group in a year, once; `name` is written as names are compared."""

    __tablename__ = "members"

    network: str = Field(primary_key=True, max_length=64)
    year: int = Field(primary_key=True)
    name: str = Field(primary_key=True, max_length=200)
    written: str = Field(max_length=200)


class GrantRow(SQLModel, table=True):
    """The travel line of a year's grant, in cents."""

    __tablename__ = "grants"
    __table_args__ = (CheckConstraint("planned >= 0", name="not_negative"),)

    year: int = Field(primary_key=True)
    planned: int


class ExceptionRow(SQLModel, table=True):
    """What a year's grant decision changes in who pays what."""

    __tablename__ = "grant_exceptions"

    year: int = Field(primary_key=True)
    kind: str = Field(primary_key=True, max_length=32)
    cost: str = Field(primary_key=True, max_length=32)
    cover: str = Field(max_length=32)
    reason: str = Field(max_length=32)
    payer: str = Field(max_length=32)
