"""Round after round: nobody is forgotten and old pairs do not come back without need."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from bot.domain.ids import MunicipalityCode
from bot.domain.pairing.pool import Pool
from bot.domain.pairing.propose import Proposal, propose
from tests.domain.pairing.area import Place, library, pool
from tests.domain.pairing.brute import best

ROUNDS = 20


def region(size: int) -> tuple[Place, ...]:
    """Libraries of many sizes and distances; every fifth shares a town with the one before."""
    towns = [MunicipalityCode(str(number - (number % 5 == 4))) for number in range(size)]
    return tuple(
        library(
            f"library-{number:02}",
            population=1000 + 37 * number * number,
            at=number * 53 % 170,
            municipality=town,
        )
        for number, town in enumerate(towns)
    )


def after(candidates: tuple[Place, ...], proposal: Proposal) -> tuple[Place, ...]:
    """The libraries as they stand when the proposal has come true."""
    partners = {
        member: tuple(other for other in match.members if other != member)
        for match in proposal.matches
        for member in match.members
    }
    return tuple(
        replace(
            candidate,
            waited=candidate.waited + 1 if candidate.id in proposal.waiting else 0,
            past=candidate.past + partners.get(candidate.id, ()),
        )
        for candidate in candidates
    )


def rounds(candidates: tuple[Place, ...]) -> list[tuple[Pool, Proposal]]:
    story = []
    for number in range(ROUNDS):
        drawn = pool(*candidates, season=f"round-{number}")
        proposal = propose(drawn)
        story.append((drawn, proposal))
        candidates = after(candidates, proposal)
    return story


@pytest.mark.parametrize("size", [42, 43])
def test_no_pair_comes_back_in_twenty_rounds(size: int) -> None:
    """In a region of the size of Lounais-Suomi twenty rounds pass without one old pair."""
    assert sum(proposal.standing.repeats for _, proposal in rounds(region(size))) == 0


@pytest.mark.parametrize("size", [5, 6, 9, 10])
def test_an_old_pair_comes_back_only_of_need(size: int) -> None:
    """Among few libraries pairs run out; then as few come back as every way to pair allows."""
    for drawn, proposal in rounds(region(size)):
        good, _ = best(drawn)
        assert proposal.standing.repeats == good[2]


@pytest.mark.parametrize("size", [5, 9, 43])
def test_nobody_is_left_over_twice_running(size: int) -> None:
    """Where the number is odd, each round leaves another one waiting."""
    left = [set(proposal.waiting) for _, proposal in rounds(region(size))]
    assert all(len(waiting) == 1 for waiting in left)
    assert not any(now & then for now, then in pairwise(left))


def test_one_with_nobody_to_go_with_goes_on_waiting() -> None:
    """Two libraries of one town have no partner but each other: both are named as waiting."""
    town = MunicipalityCode("853")
    story = rounds((library("main", municipality=town), library("branch", municipality=town)))
    assert all(proposal.waiting == ("branch", "main") for _, proposal in story)


def test_those_who_waited_longest_go_first() -> None:
    """Of three who compete for one partner, the one who has waited most rounds gets it."""
    town = MunicipalityCode("853")
    rivals = [library(f"rival-{n}", at=n, municipality=town, waited=n) for n in (0, 2, 1)]
    proposal = propose(pool(library("partner"), *rivals))
    assert [match.members for match in proposal.matches] == [("partner", "rival-2")]
