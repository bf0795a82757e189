"""A calendar that one subscribes to."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar
from sqlalchemy import text
from starlette.testclient import TestClient

from bot.app import House, web_app
from bot.dialog import Move
from tests.chat import Chat, StillClock
from tests.houses import COORDINATOR
from tests.visits.acting import (
    BOTH,
    RAUMA,
    TURKU,
    book,
    hire,
    publish,
    settle,
)

DIGI = {
    "day": "2026-03-10",
    "wall": "09:00",
    "length": "45",
    "language": "fi+sv",
    "audience": "digi",
    "link": "https://example.org/kahvit",
    "topic": "Tekoäly",
    "guest": "",
}


@pytest.fixture
def program(both_houses: House) -> TestClient:
    """Somebody's calendar program, which knows nothing but a link."""
    return TestClient(web_app(both_houses), "http://127.0.0.1:3978")


def person(house: House, name: str, language: str = "fi", networks: str = "digi") -> Chat:
    chat = Chat(house, name, language=language)
    chat.opens("profile", language=language, home=TURKU, networks=networks, directs="no")
    chat.sends()
    return chat


def planned(house: House) -> Chat:
    carita = Chat(house, COORDINATOR)
    carita.opens("coffee_new")
    carita.gives(**DIGI)
    return carita


def link(heard: str) -> str:
    return next(word for word in heard.split() if word.startswith("http://127.0.0.1"))


def events(program: TestClient, address: str) -> list[dict[str, object]]:
    answer = program.get(urlsplit(address).path)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(answer.content).events
    return [{name: event.decoded(name) for name in event} for event in found]


def test_coffee_hours_follow_into_ones_own_calendar(
    both_houses: House, program: TestClient, clock: StillClock
) -> None:
    """Planned, moved and cancelled an hour is one event in the calendar, newer each time."""
    aino = person(both_houses, "aino")
    carita = planned(both_houses)
    address = link(aino.says("/kalenteri"))
    seen = events(program, address)
    carita.opens("coffee_move")
    carita.picks(spoken(carita))
    carita.gives(day="2026-03-11", wall="09:00")
    carita.sends()
    seen += events(program, address)
    carita.opens("coffee_cancel")
    carita.picks(spoken(carita))
    carita.gives(sure="yes")
    seen += events(program, address)
    assert len({event["UID"] for event in seen}) == 1
    assert [event["SEQUENCE"] for event in seen] == [0, 1, 2]
    assert [event["STATUS"] for event in seen] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    clock.moves(days=90)
    assert events(program, address) == []


def spoken(chat: Chat) -> str:
    return chat.spoken(chat.last.asks[0].options[0].label)


def test_the_calendar_is_ones_own(both_houses: House, program: TestClient) -> None:
    """It speaks the person's language, and holds what they follow or come to and nothing else."""
    aino, sven = person(both_houses, "aino"), person(both_houses, "sven", "sv", networks="")
    planned(both_houses)
    theirs = link(sven.opens("calendar_feed"))
    assert "AKE-kalender" in program.get(urlsplit(theirs).path).text
    assert events(program, theirs) == []
    sven.opens("coffee")
    sven.presses("Jag kommer")
    assert len(events(program, theirs)) == len(events(program, link(aino.says("/kalenteri")))) == 1


def test_visits_of_ones_library_are_there(both_houses: House, program: TestClient) -> None:
    """A visit is in the calendar of its library and of those who go, and of nobody else."""
    aino, liisa, otto = (person(both_houses, name, networks="") for name in ("aino", "liisa", "o"))
    hire(both_houses, "Inka")
    goes = hire(both_houses, "Liisa", languages=BOTH, person=settle(both_houses, "liisa", RAUMA))
    settle(both_houses, "o", RAUMA)
    visit = book(both_houses, "aino", TURKU, publish(both_houses)[0])
    assert goes.id in visit.crew
    found = [events(program, link(chat.opens("calendar_feed"))) for chat in (aino, liisa, otto)]
    assert [len(each) for each in found] == [1, 1, 0]
    assert found[0][0]["UID"] == found[1][0]["UID"] == f"visit:{visit.id}@lounais-suomi"


def test_a_link_lasts_until_it_is_renewed_or_stopped(
    both_houses: House, program: TestClient
) -> None:
    """One who has a link is asked what to do with it; what is not good any more is not found."""
    aino = person(both_houses, "aino")
    first = link(aino.opens("calendar_feed"))
    assert "Sinulla on jo kalenterilinkki" in aino.opens("calendar_feed")
    second = link(aino.picks("Tee uusi linkki; vanha lakkaa toimimasta"))
    assert [program.get(urlsplit(each).path).status_code for each in (first, second)] == [404, 200]
    aino.opens("calendar_feed")
    assert "lopetettu" in aino.picks("Lopeta tilaus")
    assert program.get(urlsplit(second).path).status_code == 404


def test_nothing_is_sent_twice_for_nothing(
    both_houses: House, program: TestClient, clock: StillClock
) -> None:
    """A program that has the calendar as it is hears so, however late; a change is sent."""
    aino = person(both_houses, "aino")
    path = urlsplit(link(aino.opens("calendar_feed"))).path
    first = program.get(path)
    tag = {"if-none-match": first.headers["etag"]}
    clock.moves(hours=5)
    again = program.get(path, headers=tag)
    assert (again.status_code, again.content) == (304, b"")
    planned(both_houses)
    assert program.get(path, headers=tag).status_code == 200
    assert "no-cache" in first.headers["cache-control"]


def test_the_secret_is_kept_nowhere(both_houses: House) -> None:
    """The table of links holds digests, from which no link can be made."""
    address = link(person(both_houses, "aino").opens("calendar_feed"))
    secret = address.rpartition("/")[2].removesuffix(".ics")
    with both_houses.ledger.unit() as unit:
        [row] = unit.connection.execute(text("SELECT digest FROM calendar_feeds"))
    assert row.digest not in secret
    assert len(row.digest) == 64


def test_two_accounts_made_one_keep_both_links(both_houses: House, program: TestClient) -> None:
    """Joining accounts stops no calendar."""
    teams, slack = Chat(both_houses, "aino", "teams"), Chat(both_houses, "u1", "slack")
    paths = [urlsplit(link(chat.opens("calendar_feed"))).path for chat in (teams, slack)]
    code = teams.says("/yhdista") and teams.moves(Move.SKIP)
    slack.opens("link", code=code.split("on ")[1][:9])
    slack.presses(slack.buttons()[0])
    assert [program.get(path).status_code for path in paths] == [200, 200]


def test_without_an_address_nothing_is_promised(both_houses: House) -> None:
    """Where programs cannot reach the bot, one is told of the calendar files instead."""
    inbox = replace(both_houses.inbox, page="")
    aino = Chat(replace(both_houses, inbox=inbox), "aino")
    assert "kalenteritiedoston" in aino.opens("calendar_feed")
