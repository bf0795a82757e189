"""What AKE's coordinators do with visits: the crew, the day of a wish, the overview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.ids import AkePersonId, MunicipalityCode, VisitId, town_of
from bot.domain.occasion import Occasion
from bot.domain.places import Municipality

from .crew import Crews
from .news import News
from .visited import visited_since
from .visits import Visit, VisitKind, VisitState


class VisitDesk:
    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion
        self.news = News(occasion)
        self.crews = Crews(occasion)

    def to_come(self) -> tuple[Visit, ...]:
        """Booked and wished ones, those without a day first."""
        today = self.occasion.today
        return tuple(one for one in self.occasion.records.visits.since(today) if one.active)

    def booked(self) -> tuple[Visit, ...]:
        return tuple(one for one in self.to_come() if one.state is VisitState.BOOKED)

    def wishes(self) -> tuple[Visit, ...]:
        return tuple(one for one in self.to_come() if one.state is VisitState.WISHED)

    def find(self, visit: VisitId) -> Visit:
        """Raises KeyError where there is none to come."""
        return {one.id: one for one in self.to_come()}[visit]

    # Trips that can be joined

    def visits_near(self, visit: Visit) -> tuple[Visit, ...]:
        """Other visits to come in the same municipality and its neighbours."""
        near = {town_of(visit.host), *self.neighbours(visit)}
        return tuple(
            one
            for one in self.booked()
            if one.id != visit.id and one.day != visit.day and town_of(one.host) in near
        )

    def unvisited_near(self, visit: Visit) -> tuple[Municipality, ...]:
        """Neighbours whose staff AKE has not met this year or last, nor is going to (AV-10)."""
        this_year = self.occasion.today.year
        visits = self.occasion.records.visits.since(date(this_year - 1, 1, 1))
        met = visited_since(visits, date(this_year - 1, 1, 1)).met
        neighbours = self.neighbours(visit)
        return tuple(self.occasion.region.municipality(one) for one in neighbours if one not in met)

    def neighbours(self, visit: Visit) -> Sequence[MunicipalityCode]:
        return [one.code for one in self.occasion.region.neighbours(town_of(visit.host))]

    # Deciding

    def choose_crew(self, visit: VisitId, crew: Sequence[AkePersonId], note: str = "") -> Visit:
        """Let others go; `note` is a word to the library: a longer day, a night (D-26).

        Raises KeyError, PersonTaken.
        """
        was = self.find(visit)
        going, revision = tuple(sorted(crew)), was.revision + 1
        changed = replace(was, crew=going, note=note, revision=revision)
        self.occasion.records.visits.keep(changed)
        if changed.crew == was.crew:
            self.news.changed(changed)
        else:
            self.news.recrewed(changed, was)
        return changed

    def set_day(self, visit: VisitId, day: date, crew: Sequence[AkePersonId]) -> Visit:
        """Answer a wish, or set another day for it later. Raises KeyError, PersonTaken."""
        was = self.find(visit)
        if was.kind is VisitKind.INFORMATICIANS:
            raise KeyError(visit)
        booked = replace(
            was,
            state=VisitState.BOOKED,
            day=day,
            crew=tuple(sorted(crew)),
            revision=was.revision + 1,
        )
        self.occasion.records.visits.keep(booked)
        self.news.answered(booked, was)
        return booked

    def confirm(self, visit: VisitId, crew: Sequence[AkePersonId]) -> Visit:
        """Say yes to a wish that has its day. Raises KeyError, PersonTaken."""
        wish = self.find(visit)
        if wish.day is None:
            raise KeyError(visit)
        return self.set_day(visit, wish.day, crew)
