"""Visits as calendar files."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app import House
from bot.conversation.papers import Gone, Withheld, make
from bot.dialog import Paper, as_is
from bot.domain.ids import VisitId
from bot.domain.visits.changes import VisitChanges
from tests.houses import COORDINATOR
from tests.visits.acting import LIETO, MONDAY, RAUMA, TURKU, acting, book


def fetched(town: House, name: str, kind: str = "visit_calendar", **facts: str) -> str:
    with acting(town, name) as occasion:
        content, _media_type = make(Paper(as_is(""), "", kind, facts), occasion, town.papers)
    return content.decode().replace("\r\n ", "")


def test_whoever_sees_a_visit_has_it_for_the_calendar(town: House) -> None:
    """The host and its guests get the day, the place and who comes, in their own language."""
    visit = book(town, "aino", TURKU, MONDAY, (LIETO,))
    for name in ("aino", "liisa", COORDINATOR):
        text = fetched(town, name, visit=visit.id)
        assert "DTSTART:20260413T050000Z" in text
        assert "LOCATION:Turun pääkirjasto" in text
        assert "Inka ja Sven" in text


def test_others_do_not_get_it(town: House) -> None:
    """A neighbour who knows the id is refused, and an id that nothing has is gone."""
    visit = book(town, "aino", TURKU, MONDAY)
    with pytest.raises(Withheld):
        fetched(town, "raija", visit=visit.id)
    with pytest.raises(Gone):
        fetched(town, "raija", visit=VisitId("nothing"))
    with pytest.raises(Withheld):
        fetched(town, "aino", "visits_calendar")


def test_a_move_and_a_cancelling_reach_the_calendar(town: House) -> None:
    """Each with a higher number than the file before, or no calendar would believe it."""
    visit = book(town, "aino", TURKU, MONDAY)
    assert "SEQUENCE:1" in fetched(town, "aino", visit=visit.id)
    with acting(town, "aino") as occasion:
        VisitChanges(occasion).move(visit.id, MONDAY + timedelta(days=1))
    assert "SEQUENCE:2" in fetched(town, "aino", visit=visit.id)
    with acting(town, "aino") as occasion:
        VisitChanges(occasion).cancel(visit.id)
    gone = fetched(town, "aino", visit=visit.id)
    assert "SEQUENCE:3" in gone
    assert "METHOD:CANCEL" in gone


def test_coordinators_have_all_in_one_file(town: House) -> None:
    """Every booked visit ahead."""
    book(town, "aino", TURKU, MONDAY)
    book(town, "raija", RAUMA, MONDAY + timedelta(days=1))
    assert fetched(town, COORDINATOR, "visits_calendar").count("BEGIN:VEVENT") == 2
