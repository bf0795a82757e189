"""Workspaces that have installed the bot."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.sql.elements import ColumnElement

from bot.conversation.installations import Installation

from .columns import table
from .tables_installations import InstallationRow

INSTALLATIONS = table(InstallationRow)


class SqlInstallations:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def keep(self, installation: Installation) -> None:
        self.drop(installation.channel, installation.workspace)
        self.connection.execute(insert(INSTALLATIONS), vars(installation))

    def find(self, channel: str, workspace: str) -> Installation | None:
        found = select(INSTALLATIONS).where(here(channel, workspace))
        row = self.connection.execute(found).first()
        return None if row is None else Installation(*row)

    def drop(self, channel: str, workspace: str) -> None:
        self.connection.execute(delete(INSTALLATIONS).where(here(channel, workspace)))


def here(channel: str, workspace: str) -> ColumnElement[bool]:
    return (INSTALLATIONS.c.channel == channel) & (INSTALLATIONS.c.workspace == workspace)
