"""A region: all that one area's AKE work is about, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.arrangements import Arrangements
from bot.domain.claims.trains import StationLines
from bot.domain.contacts import Contact, Invoicing
from bot.domain.ids import ConsortiumKey, MunicipalityCode, NetworkKey, ServicePointId
from bot.domain.interests import Interest
from bot.domain.labels import Label
from bot.domain.names import Name
from bot.domain.networks import Network
from bot.domain.places import Consortium, Municipality
from bot.domain.rates import Rate
from bot.domain.service_points import ServicePoint, main_library


class Holidays(Protocol):
    """The public holidays of the region's country."""

    def __call__(self, day: date, /) -> bool: ...

    def name(self, day: date) -> Name | None: ...


@dataclass(frozen=True)
class Region:
    """Looking up a key that the region does not have raises KeyError."""

    key: str
    name: Name
    zone: ZoneInfo
    default_language: str
    library: Name
    """The one that carries the regional development task (ACT-2)."""
    home: MunicipalityCode
    """Where that library is, and where its people set out from."""
    municipalities: Mapping[MunicipalityCode, Municipality]
    """By code; each counts as one library in percentages (D-21)."""
    consortia: Mapping[ConsortiumKey, Consortium]
    networks: Mapping[NetworkKey, Network]
    interests: tuple[Interest, ...]
    """What libraries develop together, and the words for it (D-9)."""
    rates: tuple[Rate, ...]
    labels: tuple[Label, ...]
    contacts: Mapping[str, Contact]
    """By role."""
    invoicing: Invoicing
    arrangements: Arrangements
    holidays: Holidays
    links: Mapping[str, str]
    borders: Mapping[MunicipalityCode, frozenset[MunicipalityCode]]
    distances: Mapping[frozenset[MunicipalityCode], int]
    stations: StationLines

    def municipality(self, code: MunicipalityCode) -> Municipality:
        return self.municipalities[code]

    def called(self, text: str) -> Municipality | None:
        """The municipality with this code or this name, in either language and any case."""
        return self._by_name.get(text.strip().casefold())

    def neighbours(self, code: MunicipalityCode) -> tuple[Municipality, ...]:
        """Across land or water, in the order of the codes (AV-9)."""
        return tuple(self.municipalities[other] for other in sorted(self.borders[code]))

    def kilometres(self, one: MunicipalityCode, other: MunicipalityCode) -> int | None:
        """By road from centre to centre; an estimate, never for paying (D-8).

        None where one of the two is not of the region.
        """
        if one == other:
            return 0 if one in self.municipalities else None
        return self.distances.get(frozenset((one, other)))

    def travel_minutes(self, code: MunicipalityCode) -> int:
        """One way for AKE's people (D-26)."""
        return self.arrangements.visits.travel_minutes(self._kilometres_from_home(code))

    def minutes_on_site(self, code: MunicipalityCode) -> int:
        """What a working day leaves for a visit there (D-26)."""
        return self.arrangements.visits.minutes_on_site(self._kilometres_from_home(code))

    def consortium(self, key: ConsortiumKey) -> Consortium:
        return self.consortia[key]

    def members(self, key: ConsortiumKey) -> tuple[Municipality, ...]:
        return tuple(one for one in self.municipalities.values() if one.consortium == key)

    def network(self, key: NetworkKey) -> Network:
        return self.networks[key]

    def label(self, key: str, on: date) -> Name:
        """What an institution is called on a day (D-28)."""
        for label in self.labels:
            if label.key == key and label.holds(on):
                return label.name
        raise KeyError(key)

    def rate(self, on: date) -> Rate | None:
        """For a journey on this day. None: nobody has entered that year yet (D-15)."""
        scheme = self.invoicing.rate_scheme
        return next((r for r in self.rates if r.scheme == scheme and r.year == on.year), None)

    def contact(self, role: str) -> Contact:
        return self.contacts[role]

    @property
    def unset(self) -> tuple[str, ...]:
        """What AKE has yet to fill in, by its place in region.toml."""
        address = {
            "invoicing.address_suffix": self.invoicing.address_suffix,
            "invoicing.reference": self.invoicing.reference,
        }
        mailboxes = {f"contacts.{one.role}.mailbox": one.mailbox for one in self.contacts.values()}
        rounds = {f"rounds.{one.kind}.{one.season}": one.days for one in self.arrangements.rounds}
        return tuple(
            where for where, set_to in {**mailboxes, **address, **rounds}.items() if not set_to
        )

    @cached_property
    def main_libraries(self) -> Mapping[ServicePointId, ServicePoint]:
        """One for each municipality, before anything is imported (D-39)."""
        points = map(main_library, self.municipalities.values())
        return {point.id: point for point in points}

    @cached_property
    def _by_name(self) -> Mapping[str, Municipality]:
        return {
            text.casefold(): one
            for one in self.municipalities.values()
            for text in (*one.variants, one.name.sv, one.name.fi, one.code)
        }

    def _kilometres_from_home(self, code: MunicipalityCode) -> int:
        return 0 if code == self.home else self.distances[frozenset((self.home, code))]
