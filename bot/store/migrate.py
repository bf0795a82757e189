"""Bringing the database forward to what this version of the bot needs."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 4_711_853
"""The advisory lock under which one process at a time migrates a Postgres database."""


def migrate(engine: Engine) -> None:
    """Safe to run in many processes at once, and again. All of it happens or none."""
    with engine.connect() as connection:
        # On SQLite the transaction began as the only writer already.
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        command.upgrade(configuration(connection), "head")
        connection.commit()


def configuration(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
