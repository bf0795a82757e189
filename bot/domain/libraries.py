"""The region's service points: the main libraries, and the branches that were added."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from .ids import MunicipalityCode, ServicePointId
from .occasion import Occasion
from .service_points import ServicePoint, Suggestion

ORDER = {"main": 0, "branch": 1, "mobile": 2}


class Libraries:
    """Looks up service points for the one who acts."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion

    @cached_property
    def known(self) -> Mapping[ServicePointId, ServicePoint]:
        added = {point.id: point for point in self.occasion.records.service_points.added()}
        return {**self.occasion.region.main_libraries, **added}

    def all(self) -> tuple[ServicePoint, ...]:
        """Those that are open, by municipality, the main library first."""
        return self.ordered(self.known.values())

    def within(self, towns: Collection[MunicipalityCode]) -> tuple[ServicePoint, ...]:
        """The same, of some municipalities."""
        return self.ordered(p for p in self.known.values() if p.municipality in towns)

    def ordered(self, points: Iterable[ServicePoint]) -> tuple[ServicePoint, ...]:
        found = [point for point in points if point.active]
        return tuple(sorted(found, key=lambda p: (self.town(p), ORDER[p.kind], p.name.fi, p.id)))

    def town(self, point: ServicePoint) -> str:
        return self.occasion.region.municipality(point.municipality).name.fi

    def find(self, point: ServicePointId) -> ServicePoint:
        """Raises KeyError."""
        found = self.occasion.region.main_libraries.get(point)
        return found or self.known[point]

    def of(self, municipality: MunicipalityCode) -> tuple[ServicePoint, ...]:
        return self.within({municipality})

    @property
    def home(self) -> ServicePoint | None:
        who = self.occasion.who
        return self.find(who.home) if who.home is not None else None

    def suggest(self, point: ServicePoint) -> None:
        """Any worker may; the coordinators are told."""
        records, who = self.occasion.records, self.occasion.who
        records.service_points.suggest(Suggestion(point, who.id))
        for coordinator in records.people.coordinators():
            key = f"suggested/{point.id}"
            self.occasion.tell(coordinator, key, "suggested_library", point=point.id)


class LibraryDesk:
    """What only an AKE coordinator may do with service points."""

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion

    def suggestions(self) -> tuple[Suggestion, ...]:
        return self.occasion.records.service_points.suggestions()

    def accept(self, point: ServicePointId) -> Suggestion:
        """Raises KeyError where there is no such suggestion any more."""
        suggestion = {each.point.id: each for each in self.suggestions()}[point]
        self.occasion.records.service_points.keep(suggestion.point)
        self.answer(suggestion, "library_accepted")
        return suggestion

    def refuse(self, point: ServicePointId) -> Suggestion:
        """Raises KeyError where there is no such suggestion any more."""
        suggestion = {each.point.id: each for each in self.suggestions()}[point]
        self.occasion.records.service_points.refuse(point)
        self.answer(suggestion, "library_refused")
        return suggestion

    def answer(self, suggestion: Suggestion, opens: str) -> None:
        person = self.occasion.records.people.find(suggestion.by)
        if person is not None:
            point = suggestion.point
            self.occasion.tell(person, f"{opens}/{point.id}", opens, point=point.id)
