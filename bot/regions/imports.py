"""Service points out of a list that AKE keeps, such as a spreadsheet saved as CSV."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.domain.ids import ServicePointId
from bot.domain.places import Coordinates, Municipality
from bot.domain.regions import Region
from bot.domain.service_points import MAIN, ServicePoint, ServicePointKind, library_name
from bot.regions.entries import Entry
from bot.regions.faults import Fault, Faults
from bot.regions.places import degrees
from bot.regions.sheets import read_sheet

COLUMNS = ("municipality", "kind", "name_fi", "name_sv")
OPTIONAL = ("latitude", "longitude", "external_id")


@dataclass(frozen=True)
class Imported:
    points: tuple[ServicePoint, ...]
    """The same list gives the same ids, however often it is imported."""
    faults: tuple[Fault, ...]
    """What is wrong with the list; what it was found in is not among the points."""


def read_service_points(text: str, region: Region, file: str = "service_points.csv") -> Imported:
    """From a header of COLUMNS, with any of OPTIONAL.

    A municipality is given by its code or by its name in either language. Where name_sv is empty
    the Finnish name stands for it. With an external_id a library may change its name and stay the
    same; without one, its id is made of its name. The main library of a municipality is always
    the same one.
    """
    faults = Faults()
    rows = read_sheet(text, file, COLUMNS, faults, OPTIONAL)
    lines: dict[ServicePointId, int | None] = {}

    def read(row: Entry) -> ServicePoint:
        point = service_point(row, region)
        if (line := lines.setdefault(point.id, row.begins)) != row.begins:
            raise row.wrong("name_fi", f"{point.name.fi} is on line {line} already")
        return point

    return Imported(tuple(faults.each(file, rows, read)), tuple(faults.found))


def service_point(row: Entry, region: Region) -> ServicePoint:
    known_as = "external_id" if row.text_or_none("external_id") else "name_fi"
    if slug(row.text(known_as)) in ("", MAIN):
        raise row.wrong(known_as, f"{known_as} is {row.text(known_as)!r}, which tells too little")
    return imported_point(
        municipality_of(row, region),
        row.one_of("kind", ServicePointKind),
        (row.text("name_fi"), row.text_or_none("name_sv")),
        coordinates(row),
        row.text_or_none("external_id"),
    )


def imported_point(
    municipality: Municipality,
    kind: ServicePointKind,
    names: tuple[str, str | None],
    coordinates: Coordinates | None,
    external_id: str | None,
) -> ServicePoint:
    """`names` are the Finnish and the Swedish one; the language is the municipality's."""
    fi = " ".join(names[0].split())
    sv = " ".join((names[1] or fi).split())
    own = MAIN if kind is ServicePointKind.MAIN else slug(external_id or fi)
    return ServicePoint(
        id=ServicePointId(f"{municipality.code}-{own}"),
        municipality=municipality.code,
        kind=kind,
        name=library_name(fi, sv),
        default_language=municipality.default_language,
        coordinates=coordinates,
        external_id=external_id,
    )


def municipality_of(row: Entry, region: Region) -> Municipality:
    text = row.text("municipality")
    # A spreadsheet drops the zeros that a code begins with.
    code = text.zfill(3) if text.isdecimal() else text
    if (found := region.called(code)) is None:
        raise row.wrong("municipality", f"municipality is {text!r}, which is not of the region")
    return found


def coordinates(row: Entry) -> Coordinates | None:
    """Both or neither."""
    if not (row.text_or_none("latitude") or row.text_or_none("longitude")):
        return None
    return Coordinates(degrees(row, "latitude"), degrees(row, "longitude"))


def slug(text: str) -> str:
    """Small letters without dots, digits and hyphens: `askaisten-kirjasto`."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "-".join(re.findall(r"\w+", letters))
