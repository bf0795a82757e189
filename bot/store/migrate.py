"""Bringing the database forward to what this version of the bot needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from .database import open_database

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 4_711_853
"""The advisory lock under which one process at a time migrates a Postgres database."""


class NoDatabase(Exception):
    """The database cannot be used; the text says which setting, and why."""


def opened(url: str) -> Engine:
    """A database that stands where this version needs it. Raises NoDatabase."""
    try:
        engine = open_database(url)
        migrate(engine)
    except (SQLAlchemyError, ImportError, OSError) as error:
        why = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise NoDatabase(f"AKE_DATABASE_URL: the database cannot be opened: {why}.") from None
    return engine


def migrate(engine: Engine) -> None:
    """Safe to run in many processes at once, and again. All of it happens or none."""
    if not migrated(engine):
        upgrade(engine)


def upgrade(engine: Engine) -> None:
    """Alembic is slow to import, and most starts do without it."""
    from alembic import command  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    with engine.connect() as connection:
        # On SQLite the transaction began as the only writer already.
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        try:
            command.upgrade(configuration(connection), "head")
        except CommandError as error:
            raise NoDatabase(f"AKE_DATABASE_URL: of another version of the bot: {error}.") from None
        connection.commit()


def migrated(engine: Engine) -> bool:
    """Whether the database answers and stands where this version needs it."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return found == newest()


def ready(engine: Engine) -> bool:
    """The same, without ever raising: for those who watch over the bot."""
    try:
        return migrated(engine)
    except SQLAlchemyError:
        return False


def newest() -> str:
    """The last of the migrations, which are numbered and stand in one line."""
    return max(file.stem for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def configuration(connection: Connection) -> Config:
    from alembic.config import Config  # noqa: PLC0415 (see above)

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
