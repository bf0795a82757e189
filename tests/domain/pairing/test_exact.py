"""The proposal is the best there is: held against every other way to pair."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.ids import ServicePointId
from bot.domain.pairing.matching import best_matching
from bot.domain.pairing.pool import Pool
from bot.domain.pairing.propose import Proposal, propose
from bot.domain.pairing.worth import Worth, lot, weigh
from tests.domain.pairing.area import Place, areas, pool, pools
from tests.domain.pairing.brute import best


def by_the_bot(proposal: Proposal) -> set[frozenset[str]]:
    return {frozenset(match.members) for match in proposal.matches if not match.locked}


@settings(max_examples=150, deadline=None)
@given(pools())
def test_no_other_way_to_pair_is_better(pool: Pool) -> None:
    """Up to twelve libraries with locks and bans: as many pairs as the best has, and the same."""
    good, pairs = best(pool)
    proposal = propose(pool)
    assert by_the_bot(proposal) == pairs
    locked = sum(len(group) for group in pool.locks)
    assert proposal.standing.matched == locked + 2 * good[0]


@settings(max_examples=100, deadline=None)
@given(areas(most=10))
def test_the_standing_is_that_of_the_best(candidates: tuple[Place, ...]) -> None:
    """The standing told with a proposal is what every way to pair, tried out, gives at best."""
    free = pool(*candidates)
    good, _ = best(free)
    standing = propose(free).standing
    waited = sum(candidate.waited for candidate in candidates)
    assert standing == (2 * good[0], good[1] - waited, *good[2:5])


@settings(max_examples=60, deadline=None)
@given(pools(), st.randoms(use_true_random=False))
def test_the_order_of_registration_changes_nothing(pool: Pool, random: object) -> None:
    """The same libraries in another order give the same proposal, waiting list and all."""
    order = list(pool.candidates)
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = replace(pool, candidates=tuple(order))
    assert propose(shuffled) == propose(pool)


def test_every_small_graph_is_matched_best() -> None:
    """All 4,096 ways of four libraries to forbid, to suit little, well or very well."""
    edges = list(combinations(range(4), 2))
    for worths in product((None, 0, 1, 3), repeat=len(edges)):
        given = {e: worth for e, worth in zip(edges, worths, strict=True) if worth is not None}
        found = best_matching(4, given)
        assert value(found, given) == max(value(way, given) for way in ways(given))


def test_a_weight_too_large_to_count_with_is_refused() -> None:
    """Rather than to count wrong: no real area comes near it."""
    with pytest.raises(OverflowError):
        best_matching(2, {(0, 1): 1 << 124})


def test_a_season_draws_its_own_lots() -> None:
    """Among equals one season is not like another, and it does not matter who is named first."""
    aura, rusko = ServicePointId("aura"), ServicePointId("rusko")
    assert lot("spring", aura, rusko) == lot("spring", rusko, aura)
    assert lot("spring", aura, rusko) != lot("autumn", aura, rusko)


def ways(given: dict[tuple[int, int], int]) -> list[set[tuple[int, int]]]:
    sets = (set(some) for size in range(3) for some in combinations(given, size))
    return [way for way in sets if len({end for edge in way for end in edge}) == 2 * len(way)]


def value(way: set[tuple[int, int]], given: dict[tuple[int, int], int]) -> tuple[int, int]:
    return len(way), sum(given[edge] for edge in way)


worths = st.builds(Worth, *(st.integers(-1, 1) for _ in Worth._fields))


@given(st.lists(st.tuples(worths, worths), min_size=1, max_size=6))
@example(
    [(Worth(0, 0, 1, 0, 0), Worth(0, 0, 0, 0, 1)), (Worth(0, 0, 0, 0, 0), Worth(0, 0, 0, 0, 1))]
)
def test_one_number_keeps_the_order_of_importance(sides: list[tuple[Worth, Worth]]) -> None:
    """Of two sums of worths the better has the larger weight, whatever the parts are."""
    left, right = zip(*sides, strict=True)
    weights = weigh([*left, *right], len(sides))
    sums = [tuple(map(sum, zip(*side, strict=True))) for side in (left, right)]
    weighed = [sum(weights[: len(sides)]), sum(weights[len(sides) :])]
    assert (sums[0] < sums[1]) == (weighed[0] < weighed[1])
    assert (sums[0] == sums[1]) == (weighed[0] == weighed[1])
