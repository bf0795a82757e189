"""The tables of what opens once: links to the bot's page, and codes that join two accounts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class LinkRow(SQLModel, table=True):
    """A link, known by the digest of its secret. `used_at` is set when it has opened."""

    __tablename__ = "one_time_links"

    digest: str = Field(primary_key=True, max_length=64)
    channel: str = Field(max_length=16)
    external: str = Field(max_length=200)
    name: str = Field(max_length=200)
    what: str = Field(max_length=16)
    about: dict[str, Any] = Field(sa_type=JSON)
    facts: dict[str, Any] = Field(sa_type=JSON)
    until: datetime = Field(index=True)
    used_at: datetime | None = None


class AccountMissRow(SQLModel, table=True):
    """A wrong code that somebody has written."""

    __tablename__ = "account_misses"

    person: str = Field(primary_key=True, foreign_key="people.id", ondelete="CASCADE")
    at: datetime = Field(primary_key=True)


class AccountCodeRow(SQLModel, table=True):
    """A code by which a person is known in a second channel, by its digest."""

    __tablename__ = "account_codes"

    digest: str = Field(primary_key=True, max_length=64)
    person: str = Field(foreign_key="people.id", index=True, ondelete="CASCADE")
    until: datetime = Field(index=True)
