"""What things are called inside the house. An id is never shown to a person."""

from __future__ import annotations

from typing import NewType

PersonId = NewType("PersonId", str)
MunicipalityCode = NewType("MunicipalityCode", str)
"""Three digits of Statistics Finland: `853` is Turku."""
ConsortiumKey = NewType("ConsortiumKey", str)
ServicePointId = NewType("ServicePointId", str)
"""Begins with its municipality's code: `853-main`."""
NetworkKey = NewType("NetworkKey", str)
"""A network, a working group or an audience: one list of keys in the region's data."""
RoundId = NewType("RoundId", str)
CoffeeHourId = NewType("CoffeeHourId", str)
SeriesId = NewType("SeriesId", str)
"""A series of coffee hours: one rule that makes many."""


def town_of(point: ServicePointId) -> MunicipalityCode:
    """The municipality that a service point belongs to."""
    return MunicipalityCode(point[:3])
