"""What both databases promise alike."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import pytest

from bot.app import House
from bot.conversation.ports import Overtaken, Unit
from bot.conversation.turns import Address, Draft, Said, Talk
from bot.domain.ids import NetworkKey, PersonId, ServicePointId
from bot.domain.languages import Language
from bot.domain.notifications import Notification, ToPerson
from bot.domain.people import Directorship, Person
from bot.store.unit import SqlUnit
from tests.chat import Chat

pytestmark = pytest.mark.contract
HERE = Address("test", "private:aino")


def known(house: House, name: str) -> Person:
    with house.ledger.unit() as unit:
        person = unit.people.by_identity("test", name, name.title())
        unit.commit()
    return person


def test_a_person_is_kept_whole(both_houses: House) -> None:
    """Language, home, networks, wishes and role come back as they were saved."""
    aino = known(both_houses, "aino")
    whole = Person(
        aino.id,
        "Aino",
        Language.SV,
        ServicePointId("853-main"),
        (NetworkKey("digi"), NetworkKey("varsat")),
        {"coffee.day": False, "visit.week": True},
        Directorship(both_houses.region.home, confirmed=True),
    )
    with both_houses.ledger.unit() as unit:
        unit.people.save(whole)
        unit.commit()
    with both_houses.ledger.unit() as unit:
        assert unit.people.find(aino.id) == whole
        assert unit.people.at_home(ServicePointId("853-main")) == (whole,)
        assert unit.people.in_network(NetworkKey("digi")) == (whole,)
        assert unit.people.directors(confirmed=True) == (whole,)


def test_coordinators_are_those_of_the_settings(both_houses: House) -> None:
    """The role follows the settings and nothing that is stored."""
    carita = known(both_houses, "carita")
    assert (carita.coordinator, known(both_houses, "aino").coordinator) == (True, False)
    with both_houses.ledger.unit() as unit:
        assert unit.people.coordinators() == (carita,)


def test_two_first_words_at_once_make_one_person(both_houses: House) -> None:
    """Twenty turns of somebody new, all at once, meet one and the same person."""
    chats = [Chat(both_houses, "new") for _each in range(20)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda chat: chat.says("hei"), chats))
    with both_houses.ledger.unit() as unit:
        assert unit.situations.of(chats[0].turn(Said("hei"))).heard
        assert len(unit.people.everyone()) == 1


def test_a_conversation_is_set_by_its_revision(both_houses: House) -> None:
    """Whoever read an older revision is overtaken, and what the other wrote stays."""
    aino = known(both_houses, "aino")
    first, second = (Talk(current=Draft(name, "trip", 1)) for name in ("a", "b"))
    with both_houses.ledger.unit() as unit:
        unit.talks.keep(aino.id, HERE, first, 0)
        unit.commit()
    with both_houses.ledger.unit() as unit, pytest.raises(Overtaken):
        unit.talks.keep(aino.id, HERE, second, 0)
    with both_houses.ledger.unit() as unit:
        unit.talks.keep(aino.id, HERE, second, 1)
        unit.commit()
    with both_houses.ledger.unit() as unit, pytest.raises(Overtaken):
        unit.talks.keep(aino.id, HERE, first, 1)
    with both_houses.ledger.unit() as unit:
        found = unit.situations.of(Chat(both_houses, "aino").turn(Said("hei")))
        assert (found.who, found.talk, found.revision) == (aino, second, 2)


def test_what_is_not_committed_never_was(both_houses: House) -> None:
    """A unit that is left without a commit leaves nothing behind."""
    with both_houses.ledger.unit() as unit:
        ghost = unit.people.by_identity("test", "ghost", "Ghost")
    with both_houses.ledger.unit() as unit:
        assert unit.people.find(PersonId(ghost.id)) is None


def test_a_notification_is_planned_once(both_houses: House) -> None:
    """The same key planned twice is one notification, which can be called off until it goes."""
    aino = known(both_houses, "aino")
    due = both_houses.clock.now() + timedelta(days=1)
    one = Notification("visit/1/eve", ToPerson(aino.id), due, "trip")
    with both_houses.ledger.unit() as unit:
        assert [unit.notifications.plan(one), unit.notifications.plan(one)] == [True, False]
        assert [unit.notifications.withdraw(one.key), unit.notifications.withdraw(one.key)] == [
            True,
            False,
        ]


def test_the_last_private_place_is_where_a_person_is_found(both_houses: House) -> None:
    """A private place is remembered with what the channel needs; a shared one is not."""
    aino, now = known(both_houses, "aino"), both_houses.clock.now()
    old = Address("test", "old", reference={"url": "a"})
    new = Address("test", "new", reference={"url": "b"})
    shared = Address("test", "channel", private=False)
    with both_houses.ledger.unit() as unit:
        for hours, address in enumerate((old, new, shared)):
            unit.addresses.note(aino.id, address, now + timedelta(hours=hours))
        assert unit.addresses.of(aino.id) == (new, old)


def test_what_an_attempt_did_is_undone_where_it_fails(both_houses: House) -> None:
    """A refusal in the middle of doing leaves nothing half done, and what went before stays."""
    aino = known(both_houses, "aino")
    first, second = (
        Notification(key, ToPerson(aino.id), both_houses.clock.now(), "trip") for key in "ab"
    )
    with both_houses.ledger.unit() as unit:
        unit.notifications.plan(first)
        with pytest.raises(KeyError):
            refused(unit, second)
        unit.commit()
    with both_houses.ledger.unit() as unit:
        assert unit.notifications.planned("a")
        assert not unit.notifications.planned("b")


def refused(unit: SqlUnit, planned: Notification) -> None:
    """Do something, and find then that it cannot be done."""
    with unit.attempt():
        unit.notifications.plan(planned)
        raise KeyError


def test_attempts_lie_within_one_another(both_houses: House) -> None:
    """What an inner attempt did is undone alone, and with the outer one where that fails."""
    aino = known(both_houses, "aino")
    now = both_houses.clock.now()
    notes = {key: Notification(key, ToPerson(aino.id), now, "trip") for key in "abcd"}

    def tried(unit: Unit, *keys: str, fails: bool) -> None:
        with unit.attempt():
            for key in keys:
                unit.notifications.plan(notes[key])
            if fails:
                raise KeyError

    with both_houses.ledger.unit() as unit:
        with unit.attempt():
            assert unit.people.find(aino.id) is not None
            with pytest.raises(KeyError):
                tried(unit, "a", fails=True)
            tried(unit, "b", fails=False)
        with suppress(KeyError), unit.attempt():
            tried(unit, "c", fails=False)
            raise KeyError
        with unit.attempt(), unit.connection.begin_nested():
            unit.notifications.plan(notes["d"])
        unit.commit()
    with both_houses.ledger.unit() as unit:
        assert [key for key in "abcd" if unit.notifications.planned(key)] == ["b", "d"]
