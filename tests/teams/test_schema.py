from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.houses import Meet

from .card_check import against_schema

Official = Callable[[str], dict[str, Any]]


def test_a_card_is_what_the_schema_says(official: Official, meet: Meet) -> None:
    """The profile's card validates against Microsoft's own schema of version 1.5.

    Where the schema is at hand, every other card drawn in these tests is held to it too.
    """
    assert official("adaptive-card-1.5.0.json")
    aino = meet("aino")
    aino.opens("profile")
    assert against_schema(aino.card) == []  # type: ignore[attr-defined]


def test_the_schema_finds_what_is_wrong(official: Official) -> None:
    """A misspelt property does not go unnoticed."""
    assert official("adaptive-card-1.5.0.json")
    block = {"type": "TextBlock", "text": "Hei", "warp": True}
    assert against_schema({"type": "AdaptiveCard", "version": "1.5", "body": [block]})
