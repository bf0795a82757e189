"""The table of workspaces that have installed the bot."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel


class InstallationRow(SQLModel, table=True):
    """One workspace's installation; its token is sealed."""

    __tablename__ = "installations"

    channel: str = Field(primary_key=True, max_length=16)
    workspace: str = Field(primary_key=True, max_length=64)
    token: str = Field(max_length=1000)
    bot: str = Field(max_length=64)
    at: datetime
