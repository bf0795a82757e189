from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.app import House
from tests.chat import StillClock

from .eventful import EVENTS, PEOPLE
from .tour import Tour

Official = Callable[[str], dict[str, Any]]


@pytest.fixture
def tour(sqlite_house: House, clock: StillClock, tmp_path: Path) -> Tour:
    return Tour(sqlite_house, clock, PEOPLE, tmp_path / "ake.db")


def test_every_dialog_is_drawn_in_both_languages(
    tour: Tour, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is opened, shown what is wrong, filled by its labels, read back and sent.

    Every card on the way is held to what Teams can draw, in Finnish and in Swedish.
    """
    tour.watches(monkeypatch.setattr)
    tour.everywhere(*EVENTS)
    unseen = {name: seen for name, seen in tour.seen.items() if not {"first", "ending"} <= seen}
    assert unseen == {}
    assert [name for name, seen in tour.seen.items() if "sent unread" in seen] == []
    assert sum("problem" in seen for seen in tour.seen.values()) > 60
    assert sum("review" in seen for seen in tour.seen.values()) > 40


def test_the_cards_of_the_tour_are_held_to_the_schema(official: Official) -> None:
    """Where Microsoft's own schema is at hand, all those cards validate against it too."""
    assert official("adaptive-card-1.5.0.json")["definitions"]["AdaptiveCard"]
