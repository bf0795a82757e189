"""What every test may ask for, and the list of what this machine could not try."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from .databases import Postgres

NOT_TRIED = pytest.StashKey[dict[str, str]]()


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


def not_tried(config: pytest.Config, what: str, remedy: str) -> None:
    """Skip for want of something on this machine, loudly: CI may not do without it."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} cannot be tried here. {remedy}", pytrace=False)
    config.stash.setdefault(NOT_TRIED, {})[what] = remedy
    pytest.skip(remedy)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for what, remedy in config.stash.get(NOT_TRIED, {}).items():
        terminalreporter.write_line(f"NOT TRIED: {what}. {remedy}", yellow=True, bold=True)
