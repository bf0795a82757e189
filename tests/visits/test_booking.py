"""Booking a day, as the domain and both databases have it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.app import House
from bot.domain.ids import ConsortiumKey, VisitId
from bot.domain.people import NotAllowed
from bot.domain.visits.access import VisitsSeen
from bot.domain.visits.booking import HasVisit, RoundClosed, VisitBooking
from bot.domain.visits.changes import TooLate, VisitChanges
from bot.domain.visits.crew import Crews
from bot.domain.visits.desk import VisitDesk
from bot.domain.visits.people_desk import AkePeopleDesk
from bot.domain.visits.visits import (
    BoardMeeting,
    DayTaken,
    Media,
    PersonTaken,
    Spoken,
    Topics,
    VisitKind,
    VisitLength,
    VisitState,
)
from tests.chat import StillClock
from tests.houses import COORDINATOR
from tests.visits.acting import (
    BOTH,
    KAARINA,
    LIETO,
    MONDAY,
    PARGAS,
    RAUMA,
    TURKU,
    acting,
    book,
    free_days,
    hire,
    publish,
    settle,
    told,
)

pytestmark = pytest.mark.contract
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def house(both_houses: House) -> House:
    """Two informaticians, five published days, and Aino in Turku."""
    hire(both_houses, "Inka")
    hire(both_houses, "Ville")
    publish(both_houses)
    settle(both_houses, "aino", TURKU)
    settle(both_houses, "raija", RAUMA)
    return both_houses


def test_a_visit_is_kept_whole(house: House) -> None:
    """All that the library told comes back as it was."""
    with acting(house, "aino") as occasion:
        draft = VisitBooking(occasion).draft(VisitKind.PRESENTATION, TURKU)
        whole = replace(
            draft,
            day=MONDAY,
            length=VisitLength.MORNING,
            guests=(KAARINA, LIETO),
            spoken=Spoken.BOTH,
            topics=Topics("Satutunnit", "Tilanpuute", "E-aineistot", thought_over=True),
            staff=12,
            media=Media.INTERVIEW,
            wished="Toukokuussa",
            officials=True,
            meeting=BoardMeeting(ConsortiumKey("vaski"), time(9, 30), "Turku"),
            note="Tulemme jo kahdeksalta.",
            revision=3,
        )
        occasion.records.visits.keep(whole)
    with acting(house, "aino") as occasion:
        assert occasion.records.visits.find(whole.id) == whole
        assert occasion.records.visits.of(KAARINA) == (whole,)
        assert occasion.records.visits.find(VisitId("nothing")) is None


def test_a_day_can_be_had_once(house: House) -> None:
    """Whoever is second is told so, and the day is free no more."""
    visit = book(house, "aino", TURKU, MONDAY)
    assert (visit.state, visit.day, len(visit.crew)) == (VisitState.BOOKED, MONDAY, 2)
    assert MONDAY not in free_days(house, "raija", RAUMA)
    with pytest.raises(DayTaken):
        book(house, "raija", RAUMA, MONDAY)


def test_the_database_itself_refuses_a_second_visit(house: House) -> None:
    """Where two have looked at the same moment, the constraint stops one of them."""
    visit = book(house, "aino", TURKU, MONDAY)
    other = replace(visit, id=VisitId("other"), host=RAUMA)
    with acting(house, "raija") as occasion:
        with pytest.raises(DayTaken):
            occasion.records.visits.keep(other)
        with pytest.raises(PersonTaken):
            occasion.records.visits.keep(replace(other, kind=VisitKind.DIRECTOR))
        assert occasion.records.visits.find(other.id) is None


def test_a_day_is_offered_while_two_people_are_free(house: House) -> None:
    """With one of two away there is nobody to travel with, and with a third there is again."""
    with acting(house, COORDINATOR) as occasion:
        desk = AkePeopleDesk(occasion)
        assert desk.away(desk.all()[0].id, MONDAY, TUESDAY) == ()
    assert free_days(house, "aino", TURKU)[0] == MONDAY + timedelta(days=2)
    hire(house, "Sari")
    assert free_days(house, "aino", TURKU)[0] == MONDAY


def test_an_absence_names_the_visits_that_need_others(house: House) -> None:
    """A coordinator who notes an absence learns which visits it touches."""
    visit = book(house, "aino", TURKU, MONDAY)
    with acting(house, COORDINATOR) as occasion:
        desk = AkePeopleDesk(occasion)
        touched = desk.away(visit.crew[0], MONDAY - timedelta(days=3), MONDAY)
        assert [one.id for one in touched] == [visit.id]
        assert desk.away(visit.crew[1], TUESDAY, TUESDAY) == ()


def test_days_are_booked_while_a_round_is_open(house: House, clock: StillClock) -> None:
    """The last minute of the last day still counts by local time; the next one does not (D-1)."""
    clock.at = clock.at.replace(month=3, day=15, hour=21, minute=59, second=59)
    assert free_days(house, "aino", TURKU)
    clock.moves(seconds=1)
    assert free_days(house, "aino", TURKU) == ()
    with pytest.raises(RoundClosed):
        book(house, "aino", TURKU, MONDAY)


def test_a_coordinator_books_at_any_time_for_anyone(house: House, clock: StillClock) -> None:
    """Outside the round too; then everyone who works there is told."""
    raija = settle(house, "raija", RAUMA)
    clock.moves(days=30)
    visit = book(house, COORDINATOR, RAUMA, MONDAY + timedelta(days=2))
    assert visit.contact is None
    assert told(house, raija) == ["visit_booked", "visit_reminder", "visit_reminder"]


def test_one_visit_at_a_time(house: House) -> None:
    """A library that has a visit ahead moves that one."""
    visit = book(house, "aino", TURKU, MONDAY)
    with pytest.raises(HasVisit) as refused:
        book(house, "aino", TURKU, TUESDAY)
    assert refused.value.visit.id == visit.id


def test_a_worker_acts_for_their_own_library_only(house: House) -> None:
    """Not even a forged request books, moves or cancels for another."""
    visit = book(house, "aino", TURKU, MONDAY)
    with pytest.raises(NotAllowed):
        book(house, "raija", TURKU, TUESDAY)
    with acting(house, "raija") as occasion:
        with pytest.raises(NotAllowed):
            VisitBooking(occasion).book(replace(visit, id=VisitId("forged")))
        with pytest.raises(NotAllowed):
            VisitChanges(occasion).cancel(visit.id)
        with pytest.raises(NotAllowed):
            VisitsSeen(occasion).find(visit.id)
        assert VisitsSeen(occasion).mine() == ()


def test_moving_frees_the_old_day(house: House) -> None:
    """The visit has the new day, the old one can be had, and the crew goes along."""
    visit = book(house, "aino", TURKU, MONDAY)
    with acting(house, "aino") as occasion:
        moved = VisitChanges(occasion).move(visit.id, TUESDAY)
    assert (moved.day, moved.crew, moved.id) == (TUESDAY, visit.crew, visit.id)
    assert MONDAY in free_days(house, "raija", RAUMA)
    assert TUESDAY not in free_days(house, "raija", RAUMA)


def test_a_moved_visit_cannot_have_a_taken_day(house: House) -> None:
    """The visit stays where it was."""
    visit = book(house, "aino", TURKU, MONDAY)
    book(house, "raija", RAUMA, TUESDAY)
    with acting(house, "aino") as occasion:
        with pytest.raises(DayTaken):
            VisitChanges(occasion).move(visit.id, TUESDAY)
        assert occasion.records.visits.find(visit.id) == visit


def test_cancelling_frees_the_day_and_the_people(house: House) -> None:
    """Until the day before; on the day itself AKE is called instead (D-31)."""
    visit = book(house, "aino", TURKU, MONDAY)
    with acting(house, "aino") as occasion:
        VisitChanges(occasion).cancel(visit.id)
    assert book(house, "raija", RAUMA, MONDAY).state is VisitState.BOOKED


def test_on_the_day_itself_only_ake_cancels(house: House, clock: StillClock) -> None:
    """A library is told that it is too late; a coordinator may."""
    visit = book(house, "aino", TURKU, MONDAY)
    clock.at = clock.at.replace(month=4, day=13)
    with acting(house, "aino") as occasion, pytest.raises(TooLate):
        VisitChanges(occasion).cancel(visit.id)
    with acting(house, COORDINATOR) as occasion:
        assert VisitChanges(occasion).cancel(visit.id).state is VisitState.CANCELLED


def test_everyone_concerned_is_told_but_not_who_did_it(house: House) -> None:
    """The crew, the contact person and the guests hear of bookings, moves and cancelling."""
    inka = settle(house, "inka", TURKU)
    liisa = settle(house, "liisa", LIETO)
    anna = settle(house, "anna", TURKU)
    aino = settle(house, "aino", TURKU)
    with acting(house, COORDINATOR) as occasion:
        desk = AkePeopleDesk(occasion)
        for one in desk.all():
            desk.change(replace(one, person=inka))
    visit = book(house, "aino", TURKU, MONDAY, (LIETO,))
    soon = ["visit_reminder", "visit_reminder"]
    assert told(house, inka) == ["visit_booked", *soon]
    assert told(house, liisa) == ["visit_joined", *soon]
    assert told(house, aino) == soon
    with acting(house, "anna") as occasion:
        VisitChanges(occasion).cancel(visit.id)
    assert "visit_cancelled" in told(house, aino)
    assert "visit_cancelled" in told(house, inka)
    assert "visit_cancelled" in told(house, liisa)
    assert told(house, anna) == []


def test_the_load_is_even_and_swedish_has_its_speaker(house: House) -> None:
    """Those with fewest visits go; one of them speaks Swedish where it is wanted."""
    sven = hire(house, "Sven", languages=BOTH)
    hire(house, "Sari")
    first = book(house, "aino", TURKU, MONDAY)
    second = book(house, "raija", RAUMA, TUESDAY)
    assert not set(first.crew) & {sven.id}
    assert len({*first.crew, *second.crew}) == 4
    settle(house, "pia", PARGAS)
    with acting(house, "pia") as occasion:
        draft = VisitBooking(occasion).draft(VisitKind.INFORMATICIANS, PARGAS)
        wednesday = TUESDAY + timedelta(days=1)
        wanted = replace(draft, day=wednesday, spoken=Spoken.SWEDISH)
        assert sven.id in VisitBooking(occasion).book(wanted).crew


def test_a_coordinator_chooses_others(house: House) -> None:
    """Anyone free may go; somebody on another visit may not."""
    sari = hire(house, "Sari")
    visit = book(house, "aino", TURKU, MONDAY)
    other = next(one for one in visit.crew if one != sari.id)
    with acting(house, COORDINATOR) as occasion:
        changed = VisitDesk(occasion).choose_crew(visit.id, (other, sari.id))
        assert sari.id in changed.crew
    with acting(house, COORDINATOR) as occasion:
        assert Crews(occasion).load(2026)[sari.id] == 1
        draft = VisitBooking(occasion).draft(VisitKind.PRESENTATION, RAUMA)
        wish = VisitBooking(occasion).book(replace(draft, day=MONDAY))
        with pytest.raises(PersonTaken):
            VisitDesk(occasion).confirm(wish.id, (sari.id,))
