"""A house in which AKE has published days, and the people of these tests."""

from __future__ import annotations

import pytest

from bot.app import House
from tests.houses import COORDINATOR
from tests.visits.acting import (
    BOTH,
    LIETO,
    PARGAS,
    RAUMA,
    TURKU,
    hire,
    publish,
    settle,
    speak,
)


@pytest.fixture
def town(sqlite_house: House) -> House:
    """Inka and Sven go on visits; five days in April; workers, a director and a coordinator."""
    hire(sqlite_house, "Inka")
    hire(sqlite_house, "Sven", languages=BOTH)
    publish(sqlite_house)
    settle(sqlite_house, "aino", TURKU)
    settle(sqlite_house, "liisa", LIETO)
    settle(sqlite_house, "raija", RAUMA)
    settle(sqlite_house, "dora", RAUMA, directs=True)
    settle(sqlite_house, "sven", PARGAS)
    settle(sqlite_house, COORDINATOR, TURKU)
    speak(sqlite_house, "sven", "sv")
    return sqlite_house
