"""Count the changes of a visit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010_visit_revision"
down_revision = "0009_partners"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("visits", schema=None) as batch_op:
        batch_op.add_column(sa.Column("revision", sa.Integer(), server_default="0", nullable=False))
