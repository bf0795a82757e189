from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.ids import MunicipalityCode
from bot.regions.faults import RegionError
from bot.regions.rail import stations

from .folders import lounais_suomi


def test_where_trains_stop() -> None:
    """Six municipalities of the region have a passenger station."""
    region = lounais_suomi().municipalities
    found = {str(region[code].name.fi) for code in stations("lounais-suomi") if code in region}
    assert found == {"Turku", "Salo", "Loimaa", "Kokemäki", "Harjavalta", "Pori"}


def test_a_region_without_trains(tmp_path: Path) -> None:
    """A region with no such file has no trains, and is whole."""
    assert stations("somewhere", tmp_path) == {}


def test_a_junction(tmp_path: Path) -> None:
    """A place on two lines has both."""
    write(tmp_path, "837,a,Tampere,ours\n837,b,Tampere,ours\n")
    assert stations("here", tmp_path) == {MunicipalityCode("837"): frozenset({"a", "b"})}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("37,a,Tampere,ours", "not three digits"),
        ("837,a,Tampere,perhaps", "which is none of verified, ours"),
        ("837,a,,ours", "station is missing"),
        ("837,a,Tampere,ours\n837,a,Tampere,ours", "on line 2 already"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, row: str, reason: str) -> None:
    """A mistyped row is named, not passed over."""
    write(tmp_path, row + "\n")
    with pytest.raises(RegionError, match=reason):
        stations("here", tmp_path)


def write(folder: Path, rows: str) -> None:
    (folder / "here").mkdir()
    head = "municipality,line,station,certainty\n"
    (folder / "here" / "rail.csv").write_text(head + rows, encoding="utf-8")
