"""A house with small dialogs, for the door to Slack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.app import House
from dialogs.languages import SwitchLanguage
from dialogs.profile import FillProfile
from tests import trips
from tests.houses import listening
from tests.trips import STATION

from .kinds import KINDS, TOLD

CATALOGUE = {
    **trips.CATALOGUE,
    **{kind.name: kind for kind in (*KINDS, SwitchLanguage, FillProfile)},
}


@pytest.fixture
def house(sqlite_house: House) -> Iterator[House]:
    """The dialogs of the tests, and the two that every house has."""
    STATION.__init__()  # type: ignore[misc]
    TOLD.clear()
    inbox = replace(
        sqlite_house.inbox, catalogue=CATALOGUE, understanding=listening(sqlite_house, CATALOGUE)
    )
    yield replace(sqlite_house, inbox=inbox)
    STATION.__init__()  # type: ignore[misc]
