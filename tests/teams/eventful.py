"""A house in which much has happened, so that every dialog has something to speak of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import update

from bot.app import House
from bot.conversation.turns import Address
from bot.dialog import Move
from bot.domain.ids import NetworkKey, town_of
from bot.domain.libraries import Libraries
from bot.domain.people import Directorship
from bot.domain.rooms import Room
from bot.domain.visits.ake_people import AkeRole
from bot.domain.visits.changes import VisitChanges
from bot.domain.visits.desk import VisitDesk
from bot.domain.visits.line import Line
from bot.store.notifications import NOTIFICATIONS
from tests.chat import Chat, StillClock
from tests.claims.test_receipt_files import PDF
from tests.claims.test_receipts_and_papers import uploaded
from tests.claims.travelling import DAY, approved, begun, handed_in, meeting, rotation
from tests.domain.claims.trips import drive
from tests.houses import COORDINATOR
from tests.partners.acts import point
from tests.partners.people import AURA, EURA, HARJAVALTA, MARTTILA, PARGAS, TURKU, at, registered
from tests.visits.acting import (
    BOTH,
    LIETO,
    MONDAY,
    RAUMA,
    acting,
    book,
    hire,
    publish,
    settle,
)
from tests.visits.test_permissions import BRANCH

KUSTAVI = "304-main"
PEOPLE = ("aino", "maija", "eero", "liisa", "raija", "dora", COORDINATOR)
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


PRESENTATION = {
    "kind": "presentation",
    "meeting_day": "2026-05-04",
    "meeting_time": "09:30",
    "remote": "yes",
    "topics": "",
}


def happen(house: House, clock: StillClock) -> None:
    def met(name: str, language: str = "fi") -> Chat:
        return Chat(house, name, language=language)

    carita = at(met, COORDINATOR, TURKU)
    aino, maija, eero = (
        at(met, name, home) for name, home in (("aino", AURA), ("maija", MARTTILA), ("eero", EURA))
    )
    clock.moves(days=-10)
    pair(aino, maija, carita)
    registered(eero)
    registered(at(met, "hilla", HARJAVALTA))
    registered(at(met, "kaisa", KUSTAVI))
    registered(at(met, "sven", PARGAS, "sv"))
    colleagues(at(met, "hugo", HARJAVALTA), at(met, "kalle", KUSTAVI))
    visits(house)
    clock.moves(days=10)
    settle(house, "eeva", point("050"))
    partner_visits(aino, maija)
    offered(house)
    claims(house)
    desk(house)
    coffee(carita, aino)


def pair(aino: Chat, maija: Chat, carita: Chat) -> None:
    registered(aino)
    registered(maija, reach="maija@marttila.example")
    carita.opens("pairs")
    carita.presses("Vahvista kaikki")
    carita.gives(sure="yes")


def colleagues(hugo: Chat, kalle: Chat) -> None:
    """Of two who registered: one changes it, the other withdraws it."""
    kalle.opens("change_registration")
    kalle.moves(Move.EDIT, "wish")
    kalle.gives(wish="Robotit")
    kalle.sends()
    hugo.opens("withdraw_registration", sure="yes")


def partner_visits(aino: Chat, maija: Chat) -> None:
    """Three agreed, the first with its outline, the last for AKE to allow; a fourth asked for."""
    for day in ("2026-03-24", "2026-04-07", "2026-04-14", "2026-04-21"):
        aino.opens("plan_partner_visit", host=AURA, first=day, second="", third="")
        if day != "2026-04-21":
            maija.opens("partner_days")
            maija.gives(day=day)
        if day == "2026-03-24":
            aino.opens("partner_outline")
            aino.gives(least="programme,introductions,services,breaks")
            aino.gives(will="", words="Klo 9 kahvit", wellbeing="no")
            aino.sends()


def visits(house: House) -> None:
    """One booked, whose crew changes; a presentation and the director's visit are wished for."""
    settle(house, "liisa", LIETO)
    settle(house, "raija", RAUMA)
    settle(house, "dora", BRANCH.id, directs=True)
    inka = hire(house, "Inka", person=settle(house, "inka", RAUMA))
    hire(house, "Dagny", AkeRole.DIRECTOR, languages=BOTH)
    hire(house, "Asko", AkeRole.AUTHORITY, languages=BOTH)
    with acting(house, COORDINATOR) as occasion:
        carita = occasion.who.id
        occasion.records.service_points.keep(BRANCH)
    hire(house, "Carita", languages=BOTH, person=carita)
    publish(house, days=5)
    here = book(house, "liisa", LIETO, MONDAY, (RAUMA,))
    other = hire(house, "Sisko")
    with acting(house, COORDINATOR) as occasion:
        stays = next(each for each in here.crew if each != inka.id)
        VisitDesk(occasion).choose_crew(here.id, (stays, other.id))
    Chat(house, "raija").opens("visit", **PRESENTATION)
    dora = Chat(house, "dora")
    dora.opens("visit", kind="director")
    dora.gives(wished="Toukokuussa", topics="", officials="yes", staff="8")


