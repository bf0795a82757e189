"""Service points out of the national library directory: answers of its API, version 4, to /library.

Ask with `lang=fi&refs=city&limit=1000`, and once more with `lang=sv`. The directory's documentation
says `result` where its server says `items`, and `langcode` where it says `lang`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from bot.domain.ids import MunicipalityCode
from bot.domain.places import Coordinates
from bot.domain.regions import Region
from bot.domain.service_points import ServicePoint, ServicePointKind
from bot.regions.faults import Faults, Wrong
from bot.regions.imports import Imported, imported_point
from bot.regions.places import in_finland

PUBLIC = ("municipal", "children", "music")
MOBILE = "mobile"

PREFIX = "kirkanta-"
"""How the external ids of these begin."""


@dataclass(frozen=True)
class Library:
    """What we use of one item."""

    number: int
    name: str
    type: str
    is_main: bool
    town: str
    """The Finnish name of the municipality."""
    coordinates: Coordinates | None


def read_directory(fi: str, sv: str | None, region: Region, file: str = "kirkanta") -> Imported:
    """Without libraries of other regions, and of schools, universities and so on.

    `sv` is the same list asked for in Swedish; the directory repeats a Finnish name in it.
    """
    faults = Faults()
    found: list[Library] = []
    swedish: dict[int, str] = {}
    with faults.caught(file):
        found = libraries(fi)
        swedish = {library.number: library.name for library in (libraries(sv) if sv else ())}
    towns = by_municipality(found, region)
    points = faults.each(file, towns, partial(points_of, towns, region, swedish))
    return Imported(tuple(point for town in points for point in town), tuple(faults.found))


def closed(known: Iterable[ServicePoint], imported: Imported) -> tuple[ServicePoint, ...]:
    """Branches that came from the directory and are no longer in it; inactive, never deleted."""
    still = {point.id for point in imported.points}
    return tuple(
        replace(point, active=False)
        for point in known
        if point.active
        and point.kind is not ServicePointKind.MAIN
        and (point.external_id or "").startswith(PREFIX)
        and point.id not in still
    )


Towns = Mapping[MunicipalityCode, list[Library]]


def by_municipality(found: Iterable[Library], region: Region) -> Towns:
    towns: dict[MunicipalityCode, list[Library]] = defaultdict(list)
    for library in found:
        municipality = region.called(library.town)
        if municipality and library.type in (*PUBLIC, MOBILE):
            towns[municipality.code].append(library)
    return towns


def points_of(
    towns: Towns, region: Region, swedish: Mapping[int, str], code: MunicipalityCode
) -> list[ServicePoint]:
    """Raises Wrong where it cannot be told which one is the main library."""
    municipality = region.municipality(code)
    main = main_of(towns[code])
    return [
        imported_point(
            municipality,
            kind_of(library, main),
            (library.name, swedish.get(library.number)),
            library.coordinates,
            f"{PREFIX}{library.number}",
        )
        for library in towns[code]
    ]


def main_of(libraries: list[Library]) -> Library:
    """The one that says so, or the only one there is."""
    public = [library for library in libraries if library.type in PUBLIC]
    marked = [library for library in public if library.is_main] or public
    if len(marked) != 1:
        names = ", ".join(library.name for library in marked) or "bookmobiles alone"
        raise Wrong(None, f"{libraries[0].town} should have one main library, but has {names}")
    return marked[0]


def kind_of(library: Library, main: Library) -> ServicePointKind:
    if library == main:
        return ServicePointKind.MAIN
    return ServicePointKind.MOBILE if library.type == MOBILE else ServicePointKind.BRANCH


def libraries(text: str) -> list[Library]:
    """Raises Wrong where the text is not such an answer."""
    try:
        answer: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise Wrong(error.lineno, f"this is not JSON ({error.msg})") from None
    items, cities = inside(answer, "items"), inside(answer, "refs", "city")
    if not isinstance(items, list):
        raise Wrong(None, "there is no list of items in it")
    if not isinstance(cities, dict):
        raise Wrong(None, "it does not tell the cities; ask for refs=city")
    found = (library(item, cities) for item in items)
    return list({one.number: one for one in found}.values())


def library(item: object, cities: Mapping[str, object]) -> Library:
    number, name = inside(item, "id"), inside(item, "name")
    if not isinstance(number, int) or not isinstance(name, str) or not name.strip():
        raise Wrong(None, f"an item has no id or no name: {number}, {name}")
    return Library(
        number=number,
        name=name,
        type=str(inside(item, "type")),
        is_main=inside(item, "mainLibrary") is True,
        town=str(inside(cities, str(inside(item, "city")), "name")),
        coordinates=coordinates(inside(item, "coordinates")),
    )


def coordinates(told: object) -> Coordinates | None:
    """Old answers have them as texts. None where they are not in Finland."""
    try:
        degrees = [float(str(inside(told, key))) for key in ("lat", "lon")]
    except ValueError:
        return None
    point = Coordinates(*degrees)
    return point if in_finland(point) else None


def inside(value: object, *path: str) -> object:
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
