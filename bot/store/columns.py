"""The columns of a table, for statements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import SQLModel


def table(row: type[SQLModel]) -> Table:
    """The table of a row class, which SQLModel keeps untyped."""
    found = row.__dict__["__table__"]
    if not isinstance(found, Table):
        raise TypeError(f"{row.__name__} is not a table")
    return found


def newly(connection: Connection, into: Table, row: Mapping[str, Any]) -> bool:
    """Insert a row; False where one of its unique keys is there already."""
    insert: Any = sqlite_insert if connection.dialect.name == "sqlite" else postgres_insert
    statement = insert(into).values(row).on_conflict_do_nothing()
    found = statement.returning(*into.primary_key.columns)
    return connection.execute(found).first() is not None
