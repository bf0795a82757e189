"""Rooms of many readers, and what the bot says there first."""

from __future__ import annotations

import pytest

from bot.conversation.ports import Undelivered
from bot.conversation.turns import Address
from bot.dialog import Button, as_is, say
from bot.domain.ids import NetworkKey
from bot.local_page import LocalPage
from tests.loops import run

from .browsing import Visitor
from .conftest import Visit

HELLO = say(as_is("Kahvit alkavat kello 9."), buttons=(Button(as_is("Omat"), "profile"),))


def send(local: LocalPage, to: str, key: str, *, private: bool = False) -> None:
    channel = local.house.channels["web"]
    run(channel.send(Address("web", to, private), HELLO, language="fi", key=key))


def marks(visitor: Visitor) -> dict[str, str]:
    """The unread marks that show, by place."""
    found = visitor.page.all("span", class_="unread")
    return {
        mark.attributes["data-place"]: mark.one("span", class_="count").text
        for mark in found
        if "hidden" not in mark.attributes
    }


def test_what_is_said_in_a_room_all_read(visit: Visit) -> None:
    """Aino's words in the network's room carry her name for Saga."""
    visit("aino", "varsat").says("Huomenta kaikille!")
    saga = visit("saga", "varsat")
    assert "Huomenta kaikille!" in saga.sees
    assert "Aino Lehtonen" in saga.sees
    assert "Huomenta" not in visit("saga", "digi").sees


def test_ones_own_matters_go_on_in_private(visit: Visit) -> None:
    """A dialog begun among others is led on to one's own conversation, and not shown to them."""
    aino = visit("aino", "varsat")
    aino.presses("Omat tiedot")
    assert aino.page.one("h1").text == "Oma keskustelu"
    assert "Missä kirjastossa työskentelet?" in aino.sees
    aino.follows("VarSat-verkosto")
    assert "Missä kirjastossa työskentelet?" not in aino.sees
    assert "Missä kirjastossa työskentelet?" in aino.follows("Jatka siellä")
    assert "Missä kirjastossa" not in visit("saga", "varsat").sees


def test_the_bot_speaks_first(visit: Visit, local: LocalPage) -> None:
    """A post stands in its room for everybody, with its buttons, each in their own language."""
    send(local, "varsat", "coffee/1")
    assert "Kahvit alkavat kello 9." in visit("saga", "varsat").sees
    send(local, "private:pentti", "to-pentti", private=True)
    assert "Kahvit" in visit("pentti").sees
    assert "Kahvit" not in visit("aino").sees


def test_a_post_of_one_key_is_posted_once(visit: Visit, local: LocalPage) -> None:
    """The channel can always tell whether a message is there, and posts none twice."""
    channel, there = local.house.channels["web"], Address("web", "varsat", private=False)
    assert run(channel.has(there, "coffee/1")) is False
    send(local, "varsat", "coffee/1")
    send(local, "varsat", "coffee/1")
    assert run(channel.has(there, "coffee/1")) is True
    assert visit("aino", "varsat").sees.count("Kahvit alkavat") == 1


def test_a_place_that_is_not_there_is_told(local: LocalPage) -> None:
    """What cannot be delivered now never will be."""
    with pytest.raises(Undelivered) as refused:
        send(local, "nowhere", "x")
    assert refused.value.permanent


def test_unread_marks_go_when_one_has_read(visit: Visit, local: LocalPage) -> None:
    """Other rooms, and other people's own conversations, show how much is new there."""
    send(local, "varsat", "1")
    send(local, "varsat", "2")
    send(local, "private:saga", "3", private=True)
    aino = visit("aino")
    assert marks(aino) == {"varsat": "2", "private:saga": "1"}
    assert "2 uutta viestiä" in aino.page.one("nav").text
    aino.follows("VarSat-verkosto")
    assert marks(aino) == {"private:saga": "1"}
    aino.goes("/?who=saga&room=chat")
    assert marks(aino) == {"varsat": "2"}


def test_the_rooms_are_those_of_their_networks(local: LocalPage) -> None:
    """What is posted to a network finds its room on the page."""
    with local.house.ledger.unit() as unit:
        rooms = unit.rooms.of(NetworkKey("varsat"))
        assert [unit.seats.address(room.id) for room in rooms] == [
            Address("web", "varsat", private=False)
        ]


def test_everybody_can_be_written_to_from_the_start(local: LocalPage) -> None:
    """Coordinators are told of things although they have never opened the page."""
    with local.house.ledger.unit() as unit:
        names = [person.name for person in unit.people.coordinators()]
        ids = [person.id for person in unit.people.coordinators()]
        assert sorted(names) == ["Kaisu Niemelä", "Oskar Sandvik"]
        assert set(unit.addresses.newest(ids, ["web"])) == set(ids)
