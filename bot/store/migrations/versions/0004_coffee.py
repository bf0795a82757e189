"""Coffee hours, who comes to them, and what is wished for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004_coffee"
down_revision = "0003_outbox"
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "coffee_hours",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("audience", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("title_fi", sa.String(length=200), nullable=False),
        sa.Column("title_sv", sa.String(length=200), nullable=False),
        sa.Column("languages", sa.String(length=5), nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("link", sa.String(length=500), nullable=False),
        sa.Column("host", sa.String(length=64), nullable=True),
        sa.Column("guest", sa.String(length=200), nullable=False),
        sa.Column("topic", sa.String(length=500), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("head_count", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("series", sa.String(length=64), nullable=True),
        sa.CheckConstraint("(head_count IS NOT NULL) = (state = 'held')", name="counted_when_held"),
        sa.CheckConstraint("state IN ('planned', 'moved', 'cancelled', 'held')", name="state"),
        sa.CheckConstraint("length > 0", name="takes_time"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("coffee_hours", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_coffee_hours_audience"), ["audience"], unique=False)
        batch_op.create_index(batch_op.f("ix_coffee_hours_starts"), ["starts"], unique=False)

    op.create_table(
        "coffee_comers",
        sa.Column("hour", sa.String(length=None), nullable=False),
        sa.Column("person", sa.String(length=None), nullable=False),
        sa.ForeignKeyConstraint(["hour"], ["coffee_hours.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hour", "person"),
    )
    with op.batch_alter_table("coffee_comers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_coffee_comers_person"), ["person"], unique=False)

    op.create_table(
        "coffee_proposals",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=None), nullable=False),
        sa.Column("audience", sa.String(length=64), nullable=False),
        sa.Column("topic", sa.String(length=500), nullable=False),
        sa.Column("guest", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("coffee_proposals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_coffee_proposals_person"), ["person"], unique=False)
