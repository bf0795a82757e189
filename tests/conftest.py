"""What every test may ask for, and the list of what this machine could not try."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .databases import Postgres
from .machine import lacking


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


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for what, remedy in lacking(config).items():
        terminalreporter.write_line(f"NOT TRIED: {what}. {remedy}", yellow=True, bold=True)
