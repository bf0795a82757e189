"""What every test may ask for, and the list of what this machine could not try."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from bot.app import House
from bot.store.database import open_database
from bot.store.migrate import migrate

from .chat import Chat, StillClock
from .databases import Postgres
from .houses import Meet, copied, empty_sqlite, house
from .machine import lacking
from .schemas import schema

# How quick this machine is just now is no promise of ours.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """One real Postgres for the whole run, started by the first test that asks."""
    with Postgres.started(tmp_path_factory.mktemp("postgres")) as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template() -> str:
    """The database that fresh ones are copies of: empty, unless a room says otherwise."""
    return "template1"


@pytest.fixture
def postgres(postgres_server: Postgres, postgres_template: str) -> Iterator[str]:
    """The address of a database of this test's own, in some 50 ms."""
    with postgres_server.fresh(postgres_template) as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return empty_sqlite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def migrated(postgres_server: Postgres) -> str:
    """A Postgres database brought forward once, of which each test gets a copy."""
    url = postgres_server.kept("migrated")
    engine = open_database(url)
    migrate(engine)
    engine.dispose()
    return "migrated"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    return copied(sqlite_template, tmp_path)


@pytest.fixture
def sqlite_house(sqlite_url: str, clock: StillClock) -> Iterator[House]:
    """The house on SQLite: for journeys, which are the same on both databases."""
    with house(sqlite_url, clock) as built:
        yield built


@pytest.fixture(params=["sqlite", "postgres"])
def both_houses(request: pytest.FixtureRequest, clock: StillClock) -> Iterator[House]:
    """The house on SQLite and on Postgres: for the contract that both keep."""
    if request.param == "sqlite":
        with house(request.getfixturevalue("sqlite_url"), clock) as built:
            yield built
        return
    server: Postgres = request.getfixturevalue("postgres_server")
    with server.fresh(request.getfixturevalue("migrated")) as url, house(url, clock) as built:
        yield built


@pytest.fixture
def meet(sqlite_house: House) -> Meet:
    """Lets a test meet people, `aino` and `sven` as it names them, in their language."""

    def met(name: str, channel: str = "test", language: str = "fi") -> Chat:
        return Chat(sqlite_house, name, channel, language)

    return met


@pytest.fixture
def official(request: pytest.FixtureRequest) -> Callable[[str], dict[str, Any]]:
    """A platform's own schema by its file's name; where there is none, that is said loudly."""

    def read(name: str) -> dict[str, Any]:
        found = schema(name)
        if found is None:
            remedy = "Set AKE_SCHEMAS to a folder that holds them."
            lacking(request.config)["the platforms' own schemas"] = remedy
            pytest.skip(remedy)
        return found

    return read


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for what, remedy in lacking(config).items():
        terminalreporter.write_line(f"NOT TRIED: {what}. {remedy}", yellow=True, bold=True)
