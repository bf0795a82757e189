"""A person asks what is kept of them, takes it along, and wants to be forgotten."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import func, select

from bot.app import House
from bot.conversation import papers
from bot.conversation.links import Link, digest, offer
from bot.conversation.turns import Said, Sender
from bot.domain.ids import PersonId
from bot.domain.own_data import OwnData
from bot.store.accounts import theirs
from tests.chat import Chat
from tests.claims.travelling import begun, handed_in, meeting
from tests.domain.claims.trips import drive
from tests.houses import COORDINATOR, Meet
from tests.partners.acts import point, reported, worker
from tests.visits.acting import MONDAY, PARGAS, TURKU, acting, book, hire, known, publish, settle

DAY = date(2026, 2, 25)


def fetched(chat: Chat) -> Any:
    [paper] = chat.last.documents
    with acting(chat.house, chat.name) as occasion:
        content, kind = papers.make(paper, occasion, chat.house.papers)
    assert kind == "application/json"
    return json.loads(content)


def traces(house: House, person: PersonId) -> list[str]:
    """Where in the database a person is still named."""
    with house.ledger.unit() as unit:
        return [
            str(column)
            for column in theirs()
            if unit.connection.execute(select(func.count()).where(column == person)).scalar()
        ]


def with_a_visit(house: House, name: str) -> str:
    for one in ("Inka", "Sven"):
        hire(house, one)
    publish(house)
    return book(house, name, TURKU, MONDAY).id


def test_everything_is_shown_and_handed_over(meet: Meet, sqlite_house: House) -> None:
    """One's own name, library and matters stand in a table, and all of it in a file."""
    settle(sqlite_house, "aino", TURKU)
    settle(sqlite_house, "bertil", PARGAS)
    with_a_visit(sqlite_house, "aino")
    begun(sqlite_house, "bertil", meeting(sqlite_house), drive("400", day=DAY))
    aino = meet("aino")
    said = aino.says("/tietosuoja")
    for words in ("Aino", "Turun pääkirjasto", "AKE-vierailut, joiden yhteyshenkilö olet"):
        assert words in said
    assert "Matkalaskut" not in said
    everything = fetched(aino)
    assert everything["people"][0]["home"] == TURKU
    assert everything["visits"][0]["day"] == MONDAY.isoformat()
    assert "bertil" not in json.dumps(everything).lower()


def test_the_same_in_swedish(meet: Meet, sqlite_house: House) -> None:
    """Whoever fetches the file gets their own, also when the words come from elsewhere."""
    settle(sqlite_house, "sven", PARGAS)
    sven = meet("sven", language="sv")
    sven.opens("language", language="sv")
    said = sven.says("/dataskydd")
    assert "Ditt bibliotek" in said
    assert "Glöm mig" in sven.buttons()
    sven.name = "aino"
    assert fetched(sven)["people"][0]["name"] == "Aino"


def test_the_forgotten_leave_no_trace(both_houses: House) -> None:
    """No row names them any more; what is their library's goes on without them."""
    person = settle(both_houses, "aino", TURKU)
    visit = with_a_visit(both_houses, "aino")
    begun(both_houses, "aino", meeting(both_houses), drive("400", day=DAY))
    with acting(both_houses, "aino") as occasion:
        occasion.records.files.add(person, "kuitti.pdf", b"%PDF-1.4", occasion.now)
    with acting(both_houses, "aino") as occasion:
        OwnData(occasion).forget()
        assert occasion.left
    assert traces(both_houses, person) == []
    with acting(both_houses, COORDINATOR) as occasion:
        assert occasion.records.people.find(person) is None
        [kept] = occasion.records.visits.of(TURKU)
        assert (kept.id, kept.contact) == (visit, None)


