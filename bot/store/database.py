"""Opening the database: SQLite so that nothing confirmed is lost, Postgres as it is."""

from __future__ import annotations

import json
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

import orjson
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import QueuePool

from .standing import give_memory
from .writing import notice_writing

POOL = 4
"""Connections kept open, and so turns worked on at once, on Postgres. With more of them threads
wait for each other: 16 conversations took half as long again with eight."""


def written(value: object) -> str:
    """JSON; half a character, which no database keeps, becomes a question mark."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()


KEPT: dict[str, Any] = {
    "hide_parameters": True,  # what people write must not reach the log with an error
    "json_serializer": written,
    "json_deserializer": orjson.loads,
}


def open_database(url: str) -> Engine:
    """An engine on `sqlite:///file` or `postgresql+psycopg://…`."""
    parsed = make_url(url)
    sqlite = parsed.get_backend_name() == "sqlite"
    engine = open_sqlite(parsed) if sqlite else open_postgres(parsed)
    notice_writing(engine)
    give_memory(engine)
    return engine


def writers(engine: Engine) -> int:
    """How many turns can be worked on at once."""
    return 1 if engine.dialect.name == "sqlite" else POOL


def open_postgres(url: URL) -> Engine:
    if url.drivername in ("postgres", "postgresql"):  # as most hosts write it
        url = url.set(drivername="postgresql+psycopg")
    return create_engine(url, pool_size=POOL, max_overflow=POOL, pool_pre_ping=True, **KEPT)


def open_sqlite(url: URL) -> Engine:
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url,
        connect_args={"timeout": 30},
        poolclass=QueuePool,
        pool_size=4,
        **KEPT,
    )
    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin_writing)
    return engine


def set_up(connection: SqliteConnection, _record: object) -> None:
    """`synchronous=FULL`: what was confirmed survives a power cut."""
    # The driver's own transactions begin too late; ours begin in `begin_writing`.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=30000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def begin_writing(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once where another wrote between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
