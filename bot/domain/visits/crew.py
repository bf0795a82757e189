"""Who goes on a visit: a Swedish speaker where one is wanted, the load even."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import combinations

from bot.domain.ids import AkePersonId
from bot.domain.languages import Language
from bot.domain.occasion import Occasion

from .ake_people import Absence, AkePerson, AkeRole, free, with_role
from .visits import Spoken, Visit, VisitKind

Load = Mapping[AkePersonId, int]
"""On how many visits each is in a year."""


def propose(
    people: Sequence[AkePerson], size: int, spoken: Spoken, load: Load
) -> tuple[AkePerson, ...]:
    """The crew that goes best together; empty where there are too few.

    Where Swedish is spoken a Swedish speaker comes before all, and where it is not they
    are spared; then those with the fewest visits go.
    """
    crews = combinations(sorted(people, key=lambda one: one.name), size)
    return min(crews, key=lambda crew: weighed(crew, spoken, load), default=())


def weighed(crew: Sequence[AkePerson], spoken: Spoken, load: Load) -> tuple[bool, int, int, int]:
    swedes = sum(one.speaks(Language.SV) for one in crew)
    loads = [load.get(one.id, 0) for one in crew]
    return not can_speak(crew, spoken), sum(loads), max(loads, default=0), swedes


def can_speak(crew: Sequence[AkePerson], spoken: Spoken) -> bool:
    """Whether somebody of them speaks Swedish, where that is wanted."""
    return not spoken.swedish or any(one.speaks(Language.SV) for one in crew)


class Crews:
    """Looks up AKE's people for visits: who is free, and who is proposed."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.counted: dict[int, Load] = {}

    @cached_property
    def people(self) -> tuple[AkePerson, ...]:
        return self.occasion.records.ake_people.all()

    @cached_property
    def absences(self) -> tuple[Absence, ...]:
        return self.occasion.records.ake_people.absences(self.occasion.today)

    @cached_property
    def engaged(self) -> Mapping[date, frozenset[AkePersonId]]:
        return self.occasion.records.visits.engaged(self.occasion.today)

    def find(self, person: AkePersonId) -> AkePerson:
        """Raises KeyError."""
        return {one.id: one for one in self.people}[person]

    def load(self, year: int) -> Load:
        if year not in self.counted:
            self.counted[year] = self.occasion.records.visits.loads(year)
        return self.counted[year]

    def free(
        self, day: date, role: AkeRole, besides: Sequence[AkePersonId] = ()
    ) -> tuple[AkePerson, ...]:
        """Those of a role who could go that day; `besides` are on the visit in question itself."""
        engaged = self.engaged.get(day, frozenset()) - set(besides)
        return free(day, with_role(self.people, role), self.absences, engaged)

    def enough(self, day: date, besides: Sequence[AkePersonId] = ()) -> bool:
        """Whether a crew of informaticians could go that day (D-26)."""
        return len(self.free(day, AkeRole.INFORMATICIAN, besides)) >= self.size

    @property
    def size(self) -> int:
        return self.occasion.region.arrangements.visits.people

    def proposed(self, visit: Visit, day: date) -> tuple[AkePersonId, ...]:
        """Who would go on that day: the crew there is, where it can, else the best one.

        Empty where there are too few.
        """
        own = visit.crew if visit.day == day else ()
        if self.can_go(visit, day, own):
            return visit.crew
        crews = [self.part(role, size, visit.spoken, day, own) for role, size in self.parts(visit)]
        return tuple(sorted({one.id for crew in crews for one in crew})) if all(crews) else ()

    def can_go(self, visit: Visit, day: date, own: Sequence[AkePersonId]) -> bool:
        able = {one.id for role, _size in self.parts(visit) for one in self.free(day, role, own)}
        return bool(visit.crew) and able.issuperset(visit.crew)

    def parts(self, visit: Visit) -> tuple[tuple[AkeRole, int], ...]:
        """Which roles a visit takes, and how many of each (AV-6, AV-2)."""
        match visit.kind:
            case VisitKind.INFORMATICIANS:
                return ((AkeRole.INFORMATICIAN, self.size),)
            case VisitKind.DIRECTOR:
                return ((AkeRole.DIRECTOR, 1), (AkeRole.AUTHORITY, 1))
            case VisitKind.PRESENTATION:
                return ((AkeRole.INFORMATICIAN, 1),)

    def part(
        self, role: AkeRole, size: int, spoken: Spoken, day: date, own: Sequence[AkePersonId]
    ) -> tuple[AkePerson, ...]:
        return propose(self.free(day, role, own), size, spoken, self.load(day.year))
