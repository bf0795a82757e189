"""The columns of a table, for statements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table
from sqlmodel import SQLModel


def table(row: type[SQLModel]) -> Table:
    """The table of a row class, which SQLModel keeps untyped."""
    found = row.__dict__["__table__"]
    if not isinstance(found, Table):
        raise TypeError(f"{row.__name__} is not a table")
    return found


def newly(connection: Connection, into: Table, row: Mapping[str, Any]) -> bool:
    """Insert a row; False where one of its unique keys is there already."""
    statement = insertion(connection)(into).values(row).on_conflict_do_nothing()
    found = statement.returning(*into.primary_key.columns)
    return connection.execute(found).first() is not None


def insertion(connection: Connection) -> Any:  # noqa: ANN401 (each dialect has a class of its own)
    """The dialect's own insert, which can be told what to do where a row is there already.

    The other dialect stays unread: it takes a tenth of a second and some megabytes.
    """
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert  # noqa: PLC0415

        return insert
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415

    return postgresql.insert
