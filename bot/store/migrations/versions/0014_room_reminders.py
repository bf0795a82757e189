"""Turn reminders of a room off."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014_room_reminders"
down_revision = "0013_misses"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("rooms", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("reminders_off", sa.String(length=64), server_default="", nullable=False)
        )
