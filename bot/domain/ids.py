"""What things are called inside the house. An id is never shown to a person."""

from __future__ import annotations

from typing import NewType
from uuid import uuid4

PersonId = NewType("PersonId", str)
MunicipalityCode = NewType("MunicipalityCode", str)
"""Three digits of Statistics Finland: `853` is Turku."""
ConsortiumKey = NewType("ConsortiumKey", str)
ServicePointId = NewType("ServicePointId", str)
"""Begins with its municipality's code: `853-main`."""
NetworkKey = NewType("NetworkKey", str)
"""A network, a working group or an audience: one list of keys in the region's data."""
RoundId = NewType("RoundId", str)
"""Says which one it is: `ake_visit-2026-spring`."""
AkePersonId = NewType("AkePersonId", str)
"""Somebody of AKE's own who goes on visits; not every one of them talks with the bot."""
AbsenceId = NewType("AbsenceId", str)
VisitId = NewType("VisitId", str)
WaitingId = NewType("WaitingId", str)
"""A library's place in the line for a visit day."""
OfferId = NewType("OfferId", str)
RegistrationId = NewType("RegistrationId", str)
PairId = NewType("PairId", str)
PartnerVisitId = NewType("PartnerVisitId", str)
ReportId = NewType("ReportId", str)
CoffeeHourId = NewType("CoffeeHourId", str)
SeriesId = NewType("SeriesId", str)
"""A series of coffee hours: one rule that makes many."""


def town_of(point: ServicePointId) -> MunicipalityCode:
    """The municipality that a service point belongs to."""
    return MunicipalityCode(point[:3])


def fresh() -> str:
    """An id that nothing has had and nobody can guess."""
    return uuid4().hex
