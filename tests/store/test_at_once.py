"""Two who change the same thing at once: the later one looks again, and nothing is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import timedelta
from threading import Barrier
from types import NoneType

import pytest

from bot.app import House
from bot.conversation.ports import Overtaken
from bot.conversation.turns import Address, Said, Sender, Turn
from bot.domain.languages import Language
from bot.domain.partners.registering import Registering
from bot.domain.partners.registrations import RegistrationState
from bot.domain.visits.booking import HasVisit, VisitBooking
from bot.domain.visits.changes import VisitChanges
from bot.domain.visits.desk import VisitDesk
from bot.domain.visits.visits import VisitKind, VisitState
from tests.houses import COORDINATOR
from tests.partners.acts import confirm, register
from tests.visits.acting import MONDAY, RAUMA, TURKU, acting, book, hire, publish, settle

ON_POSTGRES = pytest.mark.parametrize("both_houses", ["postgres"], indirect=True)
"""On SQLite the second one waits until the first is done."""


@pytest.fixture
def house(both_houses: House) -> House:
    hire(both_houses, "Inka")
    hire(both_houses, "Ville")
    publish(both_houses)
    settle(both_houses, "aino", TURKU)
    settle(both_houses, "saga", RAUMA)
    return both_houses


@ON_POSTGRES
def test_a_cancelled_visit_stays_cancelled(house: House) -> None:
    """Whoever was choosing its crew meanwhile does not bring it back."""
    visit = book(house, "aino", TURKU, MONDAY)
    with acting(house, COORDINATOR) as coordinator:
        found = VisitDesk(coordinator).find(visit.id)
        with acting(house, "aino") as library:
            VisitChanges(library).cancel(visit.id)
        changed = replace(found, note="Tulemme jo aamulla", revision=found.revision + 1)
        with pytest.raises(Overtaken):
            coordinator.records.visits.keep(changed)
    with acting(house, COORDINATOR) as occasion:
        kept = occasion.records.visits.find(visit.id)
        assert kept is not None
        assert kept.state is VisitState.CANCELLED


@ON_POSTGRES
def test_two_colleagues_book_one_visit(house: House) -> None:
    """Each takes another day at the same moment: the second one hears of the first one's."""
    settle(house, "matti", TURKU)
    with ThreadPoolExecutor(1) as pool:
        with acting(house, "aino") as occasion:
            booking = VisitBooking(occasion)
            draft = booking.draft(VisitKind.INFORMATICIANS, TURKU)
            booking.book(replace(draft, day=MONDAY))
            second = pool.submit(book, house, "matti", TURKU, MONDAY + timedelta(days=1))
            assert wait([second], timeout=0.5).not_done
        with pytest.raises(HasVisit):
            second.result(timeout=30)


@ON_POSTGRES
def test_two_words_in_a_chat_that_is_new(both_houses: House) -> None:
    """Somebody known from a channel writes twice at once: both are heard, and the place is kept."""
    aino, now = Sender("test", "aino", "Aino"), both_houses.clock.now()
    place = Address("test", aino.private, reference={"chat": 1})
    turns = [Turn(f"{n}", aino, place, Said("apua"), now) for n in range(2)]
    with both_houses.ledger.unit() as unit:
        unit.people.by_identity("test", "aino", "Aino")
        unit.commit()
    with ThreadPoolExecutor(1) as pool, both_houses.ledger.unit() as unit:
        found = unit.situations.of(turns[0])
        unit.addresses.renew(found.who.id, place, now, found.heard)
        second = pool.submit(both_houses.answer_now, turns[1])
        assert wait([second], timeout=0.5).not_done
        unit.commit()
        assert not second.result(timeout=30).broken
        assert unit.addresses.of(found.who.id) == (place,)


@ON_POSTGRES
def test_a_guest_that_stays_away_is_not_brought_back(house: House) -> None:
    """What its host changes at the same moment is changed on what is so then."""
    visit = book(house, "aino", TURKU, MONDAY, guests=(RAUMA,))
    with acting(house, COORDINATOR) as coordinator:
        [found] = VisitDesk(coordinator).booked()
        with acting(house, "saga") as guest:
            VisitChanges(guest).stay_away(visit.id)
        desk = VisitDesk(coordinator)
        with pytest.raises(Overtaken):
            desk.choose_crew(found.id, found.crew, "")
    with acting(house, COORDINATOR) as occasion:
        kept = occasion.records.visits.find(visit.id)
        assert kept is not None
        assert kept.guests == ()


@ON_POSTGRES
def test_a_library_that_was_paired_stays_paired(both_houses: House) -> None:
    """A colleague who withdraws the registration at that moment finds it paired."""
    one, _other = register(both_houses, "019"), register(both_houses, "480")
    with acting(both_houses, "worker019") as library:
        registering = Registering(library)
        assert registering.find(one.id).is_open
        [pair] = confirm(both_houses)
        with pytest.raises(Overtaken):
            registering.records.registrations.keep(one)
    with acting(both_houses, COORDINATOR) as occasion:
        kept = occasion.records.registrations.find(one.id)
        assert kept is not None
        assert kept.state is RegistrationState.PAIRED
        assert occasion.records.pairs.active_at(one.point) == pair


@ON_POSTGRES
def test_a_role_that_was_confirmed_stays_confirmed(house: House) -> None:
    """A director who changes their language at that moment changes nothing else."""
    director = settle(house, "pentti", RAUMA, directs=False)
    with acting(house, "pentti") as own:
        with acting(house, COORDINATOR) as coordinator:
            found = coordinator.records.people.find(director)
            assert found is not None
            assert found.directs is not None
            confirmed = replace(found.directs, confirmed=True)
            coordinator.records.people.save(replace(found, directs=confirmed))
        own.records.people.save(replace(own.who, language=Language.SV))
    with acting(house, "pentti") as occasion:
        who = occasion.who
        assert who.language is Language.SV
        assert who.directs is not None
        assert who.directs.confirmed


@ON_POSTGRES
def test_of_two_who_wait_for_each_other_one_tries_again(house: House) -> None:
    """The database undoes one of them; to a person that is no mishap."""
    names, met = ("aino", "saga"), Barrier(2)

    def renames(first: str, then: str) -> None:
        with house.ledger.unit() as unit:
            for name in (first, then):
                who = unit.people.by_identity("test", name, name)
                unit.people.save(replace(who, name=f"{who.name} {first}"))
                if name == first:
                    met.wait()
            unit.commit()

    with ThreadPoolExecutor() as pool:
        both = [pool.submit(renames, *names), pool.submit(renames, *reversed(names))]
    assert {type(each.exception()) for each in both} == {NoneType, Overtaken}
