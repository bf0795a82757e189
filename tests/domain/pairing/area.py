"""A small area to pair libraries in, laid out on a plane of whole kilometres."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hypothesis import strategies as st

from bot.domain.ids import ConsortiumKey, MunicipalityCode, ServicePointId
from bot.domain.interests import InterestKey
from bot.domain.pairing.candidates import Candidate, Distance, Members
from bot.domain.pairing.likeness import Weights
from bot.domain.pairing.pool import Pool
from bot.domain.service_points import ServicePointKind

WEIGHTS = Weights(size=400, distance=350, interests=250, far=150)
"""As in Lounais-Suomi (D-8)."""
WORDS = tuple(InterestKey(word) for word in ("digital_support", "book_talks", "events"))


@dataclass(frozen=True)
class Place(Candidate):
    """A candidate that knows where it is."""

    at: tuple[int, int] = (0, 0)


def km(one: Candidate, other: Candidate) -> int:
    assert isinstance(one, Place)
    assert isinstance(other, Place)
    return abs(one.at[0] - other.at[0]) + abs(one.at[1] - other.at[1])


def library(name: str, population: int = 5000, at: int = 0, **more: object) -> Place:
    """A main library of a municipality of its own, so many kilometres along the road."""
    told = {
        "municipality": MunicipalityCode(name),
        "kind": ServicePointKind.MAIN,
        "at": (at, 0),
    } | more
    return Place(id=ServicePointId(name), population=population, **told)  # type: ignore[arg-type]


def together(*names: str) -> Members:
    return frozenset(ServicePointId(name) for name in names)


def pool(
    *candidates: Place,
    locks: Iterable[Members] = (),
    bans: Iterable[Members] = (),
    season: str = "2024-spring",
    distance: Distance = km,
) -> Pool:
    return Pool(season, candidates, distance, WEIGHTS, frozenset(locks), frozenset(bans))


@st.composite
def areas(draw: st.DrawFn, most: int = 12) -> tuple[Place, ...]:
    """Up to so many libraries, alike enough for ties and clashes to be common."""
    names = [f"library-{number}" for number in range(draw(st.integers(0, most)))]
    return tuple(draw(places(name, names)) for name in names)


def places(name: str, names: list[str]) -> st.SearchStrategy[Place]:
    others = st.sampled_from([ServicePointId(other) for other in names])
    codes = st.sampled_from([MunicipalityCode(code) for code in "ABCDEFGH"])
    return st.builds(
        Place,
        id=st.just(ServicePointId(name)),
        municipality=codes,
        kind=st.sampled_from(ServicePointKind),
        population=st.sampled_from((0, 1000, 5000, 5500, 20000)),
        interests=st.frozensets(st.sampled_from(WORDS)),
        swedish=st.booleans(),
        consortium=st.sampled_from((None, ConsortiumKey("Vaski"), ConsortiumKey("Sata"))),
        waited=st.integers(0, 2),
        past=st.lists(others, max_size=3).map(tuple),
        cooperates=st.frozensets(codes, max_size=2),
        at=st.tuples(st.integers(0, 120), st.integers(0, 60)),
    )


@st.composite
def pools(draw: st.DrawFn, most: int = 12) -> Pool:
    """An area with wishes that can all come true."""
    candidates = draw(areas(most))
    ids = draw(st.permutations([candidate.id for candidate in candidates]))
    cut = draw(st.sampled_from((0, 2, 3, 4, 5))) if len(ids) >= 5 else 0
    locks = {2: [2], 3: [3], 4: [2, 2], 5: [2, 3]}.get(cut, [])
    groups = [frozenset(ids[sum(locks[:at]) :][:size]) for at, size in enumerate(locks)]
    pairs = st.frozensets(st.sampled_from(ids), min_size=2, max_size=2) if ids[1:] else st.nothing()
    bans = draw(st.frozensets(pairs, max_size=8)) if ids[1:] else frozenset()
    kept = [ban for ban in bans if not any(ban <= group for group in groups)]
    return pool(*candidates, locks=groups, bans=kept)
