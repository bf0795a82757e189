"""Houses for tests: the real one, on a database of the test's own, its clock standing still."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bot.app import House, build
from bot.conversation.listen import Listen
from bot.conversation.stage import Catalogue
from bot.settings import Settings
from bot.store.database import open_database
from bot.store.migrate import migrate

from .chat import Chat, StillClock

COORDINATOR = "carita"


@contextmanager
def house(url: str, clock: StillClock | None = None) -> Iterator[House]:
    settings = Settings(database_url=url, coordinators=frozenset({f"test:{COORDINATOR}"}))
    built = build(settings, clock or StillClock())
    try:
        yield built
    finally:
        built.workers.shutdown()
        built.ledger.engine.dispose()


def empty_sqlite(folder: Path) -> Path:
    """A migrated database with nothing in it, to be copied for each test."""
    path = folder / "empty.db"
    engine = open_database(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


def copied(empty: Path, folder: Path) -> str:
    shutil.copy(empty, folder / "ake.db")
    return f"sqlite:///{folder / 'ake.db'}"


def listening(house: House, catalogue: Catalogue) -> Listen:
    """The house's ears for another set of dialogs."""
    ears = house.inbox.understanding
    assert isinstance(ears, Listen)
    return replace(ears, catalogue=catalogue)


Meet = Callable[..., Chat]
