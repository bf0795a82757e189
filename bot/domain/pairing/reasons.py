"""Why two libraries go together, as facts that a sentence is made of."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.interests import InterestKey
from bot.domain.pairing.candidates import Candidate
from bot.domain.pairing.likeness import Likeness, likeness, mixed, population_share
from bot.domain.pairing.pool import Pool


@dataclass(frozen=True)
class Reasons:
    """The facts behind the points, good and less good (D-7, D-8)."""

    km: int
    populations: tuple[int, int]
    """Of the municipality of the first, then of the other."""
    same_size: bool
    main_and_branch: bool
    """One is a main library, the other a branch or a mobile library."""
    shared_interests: tuple[InterestKey, ...]
    both_swedish: bool
    times_before: int
    """How many times they have been partners."""
    work_together: bool
    same_consortium: bool


@dataclass(frozen=True)
class Comparison:
    """Two libraries side by side."""

    one: Candidate
    other: Candidate
    likeness: Likeness
    reasons: Reasons


def same_consortium(one: Candidate, other: Candidate) -> bool:
    return one.consortium is not None and one.consortium == other.consortium


def compare(one: Candidate, other: Candidate, pool: Pool) -> Comparison:
    """The one with the smaller id stands first, whichever came first."""
    one, other = sorted((one, other), key=lambda candidate: candidate.id)
    alike = likeness(one, other, pool.km, pool.weights)
    return Comparison(one, other, alike, reasons(one, other, pool))


def reasons(one: Candidate, other: Candidate, pool: Pool) -> Reasons:
    return Reasons(
        km=pool.km(one, other),
        populations=(one.population, other.population),
        same_size=population_share(one, other) >= pool.weights.same_size,
        main_and_branch=mixed(one, other),
        shared_interests=tuple(sorted(one.interests & other.interests)),
        both_swedish=one.swedish and other.swedish,
        times_before=one.times_with(other),
        work_together=one.works_with(other),
        same_consortium=same_consortium(one, other),
    )
