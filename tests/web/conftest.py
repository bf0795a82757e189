"""The page as tests visit it: the real one, with a dialog that asks for everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from bot.app import web_app
from bot.local_page import LocalPage, open_page, page_of
from bot.settings import Settings
from tests.chat import StillClock
from tests.houses import listening

from .browsing import Visitor
from .fair import CATALOGUE, PAPERS

Visit = Callable[..., Visitor]


@contextmanager
def opened(url: str, clock: StillClock) -> Iterator[LocalPage]:
    """A page on a database, closed as a process that ends."""
    local = open_page(Settings(database_url=url), clock)
    ears = listening(local.house, CATALOGUE)
    inbox = replace(local.house.inbox, catalogue=CATALOGUE, understanding=ears)
    house = replace(local.house, inbox=inbox, papers=PAPERS)
    try:
        yield page_of(house, local.door.clock)
    finally:
        house.workers.shutdown()
        house.ledger.engine.dispose()


@pytest.fixture
def local(sqlite_url: str, clock: StillClock) -> Iterator[LocalPage]:
    with opened(sqlite_url, clock) as page:
        yield page


@pytest.fixture
def visit(local: LocalPage) -> Visit:
    """Opens the page for somebody: `visit("saga")`, `visit("aino", "varsat")`."""
    app = web_app(local.house, local.door.app())
    return lambda who="aino", room="chat": Visitor(app, who, room)
