"""Who was on the way."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from bot.domain.ids import PersonId


@dataclass(frozen=True)
class Traveller:
    """A person the bot knows, or only a name as somebody wrote it."""

    name: str
    person: PersonId | None = None

    def is_same_as(self, other: Traveller) -> bool:
        """By id where both have one, so that namesakes stay apart; by name where one has none."""
        if self.person is not None and other.person is not None:
            return self.person == other.person
        return written_alike(self.name) == written_alike(other.name)


def written_alike(name: str) -> str:
    """One spelling for " aino  AALTO" and "Aino Aalto"."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
