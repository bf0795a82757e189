"""Which libraries AKE has visited: an indicator counted in municipalities (AV-10, D-21, D-25)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.ids import MunicipalityCode, ServicePointId, town_of

from .visits import Visit, VisitKind, VisitState

TO_LIBRARIES = (VisitKind.INFORMATICIANS, VisitKind.DIRECTOR)
"""A presentation is held for a board, not at a library."""


@dataclass(frozen=True)
class Visited:
    """A municipality counts once, however many visits and libraries there were in it."""

    hosts: frozenset[MunicipalityCode]
    met: frozenset[MunicipalityCode]
    """Those whose staff AKE has met: hosts and those that joined them. This is what counts."""
    points: frozenset[ServicePointId]
    """The service points that hosted or joined, to be shown beside."""


def visited(visits: Iterable[Visit], year: int, today: date) -> Visited:
    """What came of a year up to yesterday."""
    return gathered(one for one in visits if one.held(today) and one.day and one.day.year == year)


def visited_since(visits: Iterable[Visit], since: date) -> Visited:
    """Held since a day, or booked."""
    return gathered(
        one for one in visits if one.state is VisitState.BOOKED and one.day and one.day >= since
    )


def gathered(visits: Iterable[Visit]) -> Visited:
    counted = [one for one in visits if one.kind in TO_LIBRARIES]
    hosts = {one.host for one in counted}
    points = hosts | {guest for one in counted for guest in one.guests}
    return Visited(
        frozenset(map(town_of, hosts)), frozenset(map(town_of, points)), frozenset(points)
    )
