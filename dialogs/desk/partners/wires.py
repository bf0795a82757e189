"""Groups of libraries and wishes as a button carries them: short, and without commas."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.ids import ServicePointId
from bot.domain.pairing.candidates import Members
from bot.domain.partners.desk_book import Wish, WishKind


@dataclass(frozen=True)
class Proposed:
    """A proposal as it was shown: for which revision of the desk, and whether one pair of it."""

    revision: int
    only: Members = frozenset()

    @property
    def wire(self) -> str:
        return f"{self.revision}.{joined(self.only)}"

    @classmethod
    def read(cls, text: str) -> Proposed | None:
        """None where it is none."""
        revision, _dot, points = text.partition(".")
        if not re.fullmatch(r"[0-9]{1,9}", revision) or not re.fullmatch(r"[\w+-]*", points):
            return None
        proposal = cls(int(revision), apart(points) if points else frozenset())
        return proposal if proposal.wire == text else None


def joined(points: Iterable[ServicePointId]) -> str:
    return "+".join(sorted(points))


def apart(text: str) -> Members:
    return frozenset(ServicePointId(point) for point in text.split("+"))


def wire(wish: Wish) -> str:
    return f"{wish.kind.value}.{joined(wish.members)}"


def wished(text: str) -> Wish:
    kind, _dot, points = text.partition(".")
    return Wish(WishKind(kind), apart(points))
