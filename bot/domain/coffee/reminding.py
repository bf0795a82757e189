"""Planning what is said of coffee hours, to people and to rooms (RE-1 … RE-5, D-20).

A reminder names the revision of the hour it was planned for: once the hour is moved
or cancelled, the old ones say nothing and new ones are planned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

from bot.domain.notifications import Notification, Recipient, ToPerson, ToRoom
from bot.domain.occasion import Occasion
from bot.domain.people import Person
from bot.domain.quiet import Quiet
from bot.domain.reminders import before, due

from .hours import CoffeeHour
from .wishes import follows, leads_off

HORIZON = timedelta(days=800)
"""How far ahead coffee hours are looked for."""


def remind_of(occasion: Occasion, hours: Iterable[CoffeeHour]) -> None:
    """Plan the reminders of some hours to everybody concerned and to their rooms."""
    people = occasion.records.people.everyone()
    for hour in hours:
        for person in people:
            remind_person(occasion, hour, person)
        for room in occasion.records.rooms.of(hour.audience):
            plan(occasion, hour, ToRoom(room.id), room.id)


def remind_anew(occasion: Occasion, person: Person) -> None:
    """Plan what a person who follows more than before is to be reminded of."""
    now = occasion.now
    for hour in occasion.records.coffee_hours.between(now, now + HORIZON):
        remind_person(occasion, hour, person)


def remind_person(occasion: Occasion, hour: CoffeeHour, person: Person) -> None:
    if follows(person, hour.audience):
        plan(occasion, hour, ToPerson(person.id), person.id, leads_off(person))


def plan(
    occasion: Occasion,
    hour: CoffeeHour,
    to: Recipient,
    name: str,
    off: frozenset[str] = frozenset(),
) -> None:
    if not hour.is_coming:
        return
    region = occasion.region
    leads = before(*region.arrangements.coffee.reminder_minutes)
    quiet = Quiet(region.zone, region.arrangements.quiet_hours, is_holiday=region.holidays)
    for each in due(hour.starts, leads, quiet=quiet, now=occasion.now, off=off):
        facts = {"hour": hour.id, "revision": str(hour.revision), "lead": each.name}
        key = f"coffee/{hour.id}/{hour.revision}/{each.name}/{name}"
        occasion.records.notifications.plan(
            Notification(key, to, each.at, "coffee_reminder", facts)
        )


def tell_all(occasion: Occasion, hour: CoffeeHour, opens: str) -> None:
    """Tell at once everybody concerned, and their rooms, that an hour has changed."""
    comers = occasion.records.coffee_hours.comers(hour.id)
    facts: Mapping[str, str] = {"hour": hour.id, "revision": str(hour.revision)}
    key = f"{opens}/{hour.id}/{hour.revision}"
    for person in occasion.records.people.everyone():
        if person.id in comers or follows(person, hour.audience):
            occasion.tell(person, key, opens, **facts)
    for room in occasion.records.rooms.of(hour.audience):
        occasion.records.notifications.plan(
            Notification(f"{key}/{room.id}", ToRoom(room.id), occasion.now, opens, facts)
        )
