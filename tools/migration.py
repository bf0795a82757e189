"""Writes the migration from what the migrations make so far to what the tables say now.

python -m tools.migration 0002_visits "Visit days and bookings"
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command

from bot.store.database import open_database
from bot.store.migrate import configuration, migrate


def main(revision: str, message: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{Path(folder) / 'empty.db'}")
        migrate(engine)
        with engine.connect() as connection:
            config = configuration(connection)
            config.set_main_option("file_template", "%%(rev)s")
            command.revision(config, message, autogenerate=True, rev_id=revision)
        engine.dispose()


if __name__ == "__main__":
    main(*sys.argv[1:])
