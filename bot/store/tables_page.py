"""The tables of the local page: what was said there, who has read it, and its clock."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel


class PostRow(SQLModel, table=True):
    """Something said in one place. `author` is empty where the bot speaks."""

    __tablename__ = "web_posts"
    __table_args__ = (
        UniqueConstraint("place", "key"),
        Index("ix_web_posts_place_id", "place", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    place: str = Field(max_length=400)
    key: str = Field(max_length=300)
    author: str = Field(max_length=200)
    said: dict[str, Any] = Field(sa_type=JSON)
    asked: dict[str, Any] | None = Field(sa_type=JSON)
    unsettled: dict[str, Any] | None = Field(sa_type=JSON)
    at: datetime


class ReadRow(SQLModel, table=True):
    """How far somebody has read in one place."""

    __tablename__ = "web_read"

    who: str = Field(primary_key=True, max_length=200)
    place: str = Field(primary_key=True, max_length=400)
    post: int


class PageClockRow(SQLModel, table=True):
    """How many seconds the clock of the page is ahead: one row at most."""

    __tablename__ = "web_clock"

    id: int = Field(primary_key=True)
    ahead: int
