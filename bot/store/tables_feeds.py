"""The table of calendar feeds."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class FeedRow(SQLModel, table=True):
    """A link to somebody's calendar, known by the digest of its secret."""

    __tablename__ = "calendar_feeds"

    digest: str = Field(primary_key=True, max_length=64)
    person: str = Field(foreign_key="people.id", index=True, ondelete="CASCADE")
