"""The coordinator's wishes: locked together, kept apart, and what it costs."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.domain.ids import MunicipalityCode
from bot.domain.pairing.pool import (
    LockedAndForbidden,
    LockedTwice,
    NotCandidate,
    Pool,
    WrongNumber,
)
from bot.domain.pairing.price import Price, price_of_ban, price_of_lock, thirds
from bot.domain.pairing.propose import propose
from tests.domain.pairing.area import Place, areas, library, pool, pools, together

AURA, RUSKO, LAITILA, VEHMAA = (
    library("aura", population=4000, at=0),
    library("rusko", population=4000, at=10),
    library("laitila", population=8000, at=60),
    library("vehmaa", population=8000, at=75),
)


def pairs(pool: Pool) -> list[str]:
    return [" + ".join(match.members) for match in propose(pool).matches]


def test_alike_and_near_go_together() -> None:
    """The bot joins the two small ones near each other, and the two larger ones."""
    assert pairs(pool(VEHMAA, RUSKO, LAITILA, AURA)) == ["aura + rusko", "laitila + vehmaa"]


def test_a_locked_pair_is_in_and_the_rest_is_solved_again() -> None:
    """Aura and Vehmaa by the coordinator's wish; the other two are left to each other."""
    locked = pool(AURA, RUSKO, LAITILA, VEHMAA, locks=[together("aura", "vehmaa")])
    assert pairs(locked) == ["aura + vehmaa", "laitila + rusko"]
    assert [match.locked for match in propose(locked).matches] == [True, False]


def test_a_forbidden_pair_is_not_in() -> None:
    """Aura and Rusko are kept apart, and the best of the other ways is found."""
    forbidden = pool(AURA, RUSKO, LAITILA, VEHMAA, bans=[together("aura", "rusko")])
    assert pairs(forbidden) == ["aura + laitila", "rusko + vehmaa"]


def test_a_wish_costs_what_is_lost_by_it() -> None:
    """A lock, a lock that stands, a ban: each told as points lost against having it not."""
    free = pool(AURA, RUSKO, LAITILA, VEHMAA)
    best = propose(free).standing.points
    wish = together("aura", "vehmaa")
    locked = replace(free, locks=frozenset({wish}))
    lost = best - propose(locked).standing.points
    assert lost > 0
    assert price_of_lock(free, wish) == price_of_lock(locked, wish) == Price(0, 0, 0, lost)
    assert price_of_lock(free, together("aura", "rusko")) == Price(0, 0, 0, 0)
    assert price_of_ban(free, wish) == Price(0, 0, 0, 0)
    assert price_of_ban(free, together("aura", "rusko")).points > 0


def test_locking_a_forbidden_pair_lifts_the_ban() -> None:
    """What a pair would cost can be asked although it is forbidden now."""
    apart = pool(AURA, RUSKO, LAITILA, VEHMAA, bans=[together("aura", "rusko")])
    assert price_of_lock(apart, together("aura", "rusko")).points < 0


def test_a_wish_may_cost_a_pair() -> None:
    """Where a ban leaves somebody alone, the libraries without a partner are told first."""
    assert price_of_ban(pool(AURA, RUSKO), together("aura", "rusko")).matched == 2


def test_three_go_together_by_hand() -> None:
    """The odd one waits until the coordinator locks a group of three."""
    three = pool(AURA, RUSKO, LAITILA)
    assert propose(three).waiting == ("laitila",)
    group = pool(AURA, RUSKO, LAITILA, locks=[together("aura", "rusko", "laitila")])
    assert pairs(group) == ["aura + laitila + rusko"]
    assert propose(group).waiting == ()
    assert price_of_lock(three, together("aura", "rusko", "laitila")).matched == -1


def test_three_are_worth_half_of_their_sum() -> None:
    """Three equals in one place: each of them has a full partner, one and a half pairs in all."""
    one, two, three = (library(name, at=0) for name in ("one", "two", "three"))
    assert propose(pool(one, two)).standing.points == 750
    group = pool(one, two, three, locks=[together("one", "two", "three")])
    assert propose(group).standing.points == 1125


