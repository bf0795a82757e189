"""Who is told what about a visit, and when."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.ids import AkePersonId, PersonId, ServicePointId
from bot.domain.notifications import Notification, ToPerson
from bot.domain.occasion import Occasion
from bot.domain.people import Person
from bot.domain.quiet import Quiet
from bot.domain.reminders import VISIT, Due, due
from bot.domain.wallclock import instant

from .hours import begins_at
from .visits import Visit


class News:
    """Tells those whom a change concerns, but not the one who made it."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.people = occasion.records.people

    def tell(self, people: Iterable[Person], opens: str, visit: Visit, /, **facts: str) -> None:
        key = f"{opens}/{visit.id}/{self.occasion.now.isoformat()}"
        for person in {each.id: each for each in people}.values():
            if person.id != self.occasion.who.id:
                self.occasion.tell(person, key, opens, visit=visit.id, **facts)

    def booked(self, visit: Visit) -> None:
        self.tell((*self.crew(visit.crew), *self.hosts(visit)), "visit_booked", visit)
        self.joined(visit, visit.guests)
        self.remind(visit)

    def joined(self, visit: Visit, guests: Iterable[ServicePointId]) -> None:
        self.tell(self.at(guests), "visit_joined", visit)

    def uninvited(self, visit: Visit, guests: Iterable[ServicePointId]) -> None:
        """The host named them, but they do not join after all."""
        self.tell(self.at(guests), "visit_uninvited", visit, host=visit.host)

    def wished(self, visit: Visit) -> None:
        self.tell(self.people.coordinators(), "visit_wished", visit)

    def answered(self, visit: Visit, was: Visit) -> None:
        """A coordinator has said when, or yes."""
        self.tell((*self.crew(visit.crew), *self.hosts(visit)), "visit_booked", visit)
        self.relieved(was, set(was.crew) - set(visit.crew))
        self.remind(visit)

    def moved(self, visit: Visit, was: Visit) -> None:
        told = (*self.crew(visit.crew), *self.hosts(visit), *self.at(visit.guests))
        self.tell(told, "visit_moved", visit, **self.on(visit), **self.before(was))
        self.relieved(was, set(was.crew) - set(visit.crew))
        self.remind(visit)

    def cancelled(self, visit: Visit, was: Visit, why: str) -> None:
        """A wish has no crew yet: then the coordinators are told."""
        waiting = () if was.crew else self.people.coordinators()
        told = (*self.crew(was.crew), *self.hosts(visit), *self.at(visit.guests), *waiting)
        self.tell(told, "visit_cancelled", visit, **({"why": why} if why else {}))

    def changed(self, visit: Visit) -> None:
        self.tell(self.hosts(visit), "visit_changed", visit)

    def recrewed(self, visit: Visit, was: Visit) -> None:
        self.tell(self.crew(set(visit.crew) - set(was.crew)), "visit_booked", visit)
        self.relieved(was, set(was.crew) - set(visit.crew))
        self.tell(self.hosts(visit), "visit_crew", visit)
        self.remind(visit)

    def relieved(self, was: Visit, gone: Iterable[AkePersonId]) -> None:
        """They need not go after all."""
        self.tell(self.crew(gone), "visit_relieved", was, **self.before(was))

    def before(self, was: Visit) -> dict[str, str]:
        return {"was": was.day.isoformat()} if was.day else {}

    def remind(self, visit: Visit) -> None:
        """Plan the reminders; one whose visit has moved or gone says nothing when it is due."""
        for person in (*self.crew(visit.crew), *self.hosts(visit), *self.at(visit.guests)):
            for each in self.due(visit):
                key = f"visit_reminder/{visit.id}/{visit.day}/{each.name}/{person.id}"
                facts = {"visit": visit.id, **self.on(visit)}
                told = Notification(key, ToPerson(person.id), each.at, "visit_reminder", facts)
                self.occasion.records.notifications.plan(told)

    def due(self, visit: Visit) -> tuple[Due, ...]:
        """Whether each wants it is looked at when it is due."""
        if visit.day is None:
            return ()
        region = self.occasion.region
        begins = instant(visit.day, begins_at(visit, region.arrangements.visits), region.zone)
        quiet = Quiet(region.zone, region.arrangements.quiet_hours, is_holiday=region.holidays)
        return due(begins, VISIT, quiet=quiet, now=self.occasion.now)

    def on(self, visit: Visit) -> dict[str, str]:
        """The day a notification speaks of: where it is another by then, nothing is said."""
        return {"day": visit.day.isoformat()} if visit.day else {}

    # Who they are

    def crew(self, crew: Iterable[AkePersonId]) -> tuple[Person, ...]:
        """The crew, as far as they talk with the bot; else the coordinators, who tell them on."""
        ids = set(crew)
        going = [one for one in self.occasion.records.ake_people.all() if one.id in ids]
        found = self.found(one.person for one in going)
        return found if len(found) == len(ids) else (*found, *self.people.coordinators())

    def hosts(self, visit: Visit) -> tuple[Person, ...]:
        """The contact person; where there is none, everyone who works there."""
        return self.found([visit.contact]) or self.people.at_home(visit.host)

    def at(self, points: Iterable[ServicePointId]) -> tuple[Person, ...]:
        return tuple(person for point in points for person in self.people.at_home(point))

    def found(self, ids: Iterable[PersonId | None]) -> tuple[Person, ...]:
        people = (self.people.find(each) for each in ids if each is not None)
        return tuple(person for person in people if person is not None)