def offered(house: House) -> None:
    """Rauma cancels, and the day is held for Eura, which waits for one."""
    gone = book(house, "raija", RAUMA, MONDAY + timedelta(days=1))
    with acting(house, "eero") as occasion:
        Line(occasion).join(point("050"), "Tiistait")
    with acting(house, "raija") as occasion:
        VisitChanges(occasion).cancel(gone.id)


def claims(house: House) -> None:
    """One with a receipt begun, one handed in, one approved."""
    trip = meeting(house)
    ticket = uploaded(house, "aino", "lippu.pdf", PDF)
    draft = begun(house, "aino", trip, drive("120", day=DAY))
    Chat(house, "aino").opens("attach_receipts", claim=draft.id, receipts=ticket)
    handed_in(house, "liisa", rotation(house, "Liisa", DAY), drive("40", day=DAY))
    approved(house, handed_in(house, "raija", trip, drive("80", day=DAY)))


def coffee(carita: Chat, aino: Chat) -> None:
    aino.opens("coffee_follow")
    aino.moves(Move.EDIT, "audiences")
    aino.gives(audiences="digi")
    aino.sends()
    carita.opens("coffee_new")
    carita.gives(**COFFEE)
    carita.opens("call_off_post")
    carita.gives(post=carita.last.asks[0].options[0].value)
    aino.opens("coffee_propose", audience="digi")
    aino.gives(topic="Robotit", guest="")


def desk(house: House) -> None:
    """A room that is posted in, a missing library, a director to confirm, a letter not sent."""
    for name in ("Digi", "Kahvit"):
        house.entrance.enter(Address("test", name, private=False), name)
    with house.ledger.unit() as unit:
        room = next(each.id for each in unit.rooms.all() if each.name == "Digi")
        unit.rooms.save(Room(room, "test", "Digi", NetworkKey("digi")))
        unit.commit()
    with acting(house, "aino") as occasion:
        Libraries(occasion).suggest(replace(BRANCH, id=BRANCH.id.__class__("019-new")))
    with acting(house, "maija") as occasion:
        says = Directorship(town_of(point("480")), confirmed=False)
        occasion.records.people.save(replace(occasion.who, directs=says))
    with house.ledger.unit() as unit:
        stuck = update(NOTIFICATIONS).where(NOTIFICATIONS.c.opens == "pair_confirmed")
        values = {"state": "failed", "why": "gone", "settled_at": house.clock.now()}
        unit.connection.execute(stuck.values(**values))
        unit.commit()


def invite(house: House, clock: StillClock) -> None:
    """Two weeks later: AKE invites to the info session."""
    clock.moves(days=15)
    carita = Chat(house, COORDINATOR)
    carita.opens("invite_info")
    carita.gives(place="https://example.org/info")
    Chat(house, "eero").opens("partner_info_answer", comes="yes")


def report(house: House, clock: StillClock) -> None:
    """Two more: of the visit to the partner it is told how it was."""
    clock.moves(days=15)
    maija = Chat(house, "maija")
    maija.opens("report")
    maija.gives(text="Opimme paljon.", links="", pictures="", publish="yes")


def turn_the_year(house: House, clock: StillClock) -> None:
    """A trip in a year whose rates nobody knows yet."""
    clock.moves(days=290)
    begun(house, "aino", meeting(house, date(2027, 1, 10)), drive("40", day=date(2027, 1, 10)))


EVENTS = (happen, invite, report, turn_the_year)
