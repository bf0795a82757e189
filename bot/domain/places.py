"""Municipalities, the consortia their libraries belong to, and how far apart places are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from bot.domain.ids import ConsortiumKey, MunicipalityCode
from bot.domain.names import Name

EARTH_RADIUS = 6371.0
"""Kilometres."""

BENDS = 1.2
"""A road is this many times as long as the straight line (D-8)."""


class LanguageStatus(StrEnum):
    """As the state has decided it for ten years at a time (ACT-15)."""

    FINNISH = "fi"
    SWEDISH = "sv"
    BILINGUAL_FINNISH = "bilingual_fi_majority"
    BILINGUAL_SWEDISH = "bilingual_sv_majority"


class SizeClass(StrEnum):
    """By inhabitants: under 2 000, 5 000, 15 000 and 50 000, and the rest."""

    XS = "XS"
    S = "S"
    M = "M"
    L = "L"
    XL = "XL"

    @classmethod
    def of(cls, population: int) -> SizeClass:
        limits = ((cls.XS, 2_000), (cls.S, 5_000), (cls.M, 15_000), (cls.L, 50_000))
        return next((size for size, limit in limits if population < limit), cls.XL)


@dataclass(frozen=True)
class Coordinates:
    """Degrees in WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Municipality:
    code: MunicipalityCode
    name: Name
    variants: tuple[str, ...]
    """Other ways of writing the name or a form of it, and villages and former municipalities."""
    language_status: LanguageStatus
    language_island: bool
    """A Finnish municipality with a Swedish school or day care (ACT-15)."""
    default_language: str | None
    """None: nothing can be guessed from living here, so the bot asks (D-33)."""
    population: int
    population_year: int
    """The count is that of the last day of this year."""
    size: SizeClass
    consortium: ConsortiumKey | None
    centre: Coordinates


@dataclass(frozen=True)
class Consortium:
    """Libraries with one library system and much in common (ACT-10)."""

    key: ConsortiumKey
    name: Name
    aliases: tuple[str, ...]
    kirkanta_id: int | None
    """Its number in the national library directory."""


def road_kilometres(one: Coordinates, other: Coordinates) -> int:
    """An estimate for pairing and planning, never for paying (D-8)."""
    return round(BENDS * straight_kilometres(one, other))


def straight_kilometres(one: Coordinates, other: Coordinates) -> float:
    """Along the great circle, by the haversine formula."""
    north, south = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    half_chord = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half_chord))