def test_their_links_open_nothing_any_more(both_houses: House) -> None:
    """A link that was shown in the chat goes with the account it was for; others stay."""
    settle(both_houses, "aino", TURKU)
    aino, sven = (Sender("test", name, name.title()) for name in ("aino", "sven"))
    with both_houses.ledger.unit() as unit:
        secrets = [offer(unit.links, Link(one, "dialog"), unit.now) for one in (aino, sven)]
        unit.commit()
    with acting(both_houses, "aino") as occasion:
        OwnData(occasion).forget()
    with both_houses.ledger.unit() as unit:
        owners = [unit.links.owner(digest(secret)) for secret in secrets]
    assert owners == [None, sven]


def test_pictures_of_a_report_stay_with_ake(both_houses: House) -> None:
    """The report and what it shows is the library's; another file of theirs is gone."""
    carita, writer = known(both_houses, COORDINATOR), known(both_houses, worker(both_houses, "480"))
    with acting(both_houses, "worker480") as occasion:
        files = occasion.records.files
        shown, other = (files.add(writer.id, n, n.encode(), occasion.now) for n in ("a", "b"))
    reported(both_houses, writer.id, shown)
    with acting(both_houses, "worker480") as occasion:
        OwnData(occasion).forget()
        kept = occasion.records.files.find(shown)
        assert kept is not None
        assert kept.person == carita.id
        assert occasion.records.files.find(other) is None
    assert traces(both_houses, writer.id) == []


def test_pictures_stay_in_a_report_that_a_colleague_wrote_anew(both_houses: House) -> None:
    """Whoever wrote it last, the report shows what it shows."""
    giver = settle(both_houses, "aino", point("480"))
    writer = known(both_houses, worker(both_houses, "480")).id
    with acting(both_houses, "aino") as occasion:
        shown = occasion.records.files.add(giver, "a", b"a", occasion.now)
    reported(both_houses, writer, shown)
    known(both_houses, COORDINATOR)
    with acting(both_houses, "aino") as occasion:
        OwnData(occasion).forget()
        assert occasion.records.files.find(shown) is not None
    assert traces(both_houses, giver) == []


def test_ake_may_have_to_ask(meet: Meet, sqlite_house: House) -> None:
    """Who has a claim with AKE is not forgotten before it has been paid."""
    person = settle(sqlite_house, "aino", TURKU)
    handed_in(sqlite_house, "aino", meeting(sqlite_house), drive("400", day=DAY))
    said = meet("aino").opens("forget_me", sure="yes")
    assert "Voin unohtaa sinut, kun se on maksettu." in said
    assert known(sqlite_house, "aino").id == person


def test_they_are_strangers_afterwards(meet: Meet, sqlite_house: House) -> None:
    """What lay aside is gone too, and the next word is that of somebody new."""
    person = settle(sqlite_house, "aino", TURKU)
    with_a_visit(sqlite_house, "carita")
    aino = meet("aino")
    aino.opens("coffee_propose", topic="Lukupiirit")
    assert "Tätä ei voi perua" in aino.says("/unohda-minut")
    said = aino.says("kyllä")
    assert "Olen unohtanut sinut" in said
    assert aino.buttons() == []
    assert traces(sqlite_house, person) == []
    assert "Kerro ensin, kuka olet." in aino.opens("visit")
    assert known(sqlite_house, "aino").id != person


def test_one_may_think_better_of_it(meet: Meet, sqlite_house: House) -> None:
    """Who says no is remembered."""
    person = settle(sqlite_house, "aino", TURKU)
    aino = meet("aino")
    aino.says("/unohda-minut")
    assert "kaikki jää ennalleen" in aino.says("ei")
    assert known(sqlite_house, "aino").id == person


def test_a_repeated_goodbye_is_the_same(meet: Meet, sqlite_house: House) -> None:
    """The platform sends the turn again: the same words, and nobody is brought back."""
    settle(sqlite_house, "aino", TURKU)
    aino = meet("aino")
    aino.says("/unohda-minut")
    goodbye = aino.turn(Said("kyllä"), "goodbye")
    first = sqlite_house.inbox.answer(goodbye)
    again = sqlite_house.inbox.answer(goodbye)
    assert again.again
    assert again.message.text == first.message.text
