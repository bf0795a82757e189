"""Who may act for a library, and who may see a pair."""

from __future__ import annotations

from bot.domain.ids import ServicePointId, town_of
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed, Person

from .pairs import Pair
from .visits import PartnerVisit


def may_act(who: Person, point: ServicePointId) -> bool:
    """Any worker for the libraries of their own municipality, coordinators for all (D-3)."""
    return who.coordinator or is_of(who, point)


def is_of(who: Person, point: ServicePointId) -> bool:
    return who.home is not None and town_of(who.home) == town_of(point)


def is_host(who: Person, visit: PartnerVisit) -> bool:
    """Whether guests come to them. Host and guests may be of one municipality (D-5)."""
    if who.home in visit.points:
        return who.home == visit.host
    return is_of(who, visit.host)


def may_see(who: Person, pair: Pair) -> bool:
    """Its members' workers and the coordinators: a pair's contacts are nobody else's business."""
    return any(may_act(who, point) for point in pair.points)


def as_one_of(occasion: Occasion, point: ServicePointId) -> None:
    """Raises NotAllowed."""
    if not may_act(occasion.who, point):
        raise NotAllowed(point)
