"""The unfinished events of a conversation, which are looked for whenever one is written down."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017_unfinished"
down_revision = "0016_client_language"
branch_labels = None
depends_on = None


def upgrade() -> None:
    unfinished = sa.text("done_at IS NULL")
    op.create_index(
        "ix_inbound_unfinished",
        "inbound",
        ["channel", "conversation"],
        sqlite_where=unfinished,
        postgresql_where=unfinished,
    )
