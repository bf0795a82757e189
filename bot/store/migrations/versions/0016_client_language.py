"""The language of people's clients."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016_client_language"
down_revision = "0015_edition"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("client_language", sa.String(length=2), nullable=True))
