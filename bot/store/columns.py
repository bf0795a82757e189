"""The columns of a table, for statements."""

from __future__ import annotations

from sqlalchemy import Table
from sqlmodel import SQLModel


def table(row: type[SQLModel]) -> Table:
    """The table of a row class, which SQLModel keeps untyped."""
    found = row.__dict__["__table__"]
    if not isinstance(found, Table):
        raise TypeError(f"{row.__name__} is not a table")
    return found
