"""Where passenger trains stop: enough to ask whether a train would have done (D-17)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.ids import MunicipalityCode

StationLines = Mapping[MunicipalityCode, frozenset[str]]
"""Municipalities that have a passenger station, with the lines that call there."""


@dataclass(frozen=True)
class Train:
    """A way by rail between two municipalities."""

    direct: bool


def train_between(
    stations: StationLines, one: MunicipalityCode | None, other: MunicipalityCode | None
) -> Train | None:
    """None where either end has no station. The lines meet, so with a change one gets anywhere."""
    if one is None or other is None or one == other:
        return None
    if one not in stations or other not in stations:
        return None
    return Train(direct=bool(stations[one] & stations[other]))
