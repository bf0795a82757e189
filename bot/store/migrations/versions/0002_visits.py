"""Rounds, visit days, visits and the line."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002_visits"
down_revision = "0001_house"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rounds",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("season", sa.String(length=8), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("info_begins", sa.DateTime(timezone=True), nullable=True),
        sa.Column("info_ends", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("opens_on <= closes_on", name="in_order"),
        sa.PrimaryKeyConstraint("kind", "year", "season"),
    )
    op.create_table(
        "visit_days", sa.Column("day", sa.Date(), nullable=False), sa.PrimaryKeyConstraint("day")
    )
    op.create_table(
        "ake_people",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("languages", sa.String(length=8), nullable=False),
        sa.Column("roles", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=None), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("ake_people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ake_people_person"), ["person"], unique=False)

    op.create_table(
        "round_watchers",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=None), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kind", "person"),
    )
    op.create_table(
        "visits",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("host", sa.String(length=64), nullable=False),
        sa.Column("contact", sa.String(length=None), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("length", sa.String(length=16), nullable=False),
        sa.Column("spoken", sa.String(length=8), nullable=False),
        sa.Column("joy", sa.String(length=None), nullable=False),
        sa.Column("problem", sa.String(length=None), nullable=False),
        sa.Column("other", sa.String(length=None), nullable=False),
        sa.Column("thought_over", sa.Boolean(), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=True),
        sa.Column("media", sa.String(length=32), nullable=False),
        sa.Column("wished", sa.String(length=None), nullable=False),
        sa.Column("officials", sa.Boolean(), nullable=False),
        sa.Column("consortium", sa.String(length=64), nullable=True),
        sa.Column("begins", sa.Time(), nullable=True),
        sa.Column("place", sa.String(length=None), nullable=True),
        sa.Column("note", sa.String(length=None), nullable=False),
        sa.CheckConstraint("state <> 'booked' OR day IS NOT NULL", name="booked_has_day"),
        sa.CheckConstraint("state IN ('wished', 'booked', 'cancelled')", name="state"),
        sa.ForeignKeyConstraint(["contact"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("visits", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visits_contact"), ["contact"], unique=False)
        batch_op.create_index(batch_op.f("ix_visits_day"), ["day"], unique=False)
        batch_op.create_index(batch_op.f("ix_visits_host"), ["host"], unique=False)

    op.create_table(
        "waiting",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("host", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=None), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wishes", sa.String(length=None), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("host"),
    )
    with op.batch_alter_table("waiting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waiting_person"), ["person"], unique=False)
        batch_op.create_index(batch_op.f("ix_waiting_since"), ["since"], unique=False)

    op.create_table(
        "absences",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ake_person", sa.String(length=None), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.CheckConstraint("first <= last", name="in_order"),
        sa.ForeignKeyConstraint(["ake_person"], ["ake_people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("absences", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absences_ake_person"), ["ake_person"], unique=False)
        batch_op.create_index(batch_op.f("ix_absences_last"), ["last"], unique=False)

    op.create_table(
        "offers",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("waiting", sa.String(length=None), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["waiting"], ["waiting.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("offers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_offers_waiting"), ["waiting"], unique=False)

    op.create_table(
        "visit_crew",
        sa.Column("visit", sa.String(length=None), nullable=False),
        sa.Column("ake_person", sa.String(length=None), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["ake_person"], ["ake_people.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["visit"], ["visits.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("visit", "ake_person"),
        sa.UniqueConstraint("ake_person", "day", name="one_visit_a_day"),
    )
    with op.batch_alter_table("visit_crew", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_crew_day"), ["day"], unique=False)

    op.create_table(
        "visit_guests",
        sa.Column("visit", sa.String(length=None), nullable=False),
        sa.Column("service_point", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visits.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("visit", "service_point"),
    )
    with op.batch_alter_table("visit_guests", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_visit_guests_service_point"), ["service_point"], unique=False
        )

    op.create_table(
        "visit_day_holds",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("visit", sa.String(length=None), nullable=True),
        sa.Column("offer", sa.String(length=None), nullable=True),
        sa.CheckConstraint("(visit IS NULL) <> (offer IS NULL)", name="by_one"),
        sa.ForeignKeyConstraint(
            ["day"],
            ["visit_days.day"],
        ),
        sa.ForeignKeyConstraint(["offer"], ["offers.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["visit"], ["visits.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("day"),
        sa.UniqueConstraint("offer"),
        sa.UniqueConstraint("visit"),
    )