def test_the_odd_one_is_shown_whom_it_might_join() -> None:
    """Pairs are offered to the one who waits, the best first, never its own town or a forbidden."""
    sauvo = library("sauvo", population=300, at=140)
    odd = pool(AURA, RUSKO, LAITILA, VEHMAA, sauvo)
    proposal = propose(odd)
    assert proposal.waiting == ("sauvo",)
    near, far = thirds(odd, proposal.matches, proposal.waiting[0])
    assert near.group.members == ("laitila", "sauvo", "vehmaa")
    assert far.group.members == ("aura", "rusko", "sauvo")
    assert near.points > far.points
    grouped = replace(odd, locks=frozenset({frozenset(near.group.members)}))
    gained = propose(grouped).standing.points - proposal.standing.points
    assert gained == near.points
    forbidden = replace(odd, bans=frozenset({together("sauvo", "vehmaa")}))
    assert thirds(forbidden, proposal.matches, sauvo.id) == [far]


def test_two_of_one_town_go_together_by_hand_only() -> None:
    """The bot leaves the main library and its branch waiting; a lock joins them (D-5)."""
    town = MunicipalityCode("853")
    main, branch = library("main", municipality=town), library("branch", municipality=town)
    assert propose(pool(main, branch)).waiting == ("branch", "main")
    assert pairs(pool(main, branch, locks=[together("main", "branch")])) == ["branch + main"]


def test_wishes_that_cannot_come_true_are_refused() -> None:
    """Each clash says whom it is about."""
    apart = together("aura", "rusko")
    with pytest.raises(WrongNumber) as alone:
        pool(AURA, locks=[together("aura")])
    with pytest.raises(NotCandidate) as stranger:
        pool(AURA, locks=[together("aura", "rusko")])
    with pytest.raises(LockedTwice) as twice:
        pool(AURA, RUSKO, LAITILA, locks=[together("aura", "rusko"), together("aura", "laitila")])
    with pytest.raises(LockedAndForbidden) as both:
        pool(AURA, RUSKO, locks=[apart], bans=[apart])
    with pytest.raises(LockedAndForbidden) as inside:
        pool(AURA, RUSKO, LAITILA, locks=[together("aura", "rusko", "laitila")], bans=[apart])
    clashes = [alone, stranger, twice, both, inside]
    assert [sorted(clash.value.members) for clash in clashes] == [
        ["aura"],
        ["rusko"],
        ["aura"],
        ["aura", "rusko"],
        ["aura", "rusko"],
    ]


def test_nobody_takes_part_twice() -> None:
    """One registration for a service point (D-3): two are a mistake of the caller."""
    with pytest.raises(ValueError, match="twice"):
        pool(AURA, AURA)


@settings(max_examples=150, deadline=None)
@given(pools(most=20))
def test_wishes_are_always_kept(pool: Pool) -> None:
    """Every lock is in, no ban is, no town is paired with itself, and each library is once."""
    proposal = propose(pool)
    groups = [frozenset(match.members) for match in proposal.matches]
    named = [member for match in proposal.matches for member in match.members]
    assert pool.locks <= set(groups)
    assert not any(ban <= group for ban in pool.bans for group in groups)
    assert sorted([*named, *proposal.waiting]) == sorted(pool.by_id)
    for match in proposal.matches:
        towns = {pool.by_id[member].municipality for member in match.members}
        assert match.locked or len(towns) == len(match.members) == 2


@settings(max_examples=100, deadline=None)
@given(areas(), st.data())
def test_wishes_against_the_proposal_are_kept(
    candidates: tuple[Place, ...], data: st.DataObject
) -> None:
    """A pair that the bot would make is banned, two that it would not are locked: both hold."""
    made = [frozenset(match.members) for match in propose(pool(*candidates)).matches]
    ids = sorted(candidate.id for candidate in candidates)
    apart = [two for one in combinations(ids, 2) if (two := frozenset(one)) not in made]
    assume(made and apart)
    banned, locked = data.draw(st.sampled_from(made)), data.draw(st.sampled_from(apart))
    wished = propose(pool(*candidates, locks=[locked], bans=[banned]))
    groups = [frozenset(match.members) for match in wished.matches]
    assert banned not in groups
    assert locked in groups


@settings(max_examples=60, deadline=None)
@given(pools(most=8), st.data())
def test_a_ban_never_gains_anything(pool: Pool, data: st.DataObject) -> None:
    """To keep two apart costs something or nothing."""
    assume(len(pool.candidates) > 1)
    ids = st.sampled_from(sorted(pool.by_id))
    pair = data.draw(st.frozensets(ids, min_size=2, max_size=2))
    assume(not any(pair <= group for group in pool.locks))
    price = price_of_ban(pool, pair)
    lost = (price.matched, price.waiting_again, price.repeats, price.points)
    assert lost >= (0, 0, 0, 0)
