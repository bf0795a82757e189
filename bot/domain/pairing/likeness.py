"""How well two libraries suit each other, in points (PL-9)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.arrangements import PairingRules
from bot.domain.pairing.candidates import Candidate, Distance
from bot.domain.service_points import ServicePointKind

WHOLE = 1000
"""A share of one and a weight of one are both a thousand, so that points are whole numbers."""


@dataclass(frozen=True)
class Weights:
    """What each criterion may give at most, in thousandths (D-8)."""

    size: int
    distance: int
    interests: int
    far: int
    """Kilometres from which a distance gives nothing."""
    swedish: int = 100
    """Given when both want to work in Swedish."""
    cooperation: int = -50
    """Given when the two work together already: below nothing, a new acquaintance goes first."""
    mixed: int = 500
    """What is left of the size points when a main library meets a branch."""
    same_size: int = 667
    """The smaller population's share of the larger from which the two are of the same size."""

    @classmethod
    def of(cls, rules: PairingRules) -> Weights:
        """A region's own; what it does not set is as above."""
        return cls(rules.size, rules.distance, rules.interests, rules.limit_kilometres)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The points of two libraries, criterion by criterion."""

    size: int
    distance: int
    interests: int
    swedish: int
    cooperation: int

    @property
    def points(self) -> int:
        return self.size + self.distance + self.interests + self.swedish + self.cooperation


def likeness(one: Candidate, other: Candidate, km: Distance, weights: Weights) -> Likeness:
    return Likeness(
        size=weights.size * size_share(one, other, weights) // WHOLE,
        distance=weights.distance * max(0, weights.far - km(one, other)) // weights.far,
        interests=interest_points(one, other, weights),
        swedish=weights.swedish if one.swedish and other.swedish else 0,
        cooperation=weights.cooperation if one.works_with(other) else 0,
    )


def population_share(one: Candidate, other: Candidate) -> int:
    """The smaller population in thousandths of the larger."""
    smaller, larger = sorted((one.population, other.population))
    return WHOLE * smaller // larger if larger else 0


def size_share(one: Candidate, other: Candidate, weights: Weights) -> int:
    """The ratio of the populations, less where only one of the two is a main library (D-7)."""
    share = population_share(one, other)
    return share * weights.mixed // WHOLE if mixed(one, other) else share


def mixed(one: Candidate, other: Candidate) -> bool:
    """Whether only one of them is a main library; a mobile one is like a branch (D-4)."""
    return (one.kind is ServicePointKind.MAIN) != (other.kind is ServicePointKind.MAIN)


def interest_points(one: Candidate, other: Candidate, weights: Weights) -> int:
    """Shared interests among all that the two named (D-9)."""
    named = len(one.interests | other.interests)
    return weights.interests * len(one.interests & other.interests) // named if named else 0
