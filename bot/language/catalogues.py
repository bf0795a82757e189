"""The translations, as they stand in `locales`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from babel.messages.pofile import read_po

LOCALES = Path(__file__).parents[2] / "locales"
Catalogue = Mapping[str, str | tuple[str, ...]]


@lru_cache
def catalogue(language: str, folder: Path = LOCALES) -> Catalogue:
    """The translations of one language, by the English msgid."""
    with (folder / language / "LC_MESSAGES" / "bot.po").open("rb") as file:
        messages = read_po(file)
    return {
        entry.id if isinstance(entry.id, str) else entry.id[0]: (
            entry.string if isinstance(entry.string, str) else tuple(entry.string)
        )
        for entry in messages
        if entry.id and entry.string
    }
