"""A house in the middle of a season: everything there is to talk about is there."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from bot.app import House
from bot.conversation.turns import Opened
from bot.domain.ids import town_of
from bot.domain.languages import Language
from bot.domain.people import Directorship
from bot.store.notifications import NOTIFICATIONS
from tests.chat import Chat
from tests.claims.travelling import DAY, handed_in, meeting
from tests.domain.claims.trips import drive
from tests.houses import COORDINATOR
from tests.partners.acts import confirm, register
from tests.visits.acting import (
    BOTH,
    LIETO,
    MONDAY,
    RAUMA,
    TURKU,
    book,
    hire,
    publish,
    settle,
)

COFFEE = {
    "audience": "digi",
    "day": "2026-03-10",
    "wall": "09:00",
    "length": "45",
    "language": "fi+sv",
    "link": "https://example.org/kahvit",
    "topic": "Tekoäly",
    "guest": "",
}


def lived_in(house: House) -> None:
    """Days published and booked, claims handed in, libraries paired, coffee planned."""
    for name, home in ((COORDINATOR, RAUMA), ("raija", RAUMA), ("lea", LIETO)):
        settle(house, name, home)
    settle(house, "dora", RAUMA, directs=False)
    for called in ("Inka", "Sven"):
        hire(house, called, languages=BOTH)
    publish(house, days=19)
    book(house, "raija", RAUMA, MONDAY)
    handed_in(house, "raija", meeting(house), drive("100", day=DAY))
    for code in ("019", "480", "050", "079", "423"):
        register(house, code)
    confirm(house)
    carita = Chat(house, COORDINATOR)
    carita.opens("coffee_new")
    carita.gives(**COFFEE)


def moves_in(house: House, user: str, language: Language) -> None:
    """Somebody of the workspace who works in Turku, leads it, and belongs to every network."""
    with house.ledger.unit() as unit:
        who = unit.people.by_identity("slack", f"T0AKE/{user}", "Aino Lehtonen")
        directs = Directorship(town_of(TURKU), confirmed=True)

        known = replace(who, language=language, home=TURKU, directs=directs)
        unit.people.save(replace(known, networks=tuple(house.region.networks)))
        unit.commit()


def due(house: House) -> list[Opened]:
    """What the house means to say to somebody, by kinds."""
    with house.ledger.unit() as unit:
        rows = unit.connection.execute(select(NOTIFICATIONS.c.opens, NOTIFICATIONS.c.facts)).all()
    return [Opened(row.opens, row.facts) for row in rows]
