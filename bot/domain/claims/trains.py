"""Where passenger trains stop: enough to ask whether a train would have done (D-17)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.ids import MunicipalityCode

StationLines = Mapping[MunicipalityCode, frozenset[str]]
"""Municipalities that have a passenger station, with the lines that call there."""


@dataclass(frozen=True)
class Train:
    """A way by rail between two municipalities."""

    direct: bool


def read_stations(lines: Iterable[str]) -> StationLines:
    """A region's `rail.csv`: municipality, line, station, certainty, source."""
    stations: dict[MunicipalityCode, frozenset[str]] = {}
    for row in csv.DictReader(lines):
        code = MunicipalityCode(row["municipality"])
        stations[code] = stations.get(code, frozenset()) | {row["line"]}
    return stations


def train_between(
    stations: StationLines, one: MunicipalityCode | None, other: MunicipalityCode | None
) -> Train | None:
    """None where either end has no station. The lines meet, so with a change one gets anywhere."""
    if one is None or other is None or one == other:
        return None
    if one not in stations or other not in stations:
        return None
    return Train(direct=bool(stations[one] & stations[other]))
