"""What tests of the outbox may ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.app import House
from bot.domain.languages import Language
from tests.chat import StillClock

from .office import DIALOGS, Office
from .wire import Wire


def built(house: House, clock: StillClock) -> Office:
    knowing = replace(house, inbox=replace(house.inbox, catalogue=DIALOGS))
    return Office(knowing, clock, Wire(lambda language: house.speech(Language(language))))


@pytest.fixture
def office(sqlite_house: House, clock: StillClock) -> Office:
    return built(sqlite_house, clock)


@pytest.fixture
def both_offices(both_houses: House, clock: StillClock) -> Office:
    """On SQLite and on Postgres: for what both must promise alike."""
    return built(both_houses, clock)
