"""Where passenger trains stop in a region, out of its `rail.csv`; a region may have none."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from bot.domain.claims.trains import StationLines
from bot.domain.ids import MunicipalityCode
from bot.regions.entries import KEY, Entry
from bot.regions.folder import Folder, cells, once
from bot.regions.places import CODE

HERE = Path(__file__).parent
FILE = "rail.csv"
STATION = ("municipality", "line", "station", "certainty")
CERTAINTY = ("verified", "ours")


def stations(key: str, folder: Path | None = None) -> StationLines:
    """Also of places outside the region, where its lines lead. Raises RegionError."""
    files = Folder((folder or HERE) / key)
    if not (files.path / FILE).exists():
        return {}
    rows = files.rows(FILE, STATION, once("line", cells("municipality", "line")))
    found = defaultdict(set)
    for code, line in files.each(FILE, rows, station):
        found[code].add(line)
    files.faults.stop_here()
    return {code: frozenset(lines) for code, lines in found.items()}


def station(row: Entry) -> tuple[MunicipalityCode, str]:
    row.text("station")
    row.among("certainty", CERTAINTY)
    return MunicipalityCode(row.matching("municipality", *CODE)), row.matching("line", *KEY)
