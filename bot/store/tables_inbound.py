"""The table of events whose doors had to answer first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

UNFINISHED = text("done_at IS NULL")


class InboundRow(SQLModel, table=True):
    """An event whose door had to answer first; its content is dropped when its turn is done."""

    __tablename__ = "inbound"
    __table_args__ = (
        UniqueConstraint("channel", "event"),
        Index(
            "ix_inbound_unfinished",
            "channel",
            "conversation",
            sqlite_where=UNFINISHED,
            postgresql_where=UNFINISHED,
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    channel: str = Field(max_length=16)
    event: str = Field(max_length=200)
    conversation: str = Field(max_length=400)
    content: dict[str, Any] | None = Field(sa_type=JSON)
    came_at: datetime
    holder: str = Field(max_length=64)
    leased_until: datetime
    done_at: datetime | None = Field(default=None, index=True)
