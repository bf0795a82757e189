"""The table of docs/permissions.md, held against the domain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import House
from bot.domain.ids import MunicipalityCode, ServicePointId
from bot.domain.libraries import Libraries, LibraryDesk
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed
from bot.domain.profile import PeopleDesk
from bot.domain.round_times import RoundsDesk
from bot.domain.service_points import ServicePoint, ServicePointKind, library_name
from bot.domain.visits.access import VisitsSeen
from bot.domain.visits.booking import VisitBooking
from bot.domain.visits.changes import VisitChanges
from bot.domain.visits.day_desk import DayDesk
from bot.domain.visits.desk import VisitDesk
from bot.domain.visits.line import Line
from bot.domain.visits.people_desk import AkePeopleDesk
from bot.domain.visits.visits import Visit, VisitKind
from bot.paperwork.visits import visit_calendar, visits_calendar
from tests.houses import COORDINATOR
from tests.visits.acting import LIETO, MONDAY, RAUMA, TURKU, acting, book, hire, publish, settle

TABLE = Path(__file__).parents[2] / "docs" / "permissions.md"
BRANCH = ServicePoint(
    ServicePointId("853-branch"),
    MunicipalityCode("853"),
    ServicePointKind.BRANCH,
    library_name("Maarian kirjasto", "S:t Marie bibliotek"),
)
WHO = {
    "another library": "raija",
    "host library": "aino",
    "guest library": "liisa",
    "its director": "dora",
    "AKE's people": "inka",
    "coordinator": COORDINATOR,
}
Act = Callable[[Occasion, Visit], object]


def cells() -> Iterator[tuple[str, str, bool]]:
    """Every cell of the tables of acts: the act, who, and whether they may."""
    head: list[str] = []
    for line in TABLE.read_text("utf-8").splitlines():
        row = [cell.strip() for cell in line.strip("|").split("|")]
        if row[0] == "act":
            head = row[1:]
        elif not line.startswith("|"):
            head = []
        elif head and not row[0].startswith("---"):
            yield from ((row[0], who, may == "yes") for who, may in zip(head, row[1:], strict=True))


def asks(kind: VisitKind) -> Act:
    return lambda occasion, _visit: VisitBooking(occasion).draft(kind, TURKU)


def sees_all(occasion: Occasion, visit: Visit) -> None:
    if not VisitsSeen(occasion).may_see_all(visit):
        raise NotAllowed


def suggests(occasion: Occasion, _visit: Visit) -> None:
    Libraries(occasion).suggest(replace(BRANCH, id=ServicePointId("853-new")))


ACTS: Mapping[str, Act] = {
    "book a visit of the informaticians for the host": asks(VisitKind.INFORMATICIANS),
    "wish for the director's visit to the host": asks(VisitKind.DIRECTOR),
    "ask for a presentation on the host's behalf": asks(VisitKind.PRESENTATION),
    "see that a visit is, when and where": lambda o, v: VisitsSeen(o).find(v.id),
    "see what the host has told": sees_all,
    "have a visit for the calendar": lambda o, v: visit_calendar(o, {"visit": v.id}),
    "change what was told": lambda o, v: VisitChanges(o).edit(v),
    "move a visit": lambda o, v: VisitChanges(o).move(v.id, MONDAY + timedelta(days=1)),
    "cancel a visit": lambda o, v: VisitChanges(o).cancel(v.id),
    "say that a guest library cannot come": lambda o, v: VisitChanges(o).stay_away(v.id),
    "put the host on the waiting list, or take it off": lambda o, v: Line(o).join(v.host),
    "choose who goes": lambda o, v: VisitDesk(o).choose_crew(v.id, v.crew),
    "answer a wish": lambda o, v: VisitDesk(o).wishes(),
    "publish and withdraw days": lambda o, v: DayDesk(o).publish(MONDAY, MONDAY, {0}),
    "list AKE's people and their absences": lambda o, v: AkePeopleDesk(o).all(),
    "move, open and close rounds": lambda o, v: RoundsDesk(o).all(),
    "see all visits in one calendar file": lambda o, v: visits_calendar(o, {}),
    "confirm a director": lambda o, v: PeopleDesk(o).unconfirmed(),
    "suggest a missing library": suggests,
    "add a suggested library, or leave it out": lambda o, v: LibraryDesk(o).suggestions(),
}


@pytest.fixture
def visit(sqlite_house: House) -> Visit:
    """Turku's, joined by Lieto; Turku's director works at a branch."""
    inka = settle(sqlite_house, "inka", RAUMA)
    hire(sqlite_house, "Inka", person=inka)
    hire(sqlite_house, "Ville")
    publish(sqlite_house)
    with acting(sqlite_house, COORDINATOR) as occasion:
        occasion.records.service_points.keep(BRANCH)
    settle(sqlite_house, "aino", TURKU)
    settle(sqlite_house, "liisa", LIETO)
    settle(sqlite_house, "raija", RAUMA)
    settle(sqlite_house, "dora", BRANCH.id, directs=True)
    return book(sqlite_house, "aino", TURKU, MONDAY, (LIETO,))


@pytest.mark.parametrize("act", ACTS)
def test_the_table_is_true(sqlite_house: House, visit: Visit, act: str) -> None:
    """Where it says yes the domain does it, and where it says no the domain refuses."""
    told = {who: may for each, who, may in cells() if each == act}
    assert told == {who: allowed(sqlite_house, name, act, visit) for who, name in WHO.items()}


def allowed(house: House, name: str, act: str, visit: Visit) -> bool:
    """Whether the domain lets somebody do it; nothing of it is kept."""
    with house.ledger.unit() as unit:
        who = unit.people.by_identity("test", name, name.title())
        try:
            ACTS[act](Occasion(who, house.region, house.clock.now(), unit), visit)
        except NotAllowed:
            return False
        return True


def test_every_act_is_in_the_table() -> None:
    """Nothing that is tried is left out of the table."""
    assert {act for act, _who, _may in cells()} == ACTS.keys()
