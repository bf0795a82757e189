"""The edition of what changes seldom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015_edition"
down_revision = "0014_room_reminders"
branch_labels = None
depends_on = None

WATCHED = ("absences", "ake_people", "pair_members", "pairs", "rounds", "service_points")
ANEW = "UPDATE edition SET number = number + 1"


def upgrade() -> None:
    op.create_table(
        "edition",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.execute("INSERT INTO edition (number) VALUES (1)")
    if op.get_context().dialect.name == "sqlite":
        on_sqlite()
    else:
        on_postgres()


def on_sqlite() -> None:
    """A later migration that makes one of these tables anew has to make its triggers anew."""
    for table in WATCHED:
        for change in ("INSERT", "UPDATE", "DELETE"):
            name = f"edition_{table}_{change.lower()}"
            op.execute(f"CREATE TRIGGER {name} AFTER {change} ON {table} BEGIN {ANEW}; END")


def on_postgres() -> None:
    op.execute(
        "CREATE FUNCTION new_edition() RETURNS trigger LANGUAGE plpgsql "
        "SET search_path FROM CURRENT AS "  # a backup is read back without one
        f"$$ BEGIN {ANEW}; RETURN NULL; END $$"
    )
    for table in WATCHED:
        op.execute(
            f"CREATE TRIGGER edition_{table} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE "
            f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION new_edition()"
        )
