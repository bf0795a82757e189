"""Planning what is said of coffee hours, to people and to rooms (RE-1 … RE-5, D-20).

A reminder names the revision of the hour it was planned for: once the hour is moved
or cancelled, the old ones say nothing and new ones are planned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.notifications import Notification, Recipient, ToPerson, ToRoom
from bot.domain.occasion import Occasion
from bot.domain.people import Person
from bot.domain.quiet import Quiet
from bot.domain.regions import Region
from bot.domain.reminders import Due, Lead, before, due
from bot.domain.rooms import Room

from .hours import CoffeeHour
from .wishes import follows, leads_off

HORIZON = timedelta(days=800)
"""How far ahead coffee hours are looked for."""


@dataclass
class Reminders:
    """Of one hour. When they are due is reckoned once for all who want the same ones."""

    occasion: Occasion
    hour: CoffeeHour
    reckoned: dict[frozenset[str], tuple[Due, ...]] = field(default_factory=dict)

    def of_person(self, person: Person) -> Iterator[Notification]:
        return self.to(ToPerson(person.id), person.id, leads_off(person))

    def of_room(self, room: Room) -> Iterator[Notification]:
        return self.to(ToRoom(room.id), room.id, room.off)

    def to(
        self, to: Recipient, name: str, off: frozenset[str] = frozenset()
    ) -> Iterator[Notification]:
        hour = self.hour
        for each in self.due(off) if hour.is_coming else ():
            facts = {"hour": hour.id, "revision": str(hour.revision), "lead": each.name}
            named = key(hour, each.name, name)
            yield Notification(named, to, each.at, "coffee_reminder", facts)

    def due(self, off: frozenset[str]) -> tuple[Due, ...]:
        if off not in self.reckoned:
            region, now = self.occasion.region, self.occasion.now
            hours = region.arrangements.quiet_hours
            quiet = Quiet(region.zone, hours, is_holiday=region.holidays)
            starts = self.hour.starts
            self.reckoned[off] = due(starts, leads(region), quiet=quiet, now=now, off=off)
        return self.reckoned[off]


def remind_of(occasion: Occasion, hours: Iterable[CoffeeHour]) -> None:
    """Plan the reminders of some hours to everybody concerned and to their rooms."""
    people = occasion.records.people.everyone()
    occasion.records.notifications.plan_all(
        each for hour in hours for each in to_all(occasion, hour, people)
    )


def to_all(
    occasion: Occasion, hour: CoffeeHour, people: Iterable[Person]
) -> Iterator[Notification]:
    reminders = Reminders(occasion, hour)
    comers = occasion.records.coffee_hours.comers(hour.id)
    for person in people:
        if person.id in comers or follows(person, hour.audience):
            yield from reminders.of_person(person)
    for room in occasion.records.rooms.of(hour.audience):
        yield from reminders.of_room(room)


def remind_comer(occasion: Occasion, hour: CoffeeHour) -> None:
    """Plan the reminders of one hour to the one who acts."""
    occasion.records.notifications.plan_all(Reminders(occasion, hour).of_person(occasion.who))


def remind_anew(occasion: Occasion, person: Person) -> None:
    """Plan what a person who follows or wants more than before is to be reminded of."""
    attended = occasion.records.coffee_hours.attended_by(person.id)
    occasion.records.notifications.plan_all(
        each
        for hour in coming(occasion)
        if hour.id in attended or follows(person, hour.audience)
        for each in Reminders(occasion, hour).of_person(person)
    )


def remind_room(occasion: Occasion, room: Room) -> None:
    """Plan what a room that has just been tied is to be reminded of, and nothing else."""
    notifications = occasion.records.notifications
    hours = [hour for hour in coming(occasion) if hour.audience == room.network]
    for hour in hours:
        for lead in room.off:
            notifications.withdraw(key(hour, lead, room.id))
    notifications.plan_all(
        each for hour in hours for each in Reminders(occasion, hour).of_room(room)
    )


def coming(occasion: Occasion) -> tuple[CoffeeHour, ...]:
    now = occasion.now
    return occasion.records.coffee_hours.between(now, now + HORIZON)


def take_back_posts(occasion: Occasion, hour: CoffeeHour) -> None:
    """Of an hour as it was: they would say nothing, and only stand among what is coming."""
    for room in occasion.records.rooms.of(hour.audience):
        for lead in leads(occasion.region):
            occasion.records.notifications.withdraw(key(hour, lead.name, room.id))


def key(hour: CoffeeHour, lead: str, name: str) -> str:
    return f"coffee/{hour.id}/{hour.revision}/{lead}/{name}"


def leads(region: Region) -> tuple[Lead, ...]:
    return before(*region.arrangements.coffee.reminder_minutes)


def tell_all(occasion: Occasion, hour: CoffeeHour, opens: str) -> None:
    """Tell at once everybody concerned, and their rooms, that an hour has changed."""
    comers = occasion.records.coffee_hours.comers(hour.id)
    facts: Mapping[str, str] = {"hour": hour.id, "revision": str(hour.revision)}
    change = f"{opens}/{hour.id}/{hour.revision}"
    for person in occasion.records.people.everyone():
        if person.id in comers or follows(person, hour.audience):
            occasion.tell(person, change, opens, **facts)
    for room in occasion.records.rooms.of(hour.audience):
        occasion.records.notifications.plan(
            Notification(f"{change}/{room.id}", ToRoom(room.id), occasion.now, opens, facts)
        )
