"""In whose hand an event is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006_inbound"
down_revision = "0005_page"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("inbound", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("holder", sa.String(length=64), server_default="", nullable=False)
        )
