"""The tables that every capability stands on: people, conversations, turns, the outbox, files.

Rows become values of the domain in the repositories; nothing outside this room sees a row.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel


class PersonRow(SQLModel, table=True):
    __tablename__ = "people"

    id: str = Field(primary_key=True, max_length=32)
    name: str = Field(max_length=200)
    language: str | None = Field(max_length=2)
    client_language: str | None = Field(max_length=2)
    home: str | None = Field(index=True, max_length=64)
    directs: str | None = Field(max_length=3)
    directs_confirmed: bool = False
    made_at: datetime


class IdentityRow(SQLModel, table=True):
    """A person as a channel knows them."""

    __tablename__ = "identities"

    channel: str = Field(primary_key=True, max_length=16)
    external: str = Field(primary_key=True, max_length=200)
    person: str = Field(foreign_key="people.id", index=True, ondelete="CASCADE")


class MembershipRow(SQLModel, table=True):
    """A person's own networks, working groups and audiences."""

    __tablename__ = "memberships"

    person: str = Field(primary_key=True, foreign_key="people.id", ondelete="CASCADE")
    network: str = Field(primary_key=True, index=True, max_length=64)


class WishRow(SQLModel, table=True):
    """A kind of notification that a person has switched on or off."""

    __tablename__ = "wishes"

    person: str = Field(primary_key=True, foreign_key="people.id", ondelete="CASCADE")
    kind: str = Field(primary_key=True, max_length=64)
    wanted: bool


class TalkRow(SQLModel, table=True):
    """A conversation's drafts, with a revision that is compared when it is set."""

    __tablename__ = "talks"

    person: str = Field(primary_key=True, foreign_key="people.id", ondelete="CASCADE")
    channel: str = Field(primary_key=True, max_length=16)
    conversation: str = Field(primary_key=True, max_length=400)
    state: dict[str, Any] = Field(sa_type=JSON)
    revision: int


class TurnRow(SQLModel, table=True):
    """A turn that has been answered, and what was said."""

    __tablename__ = "turns"

    channel: str = Field(primary_key=True, max_length=16)
    turn: str = Field(primary_key=True, max_length=200)
    said: dict[str, Any] = Field(sa_type=JSON)
    at: datetime = Field(index=True)


class AddressRow(SQLModel, table=True):
    """Where a person can be written to. The newest private one is used."""

    __tablename__ = "addresses"

    person: str = Field(primary_key=True, foreign_key="people.id", ondelete="CASCADE")
    channel: str = Field(primary_key=True, max_length=16)
    conversation: str = Field(primary_key=True, max_length=400)
    reference: dict[str, Any] = Field(sa_type=JSON)
    seen_at: datetime


class RoomRow(SQLModel, table=True):
    """A channel of many readers that the bot sits in, tied by a coordinator to a network."""

    __tablename__ = "rooms"
    __table_args__ = (UniqueConstraint("channel", "conversation"),)

    id: str = Field(primary_key=True, max_length=32)
    channel: str = Field(max_length=16)
    conversation: str = Field(max_length=400)
    reference: dict[str, Any] = Field(sa_type=JSON)
    name: str = Field(max_length=200)
    network: str | None = Field(index=True, max_length=64)
    languages: str = Field(default="fi,sv", max_length=5)
    reminders_off: str = Field(default="", max_length=64, sa_column_kwargs={"server_default": ""})
    left_at: datetime | None = None


class NotificationRow(SQLModel, table=True):
    """One thing to be said later. `state` is waiting, sending, sent, moot, failed or unknown."""

    __tablename__ = "notifications"
    __table_args__ = (
        CheckConstraint("(person IS NULL) <> (room IS NULL)", name="to_one"),
        CheckConstraint(
            "state IN ('waiting', 'sending', 'sent', 'moot', 'failed', 'unknown')",
            name="state",
        ),
        Index("ix_notifications_state_due", "state", "due"),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=200)
    person: str | None = Field(foreign_key="people.id", index=True, ondelete="CASCADE")
    room: str | None = Field(foreign_key="rooms.id", index=True, ondelete="CASCADE")
    due: datetime
    opens: str = Field(max_length=64)
    facts: dict[str, Any] = Field(sa_type=JSON)
    doubt: str = Field(max_length=8)
    state: str = Field(default="waiting", max_length=8)
    tries: int = 0
    doubts: int = 0
    holder: str | None = Field(default=None, max_length=64)
    leased_until: datetime | None = None
    settled_at: datetime | None = None
    why: str | None = Field(default=None, max_length=200)


class FileRow(SQLModel, table=True):
    """A file that a person has handed in."""

    __tablename__ = "files"

    id: str = Field(primary_key=True, max_length=32)
    person: str = Field(foreign_key="people.id", index=True, ondelete="CASCADE")
    name: str = Field(max_length=200)
    media_type: str = Field(max_length=100)
    sha256: str = Field(index=True, max_length=64)
    content: bytes = Field(sa_type=LargeBinary)
    came_at: datetime


class ServicePointRow(SQLModel, table=True):
    """A branch or a mobile library; `suggested_by` is set until a coordinator has accepted it."""

    __tablename__ = "service_points"

    id: str = Field(primary_key=True, max_length=64)
    municipality: str = Field(index=True, max_length=3)
    kind: str = Field(max_length=8)
    name_fi: str = Field(max_length=200)
    name_sv: str = Field(max_length=200)
    default_language: str | None = Field(max_length=2)
    active: bool = True
    latitude: float | None = None
    longitude: float | None = None
    external_id: str | None = Field(default=None, max_length=64)
    suggested_by: str | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL")
    suggested: bool = False


class EditionRow(SQLModel, table=True):
    """One row, whose number grows when something changes that changes seldom: by triggers, so
    whoever changes it, and whatever they forget.
    """

    __tablename__ = "edition"

    number: int = Field(primary_key=True)
