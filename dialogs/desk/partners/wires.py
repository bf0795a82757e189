"""Groups of libraries and wishes as a button carries them: short, and without commas."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.ids import ServicePointId
from bot.domain.pairing.candidates import Members
from bot.domain.partners.desk_book import Wish, WishKind


def joined(points: Iterable[ServicePointId]) -> str:
    return "+".join(sorted(points))


def apart(text: str) -> Members:
    return frozenset(ServicePointId(point) for point in text.split("+"))


def wire(wish: Wish) -> str:
    return f"{wish.kind.value}.{joined(wish.members)}"


def wished(text: str) -> Wish:
    kind, _dot, points = text.partition(".")
    return Wish(WishKind(kind), apart(points))
