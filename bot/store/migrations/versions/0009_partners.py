"""Partner libraries.."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009_partners"
down_revision = "0008_installations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "info_sessions",
        sa.Column("round", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=None), nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("round"),
    )
    op.create_table(
        "pair_wishes",
        sa.Column("round", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("members", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("round", "kind", "members"),
    )
    op.create_table(
        "pairing_desk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("solved_for", sa.Integer(), nullable=True),
        sa.Column("solved", sa.JSON(), nullable=True),
        sa.CheckConstraint("id = 1", name="one_desk"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "pairs",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("round", sa.String(length=32), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("pairs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pairs_round"), ["round"], unique=False)

    op.create_table(
        "info_answers",
        sa.Column("round", sa.String(length=None), nullable=False),
        sa.Column("person", sa.String(length=None), nullable=False),
        sa.Column("comes", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["round"], ["info_sessions.round"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("round", "person"),
    )
    with op.batch_alter_table("info_answers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_info_answers_person"), ["person"], unique=False)

    op.create_table(
        "partner_registrations",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("service_point", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("round", sa.String(length=32), nullable=True),
        sa.Column("contact", sa.String(length=None), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("waited", sa.Integer(), nullable=False),
        sa.Column("wish", sa.String(length=None), nullable=False),
        sa.Column("cooperation", sa.String(length=None), nullable=False),
        sa.Column("swedish", sa.Boolean(), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=True),
        sa.Column("dates", sa.String(length=None), nullable=False),
        sa.Column("restriction", sa.String(length=None), nullable=False),
        sa.Column("reach", sa.String(length=None), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'submitted', 'waiting', 'paired', 'withdrawn')", name="state"
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'withdrawn') OR round IS NOT NULL", name="has_round"
        ),
        sa.ForeignKeyConstraint(["contact"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("partner_registrations", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_partner_registrations_contact"), ["contact"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_partner_registrations_round"), ["round"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_partner_registrations_service_point"), ["service_point"], unique=False
        )
        batch_op.create_index(
            "one_open_registration",
            ["service_point"],
            unique=True,
            sqlite_where=sa.text("state IN ('draft', 'submitted', 'waiting')"),
            postgresql_where=sa.text("state IN ('draft', 'submitted', 'waiting')"),
        )

    op.create_table(
        "partner_visits",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("pair", sa.String(length=None), nullable=False),
        sa.Column("host", sa.String(length=64), nullable=False),
        sa.Column("guests", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by", sa.String(length=64), nullable=False),
        sa.Column("suggested", sa.String(length=200), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("items", sa.String(length=200), nullable=True),
        sa.Column("outline", sa.String(length=None), nullable=False),
        sa.Column("wellbeing", sa.Boolean(), nullable=False),
        sa.Column("notified_on", sa.Date(), nullable=True),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("travel", sa.String(length=None), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("consent", sa.String(length=16), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("notified_on IS NULL OR day IS NOT NULL", name="has_day"),
        sa.ForeignKeyConstraint(["pair"], ["pairs.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("partner_visits", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_partner_visits_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_partner_visits_pair"), ["pair"], unique=False)

    op.create_table(
        "pair_members",
        sa.Column("pair", sa.String(length=None), nullable=False),
        sa.Column("service_point", sa.String(length=64), nullable=False),
        sa.Column("registration", sa.String(length=None), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["pair"], ["pairs.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["registration"],
            ["partner_registrations.id"],
        ),
        sa.PrimaryKeyConstraint("pair", "service_point"),
    )
    with op.batch_alter_table("pair_members", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_pair_members_registration"), ["registration"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_pair_members_service_point"), ["service_point"], unique=False
        )
        batch_op.create_index(
            "one_active_pair",
            ["service_point"],
            unique=True,
            sqlite_where=sa.text("ended_on IS NULL"),
            postgresql_where=sa.text("ended_on IS NULL"),
        )

    op.create_table(
        "partner_reports",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("visit", sa.String(length=None), nullable=False),
        sa.Column("service_point", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=None), nullable=True),
        sa.Column("text", sa.String(length=None), nullable=False),
        sa.Column("links", sa.String(length=None), nullable=False),
        sa.Column("pictures", sa.String(length=None), nullable=False),
        sa.Column("publish", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["visit"], ["partner_visits.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("visit", "service_point"),
    )
    with op.batch_alter_table("partner_reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_partner_reports_person"), ["person"], unique=False)
        batch_op.create_index(batch_op.f("ix_partner_reports_visit"), ["visit"], unique=False)
