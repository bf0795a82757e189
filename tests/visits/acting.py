"""People acting on the domain itself, with no conversation in between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from bot.app import House
from bot.channels.text import draw
from bot.conversation.notices import Notices
from bot.domain.ids import PersonId, ServicePointId, town_of
from bot.domain.languages import Language
from bot.domain.notifications import Notification, ToPerson
from bot.domain.occasion import Occasion
from bot.domain.people import Directorship, Person
from bot.domain.visits.ake_people import AkePerson, AkeRole
from bot.domain.visits.booking import VisitBooking
from bot.domain.visits.day_desk import DayDesk
from bot.domain.visits.people_desk import AkePeopleDesk
from bot.domain.visits.visits import Visit, VisitKind
from bot.store.notifications import NOTIFICATIONS as ROWS
from dialogs import CATALOGUE
from tests.houses import COORDINATOR

TURKU, RAUMA = ServicePointId("853-main"), ServicePointId("684-main")
PARGAS, LIETO = ServicePointId("445-main"), ServicePointId("423-main")
KAARINA = ServicePointId("202-main")
BOTH = frozenset({Language.FI, Language.SV})
ONLY_FINNISH = frozenset({Language.FI})
WEEK = tuple(range(5))
MONDAY = date(2026, 4, 13)
"""The first of the days that tests publish."""


@contextmanager
def acting(house: House, name: str) -> Iterator[Occasion]:
    """One act in one transaction, as `name`; undone where it raises."""
    with house.ledger.unit() as unit:
        who = unit.people.by_identity("test", name, name.title())
        yield Occasion(who, house.region, house.clock.now(), unit)
        unit.commit()


def settle(
    house: House, name: str, home: ServicePointId, *, directs: bool | None = None
) -> PersonId:
    """Somebody who works at a library; `directs` says whether the role they told is confirmed."""
    with acting(house, name) as occasion:
        said = None if directs is None else Directorship(town_of(home), confirmed=directs)
        occasion.records.people.save(replace(occasion.who, home=home, directs=said))
        return occasion.who.id


def hire(
    house: House,
    name: str,
    *roles: AkeRole,
    languages: frozenset[Language] = ONLY_FINNISH,
    person: PersonId | None = None,
) -> AkePerson:
    with acting(house, COORDINATOR) as occasion:
        return AkePeopleDesk(occasion).add(
            name, languages, roles or (AkeRole.INFORMATICIAN,), person
        )


def publish(house: House, first: date = MONDAY, days: int = 5) -> tuple[date, ...]:
    with acting(house, COORDINATOR) as occasion:
        last = date.fromordinal(first.toordinal() + days - 1)
        return DayDesk(occasion).publish(first, last, WEEK).new


def book(
    house: House,
    name: str,
    host: ServicePointId,
    day: date,
    guests: tuple[ServicePointId, ...] = (),
) -> Visit:
    with acting(house, name) as occasion:
        booking = VisitBooking(occasion)
        draft = booking.draft(VisitKind.INFORMATICIANS, host)
        return booking.book(replace(draft, day=day, guests=guests))


def free_days(house: House, name: str, host: ServicePointId) -> tuple[date, ...]:
    with acting(house, name) as occasion:
        return VisitBooking(occasion).free_days(host)


def told(house: House, who: PersonId) -> list[str]:
    """What somebody has been planned to be told, by the names of the dialogs, sorted."""
    with house.ledger.unit() as unit:
        rows = unit.connection.exec_driver_sql("SELECT person, opens FROM notifications")
        return sorted(row.opens for row in rows if row.person == who)


def known(house: House, name: str) -> Person:
    with acting(house, name) as occasion:
        return occasion.who


def speak(house: House, name: str, language: str) -> None:
    with acting(house, name) as occasion:
        occasion.records.people.save(replace(occasion.who, language=Language(language)))


def hears(house: House, name: str) -> list[str]:
    """What is due for somebody, as it is said when it is delivered; moot ones are silent."""
    with house.ledger.unit() as unit:
        who = unit.people.by_identity("test", name, name.title())
        occasion = Occasion(who, house.region, house.clock.now(), unit)
        due = select(ROWS.c.opens, ROWS.c.facts).where(
            ROWS.c.person == who.id, ROWS.c.due <= occasion.now
        )
        rows = unit.connection.execute(due.order_by(ROWS.c.due, ROWS.c.id)).all()
        told = [
            Notification("", ToPerson(who.id), occasion.now, row.opens, row.facts) for row in rows
        ]
        messages = [Notices(CATALOGUE).message(each, occasion) for each in told]
        unit.commit()
    speech = house.speech(occasion.language)
    return [draw(message, speech) for message in messages if message is not None]
