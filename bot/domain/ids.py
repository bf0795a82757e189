"""What things are called inside the house. An id is never shown to a person."""

from __future__ import annotations

from typing import NewType

PersonId = NewType("PersonId", str)
MunicipalityCode = NewType("MunicipalityCode", str)
"""Three digits of Statistics Finland: `853` is Turku."""
ConsortiumKey = NewType("ConsortiumKey", str)
ServicePointId = NewType("ServicePointId", str)
NetworkKey = NewType("NetworkKey", str)
"""A network, a working group or an audience: one list of keys in the region's data."""
RoundId = NewType("RoundId", str)
