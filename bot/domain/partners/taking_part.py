"""From registrations to the pool that a proposal is worked out from."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.ids import RoundId, ServicePointId
from bot.domain.interests import interests_in
from bot.domain.pairing.candidates import Candidate
from bot.domain.pairing.cooperation import municipalities_in
from bot.domain.pairing.likeness import Weights
from bot.domain.pairing.pool import Pool
from bot.domain.regions import Region
from bot.domain.service_points import ServicePoint

from .desk_book import Wish, WishKind
from .pairs import Pair
from .registrations import Registration


def pool_of(
    season: RoundId,
    candidates: Iterable[Candidate],
    wishes: Iterable[Wish],
    region: Region,
) -> Pool:
    """A wish for libraries that no longer take part is left out. Raises WishesClash."""
    taking_part = tuple(candidates)
    known = {each.id for each in taking_part}
    held = [wish for wish in wishes if wish.members <= known]

    def km(one: Candidate, other: Candidate) -> int:
        return region.kilometres(one.municipality, other.municipality) or 0

    return Pool(
        season,
        taking_part,
        km,
        Weights.of(region.arrangements.pairing),
        frozenset(wish.members for wish in held if wish.kind is WishKind.LOCK),
        frozenset(wish.members for wish in held if wish.kind is WishKind.BAN),
    )


def candidate(
    registration: Registration, point: ServicePoint, pairs: Iterable[Pair], region: Region
) -> Candidate:
    """What the pairing knows of a library: its town, its own words, and its former partners."""
    told, town = registration.told, region.municipality(point.municipality)
    names = {one.code: one.name for one in region.municipalities.values()}
    return Candidate(
        id=point.id,
        municipality=town.code,
        kind=point.kind,
        population=town.population,
        interests=interests_in(told.wish, region.interests),
        swedish=told.swedish,
        consortium=town.consortium,
        waited=registration.waited,
        past=former_partners(point.id, pairs),
        cooperates=municipalities_in(told.cooperation, names) - {town.code},
    )


def former_partners(point: ServicePointId, pairs: Iterable[Pair]) -> tuple[ServicePointId, ...]:
    """One entry for each time."""
    return tuple(other for pair in pairs if point in pair.points for other in pair.others(point))
