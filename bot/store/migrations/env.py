"""How Alembic runs here: on the connection it is handed, in that connection's transaction."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlmodel import AutoString, SQLModel

from bot.store import (
    tables,
    tables_claims,
    tables_coffee,
    tables_feeds,
    tables_inbound,
    tables_installations,
    tables_links,
    tables_page,
    tables_partners,
    tables_visits,
)

METADATA = SQLModel.metadata
TABLES = (
    tables.__name__,
    tables_claims.__name__,
    tables_coffee.__name__,
    tables_feeds.__name__,
    tables_inbound.__name__,
    tables_installations.__name__,
    tables_page.__name__,
    tables_partners.__name__,
    tables_links.__name__,
    tables_visits.__name__,
)
"""Imported for its tables: they are in the metadata once it is read."""


def rendered(kind: str, item: Any, _context: object) -> str | Literal[False]:  # noqa: ANN401
    """Migrations hold plain SQLAlchemy types: SQLModel may change its own."""
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})"
    if kind == "type" and type(item).__module__.startswith("sqlmodel"):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    render_item=rendered,
)
context.run_migrations()
