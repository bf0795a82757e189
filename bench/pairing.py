"""How long a proposal of library pairs takes, and the price of a wish."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import hypot
from random import Random
from statistics import median
from time import perf_counter

from bot.domain.ids import ConsortiumKey, MunicipalityCode, ServicePointId
from bot.domain.interests import InterestKey
from bot.domain.pairing.candidates import Candidate
from bot.domain.pairing.likeness import Weights
from bot.domain.pairing.pool import Pool
from bot.domain.pairing.price import price_of_lock
from bot.domain.pairing.propose import propose
from bot.domain.service_points import ServicePointKind

from .figure import Figure

WEIGHTS = Weights(size=400, distance=350, interests=250, far=150)
SIZES = (43, 126, 500)
"""Libraries: the municipalities and the service points of Lounais-Suomi, and a country's worth."""
AREAS = 7
"""Different random areas measured for each size."""


@dataclass(frozen=True)
class Place(Candidate):
    """A candidate somewhere in an area of 130 by 220 kilometres."""

    at: tuple[float, float] = (0, 0)


def km(one: Candidate, other: Candidate) -> int:
    assert isinstance(one, Place)
    assert isinstance(other, Place)
    return round(1.2 * hypot(one.at[0] - other.at[0], one.at[1] - other.at[1]))


def place(number: int, random: Random) -> Place:
    """One in three is a main library; populations are spread as those of municipalities are."""
    words = [InterestKey(f"interest-{word}") for word in range(30)]
    return Place(
        id=ServicePointId(f"library-{number}"),
        municipality=MunicipalityCode(str(number // 3)),
        kind=(ServicePointKind.MAIN, ServicePointKind.BRANCH, ServicePointKind.BRANCH)[number % 3],
        population=round(10 ** random.uniform(3, 5.3)),
        interests=frozenset(random.sample(words, random.randint(0, 4))),
        swedish=random.random() < 0.1,
        consortium=ConsortiumKey(str(random.randrange(5))),
        waited=int(random.random() < 0.05),
        past=tuple(ServicePointId(f"library-{random.randrange(126)}") for _ in range(3)),
        at=(random.uniform(0, 130), random.uniform(0, 220)),
    )


def area(size: int, seed: int) -> Pool:
    random = Random(seed)  # noqa: S311  # the same areas each time, and no secrets in them
    return Pool(
        f"season-{seed}", tuple(place(number, random) for number in range(size)), km, WEIGHTS
    )


def figures() -> Iterator[Figure]:
    for size in SIZES:
        yield from spread(f"a proposal for {size} libraries", propose, size)
    for size in SIZES[:2]:
        yield from spread(f"the price of a wish among {size} libraries", price_of_two, size)


def spread(what: str, act: Callable[[Pool], object], size: int) -> Iterator[Figure]:
    times = [milliseconds(act, area(size, seed)) for seed in range(AREAS)]
    for named, value in (("least", min(times)), ("median", median(times)), ("most", max(times))):
        yield Figure(f"{what}, {named}", value, "ms")


def milliseconds(act: Callable[[Pool], object], pool: Pool) -> float:
    start = perf_counter()
    act(pool)
    return 1000 * (perf_counter() - start)


def price_of_two(pool: Pool) -> object:
    """Of the first library with the next of another town."""
    first = pool.candidates[0]
    other = next(one for one in pool.candidates if pool.allows(first, one))
    return price_of_lock(pool, frozenset((first.id, other.id)))
