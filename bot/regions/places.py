"""Municipalities, consortia, neighbours and distances, out of their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from bot.domain.ids import ConsortiumKey, MunicipalityCode
from bot.domain.languages import Language
from bot.domain.places import (
    Consortium,
    Coordinates,
    LanguageStatus,
    Municipality,
    SizeClass,
    road_kilometres,
)
from bot.regions.entries import KEY, NAME, Entry

MUNICIPALITY = (
    "code",
    *NAME,
    "variants_fi",
    "variants_sv",
    "language_status",
    "language_island",
    "default_language",
    "population",
    "population_year",
    "size_class",
    "consortium",
    "latitude",
    "longitude",
)
CONSORTIUM = ("key", *NAME, "aliases_fi", "aliases_sv", "kirkanta_id")
NEIGHBOUR = ("municipality", "neighbour")
DISTANCE = ("a", "b", "kilometres", "basis")

ASK = "ask"
"""In place of a default language: nothing can be guessed (D-33)."""

CODE = (r"\d{3}", "three digits")

FINLAND = {"latitude": (59, 71), "longitude": (19, 32)}

Distances = dict[frozenset[MunicipalityCode], int]


def municipality(row: Entry) -> Municipality:
    size = SizeClass.of(population := row.whole("population", least=1))
    if row.one_of("size_class", SizeClass) is not size:
        raise row.wrong("size_class", f"size_class is not {size}, as {population} people make it")
    language = row.among("default_language", [*Language, ASK])
    consortium = row.text_or_none("consortium")
    return Municipality(
        code=MunicipalityCode(row.matching("code", *CODE)),
        name=row.name(),
        variants=row.texts("variants_fi") + row.texts("variants_sv"),
        language_status=row.one_of("language_status", LanguageStatus),
        language_island=row.yes("language_island"),
        default_language=None if language == ASK else language,
        population=population,
        population_year=row.whole("population_year", least=1990),
        size=size,
        consortium=ConsortiumKey(consortium) if consortium else None,
        centre=coordinates(row),
    )


def coordinates(row: Entry) -> Coordinates:
    return Coordinates(degrees(row, "latitude"), degrees(row, "longitude"))


def degrees(row: Entry, key: str) -> float:
    least, most = FINLAND[key]
    number = row.decimal(key)
    if not least <= number <= most:
        raise row.wrong(key, f"{key} is {number}, which is not in Finland ({least} to {most})")
    return float(number)


def in_finland(point: Coordinates) -> bool:
    south, north = FINLAND["latitude"]
    west, east = FINLAND["longitude"]
    return south <= point.latitude <= north and west <= point.longitude <= east


def consortium(row: Entry) -> Consortium:
    return Consortium(
        key=ConsortiumKey(row.matching("key", *KEY)),
        name=row.name(),
        aliases=row.texts("aliases_fi") + row.texts("aliases_sv"),
        kirkanta_id=row.whole("kirkanta_id", 1) if row.text_or_none("kirkanta_id") else None,
    )


Known = Mapping[MunicipalityCode, Municipality]


def known_code(row: Entry, key: str, known: Known) -> MunicipalityCode:
    code = MunicipalityCode(row.matching(key, *CODE))
    if code not in known:
        raise row.wrong(key, f"{key} is {code}, which is no municipality of the region")
    return code


def border(row: Entry, known: Known) -> tuple[MunicipalityCode, MunicipalityCode]:
    one, other = known_code(row, "municipality", known), known_code(row, "neighbour", known)
    if one == other:
        raise row.wrong("neighbour", f"{one} is its own neighbour")
    return one, other


def both_ways(
    borders: set[tuple[MunicipalityCode, MunicipalityCode]],
) -> Callable[[Entry], None]:
    def check(row: Entry) -> None:
        one, other = row.text("municipality"), row.text("neighbour")
        if (other, one) not in borders:
            raise row.wrong("neighbour", f"{one} has {other} as neighbour, but not the other way")

    return check


def distance(row: Entry, known: Known) -> tuple[frozenset[MunicipalityCode], int]:
    ends = frozenset((known_code(row, "a", known), known_code(row, "b", known)))
    if len(ends) == 1:
        raise row.wrong("b", f"a and b are both {row.text('b')}")
    row.among("basis", ("estimate", "detour", "measured"))
    return ends, row.whole("kilometres", least=1)


def filled(distances: Mapping[frozenset[MunicipalityCode], int], known: Known) -> Distances:
    """With an estimate for each pair that the file leaves out (D-8)."""
    pairs: Iterable[tuple[Municipality, Municipality]] = combinations(known.values(), 2)
    estimates = {
        ends: road_kilometres(one.centre, other.centre)
        for one, other in pairs
        if (ends := frozenset((one.code, other.code))) not in distances
    }
    return {**distances, **estimates}
