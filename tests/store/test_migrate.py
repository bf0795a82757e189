"""The database is brought forward once, and told what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from bot.store.database import open_database
from bot.store.migrate import NoDatabase, configuration, migrated, newest, opened, ready


def test_the_newest_is_the_one_that_alembic_goes_to(tmp_path: Path) -> None:
    """What is read from the files' names is what Alembic finds in them."""
    engine = open_database(f"sqlite:///{tmp_path / 'ake.db'}")
    with engine.connect() as connection:
        scripts = ScriptDirectory.from_config(configuration(connection))
        assert [newest()] == scripts.get_heads()
    engine.dispose()


def test_a_database_is_ready_when_it_was_opened(tmp_path: Path) -> None:
    """An empty one is not; one that was brought forward is, and is left as it is."""
    url = f"sqlite:///{tmp_path / 'new' / 'ake.db'}"
    empty = open_database(url)
    assert not ready(empty)
    empty.dispose()
    engine = opened(url)
    assert migrated(engine)
    assert ready(engine)
    engine.dispose()


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    """A version that does not know it says so and changes nothing."""
    url = f"sqlite:///{tmp_path / 'ake.db'}"
    engine = opened(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999_future'")
    engine.dispose()
    with pytest.raises(NoDatabase, match=r"AKE_DATABASE_URL.*another version"):
        opened(url)


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "oracle+nothing://x",
        "sqlite:////proc/nowhere/ake.db",
        "postgres://aino:secret@127.0.0.1:1/ake?connect_timeout=1",
    ],
)
def test_what_cannot_be_opened_is_told_in_a_sentence(url: str) -> None:
    """With the name of the setting, and without the password that stands in it."""
    with pytest.raises(NoDatabase, match=r"^AKE_DATABASE_URL: .+\.$") as told:
        opened(url)
    assert "secret" not in str(told.value)


def test_an_address_is_taken_as_most_write_it(postgres: str) -> None:
    """postgresql:// means the driver that we have."""
    engine = opened(postgres.replace("postgresql+psycopg://", "postgresql://"))
    assert ready(engine)
    engine.dispose()
