"""What tests of Teams may ask for."""

from __future__ import annotations

import pytest

from bot.app import House
from tests.houses import Meet

from .chat import TeamsChat


@pytest.fixture
def meet(sqlite_house: House) -> Meet:
    """Lets a test meet people who talk with the bot in Teams."""

    def met(name: str, channel: str = "test", language: str = "fi") -> TeamsChat:
        return TeamsChat(sqlite_house, name, channel, language)

    return met
