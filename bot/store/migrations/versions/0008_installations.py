"""Workspaces that have installed the bot."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008_installations"
down_revision = "0007_claims"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "installations",
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("workspace", sa.String(length=64), nullable=False),
        sa.Column("token", sa.String(length=1000), nullable=False),
        sa.Column("bot", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("channel", "workspace"),
    )
