"""What a link opens once: a paper, or what is open in the chat, for half an hour."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from httpx2 import Response
from sqlalchemy import text
from starlette.testclient import TestClient

from bot.app import House, web_app
from bot.channels.web.uploads import LARGEST
from bot.conversation.links import Link, offer
from bot.conversation.turns import Sender
from tests.chat import Chat, StillClock
from tests.claims.test_receipt_files import PDF
from tests.claims.travelling import DAY, begun, meeting
from tests.domain.claims.trips import drive
from tests.houses import Meet
from tests.visits.acting import TURKU, settle

from .browsing import HERE, Element, Visitor

AINO = Sender("test", "aino", "Aino Lehtonen")
SVEN = Sender("test", "sven", "Sven Holm")
LANGUAGES = {"fi": ("aino", AINO), "sv": ("sven", SVEN)}
OPEN = {"fi": "Avaa", "sv": "Öppna"}
USED = {"fi": "Tämä linkki on jo avattu", "sv": "Länken är redan öppnad"}


class Guest(Visitor):
    """Somebody with a link, and nothing else of ours."""

    def __init__(self, house: House) -> None:
        self.client = TestClient(web_app(house), HERE, raise_server_exceptions=False)
        self.page = Element("", {})

    def post(self, form: Element, fields: list[tuple[str, str]]) -> Response:
        """A form with no address goes where the page is."""
        form.attributes.setdefault("action", str(self.response.url))
        return super().post(form, fields)


@pytest.fixture
def guest(sqlite_house: House) -> Guest:
    return Guest(sqlite_house)


@pytest.fixture
def aino(meet: Meet, sqlite_house: House) -> Chat:
    """With a claim under way, asked for its receipts."""
    settle(sqlite_house, "aino", TURKU)
    claim = begun(sqlite_house, "aino", meeting(sqlite_house), drive("10", day=DAY))
    chat = meet("aino")
    chat.opens("attach_receipts", claim=claim.id)
    return chat


def paper(house: House, sender: Sender = AINO, **facts: str) -> str:
    about = {"kind": "coffee_calendar", "file": "etäkahvit.ics"}
    return linked(house, Link(sender, "paper", about, facts))


def link(house: House, sender: Sender = AINO) -> str:
    return linked(house, Link(sender, "dialog"))


def linked(house: House, found: Link) -> str:
    with house.ledger.unit() as unit:
        secret = offer(unit.links, found, house.clock.now())
        unit.commit()
    return f"/once/{secret}"


def speaker(meet: Meet, language: str) -> Sender:
    name, sender = LANGUAGES[language]
    meet(name, language=language).opens("language", language=language)
    return sender


def coffee(house: House, meet: Meet) -> str:
    carita = meet("carita")
    carita.opens("coffee_new")
    hour = {"day": "2026-03-10", "wall": "09:00", "length": "45", "language": "fi+sv"}
    carita.gives(**hour, audience="digi", link="", topic="Tekoäly", guest="")
    with house.ledger.unit() as unit:
        [made] = unit.coffee_hours.between(house.clock.now(), house.clock.now() + timedelta(days=9))
    return made.id


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_looking_opens_nothing(
    guest: Guest, sqlite_house: House, meet: Meet, language: str
) -> None:
    """Scanners and previews may look as often as they like; the button opens once, and no more."""
    sender = speaker(meet, language)
    address = paper(sqlite_house, sender, hour=coffee(sqlite_house, meet))
    for _look in range(3):
        assert guest.client.head(address).status_code == 200
        guest.goes(address)
        assert (guest.response.status_code, guest.buttons()) == (200, [OPEN[language]])
        assert guest.page.one("html").attributes["lang"] == language
        assert sender.name.split()[0] not in guest.sees
    assert "SUMMARY" in guest.presses(OPEN[language])
    for again in (guest.client.post(address), guest.client.get(address)):
        assert USED[language] in guest.shows(again)
        assert again.status_code == 410


def test_a_paper_is_handed_out(guest: Guest, sqlite_house: House, meet: Meet) -> None:
    """As a file with its own name, which nobody on the way keeps."""
    guest.goes(paper(sqlite_house, hour=coffee(sqlite_house, meet)))
    assert "Tekoäly" in guest.presses("Avaa")
    told = guest.response.headers
    assert told["content-type"].startswith("text/calendar")
    assert told["content-disposition"] == "attachment; filename*=UTF-8''et%C3%A4kahvit.ics"
    assert told["cache-control"] == "no-store"


@pytest.mark.parametrize("facts", [{"hour": "none"}, {}])
def test_a_paper_that_is_gone_is_told(
    guest: Guest, sqlite_house: House, facts: dict[str, str]
) -> None:
    """What it was about is there no more, or was never told: a sentence says so."""
    guest.goes(paper(sqlite_house, AINO, **facts))
    assert "ei ole enää" in guest.presses("Avaa")
    assert guest.response.status_code == 404


def test_another_ones_paper_is_withheld(guest: Guest, sqlite_house: House) -> None:
    """A link opens no more than its owner may have, whatever somebody has put into it."""
    about = {"kind": "visits_calendar", "file": "kaikki.ics"}
    guest.goes(linked(sqlite_house, Link(AINO, "paper", about)))
    guest.presses("Avaa")
    assert guest.response.status_code == 403


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_after_ten_minutes_it_opens_nothing(
    guest: Guest, sqlite_house: House, clock: StillClock, meet: Meet, language: str
) -> None:
    """Its owner is told so in their language; a day later nobody knows whose it was."""
    address = link(sqlite_house, speaker(meet, language))
    clock.moves(minutes=10)
    for answer in (guest.client.get(address), guest.client.post(address)):
        assert answer.status_code == 410
        assert USED[language] in guest.shows(answer)
    clock.moves(days=2)
    link(sqlite_house)
    assert guest.client.get(address).status_code == 404


@pytest.mark.parametrize("tampered", ["x", "", "0" * 5000, "%00", "..%2f..", "%C3%28", "look/a"])
def test_what_never_was_a_link_is_not_found(guest: Guest, tampered: str) -> None:
    """Cut off, changed or invented: a sentence in both languages, and nothing is opened."""
    for answer in (guest.client.get(f"/once/{tampered}"), guest.client.post(f"/once/{tampered}")):
        assert answer.status_code in (404, 405)
        guest.shows(answer)
        assert {each.attributes["lang"] for each in guest.page.all("p", lang="sv")} == {"sv"}


def test_of_two_at_once_one_opens_it(both_houses: House) -> None:
    """Pressed in two windows at the same moment it opens in one of them."""
    address = link(both_houses)
    guests = [Guest(both_houses) for _window in range(4)]
    with ThreadPoolExecutor(4) as pool:
        answers = pool.map(lambda each: each.client.post(address, follow_redirects=False), guests)
    assert sorted(answer.status_code for answer in answers) == [303, 410, 410, 410]


@pytest.mark.usefixtures("aino")
def test_the_secret_is_kept_nowhere(guest: Guest, sqlite_house: House) -> None:
    """Of links and of visits to the page the database has digests."""
    address = link(sqlite_house)
    guest.goes(address)
    guest.presses("Avaa")
    secrets = {address.removeprefix("/once/"), guest.client.cookies["visit"]}
    with sqlite_house.ledger.unit() as unit:
        kept = str(unit.connection.execute(text("SELECT * FROM one_time_links")).all())
    assert kept.count("aino") == 2
    assert not any(secret in kept for secret in secrets)


def test_receipts_are_handed_in_on_the_page(guest: Guest, aino: Chat, sqlite_house: House) -> None:
    """What is open in the chat is open here: files are handed in, and the chat knows it."""
    guest.goes(link(sqlite_house))
    guest.presses("Avaa")
    assert guest.response.url == f"{HERE}/once/"
    assert "Olet täällä nimellä Aino Lehtonen." in guest.sees
    guest.attaches("Lähetä kuitit", ("kuitti.pdf", PDF))
    assert "Yksi kuitti: kuitti.pdf" in guest.presses("Vastaa")
    assert "Voit sulkea tämän sivun. Jatketaan keskustelussa." in guest.sees
    aino.opens("claims")
    assert "Yksi kuitti: kuitti.pdf" in aino.presses(aino.buttons()[-1])


@pytest.mark.usefixtures("aino")
def test_what_cannot_stand_is_asked_again(guest: Guest, sqlite_house: House) -> None:
    """No receipt at all, one that is no receipt, one too large: the question says what is wrong."""
    guest.goes(link(sqlite_house))
    guest.presses("Avaa")
    guest.attaches("Lähetä kuitit", ("ohjelma.pdf", b"MZ" + b"\0" * 90))
    assert "Ongelma" in guest.presses("Vastaa")
    guest.attaches("Lähetä kuitit", ("iso.pdf", PDF + b"0" * LARGEST))
    assert "on yli 10 Mt" in guest.presses("Vastaa")
    assert guest.response.status_code == 200
    guest.page.one("ul", class_="kept").one("input").attributes.pop("checked")
    guest.attaches("Lähetä kuitit", ("kuitti.pdf", PDF))
    assert "Yksi kuitti: kuitti.pdf" in guest.presses("Vastaa")


def test_papers_of_an_answer_are_fetched_on_the_page(
    guest: Guest, meet: Meet, sqlite_house: House
) -> None:
    """What the bot hands out there is a button there, for whoever may have it."""
    coffee(sqlite_house, meet)
    meet("aino").opens("coffee_attend")
    guest.goes(link(sqlite_house))
    guest.presses("Avaa")
    guest.picks("Mitä etäkahveja tarkoitat?", *(each.text for each in guest.page.all("label")))
    guest.picks("Tuletko mukaan?", "Kyllä")
    guest.presses("Lähetä vastaukset")
    into = next(label for label in guest.buttons() if label.startswith("Kalenteriin"))
    assert "BEGIN:VCALENDAR" in guest.presses(into)


@pytest.mark.usefixtures("aino")
def test_half_an_hour_later_the_page_is_shut(
    guest: Guest, sqlite_house: House, clock: StillClock
) -> None:
    """Neither looking nor sending does anything then; one is told to ask for a new link."""
    guest.goes(link(sqlite_house))
    guest.presses("Avaa")
    clock.moves(minutes=30)
    for answer in (guest.client.get("/once/"), guest.client.post("/once/", data={"text": "hei"})):
        assert answer.status_code == 410
        assert "Puolen tunnin aikasi" in guest.shows(answer)


def test_without_a_link_the_page_is_nobodys(guest: Guest) -> None:
    """No cookie, a foreign one, or that of a link: nothing is shown and nothing is taken."""
    for cookie in ("", "x" * 43):
        guest.client.cookies.set("visit", cookie, path="/once")
        for answer in (guest.client.get("/once/"), guest.client.post("/once/paper")):
            assert answer.status_code == 404


def test_a_link_is_no_key_to_the_page(guest: Guest, sqlite_house: House) -> None:
    """The secret of a link that has not been opened does not pass for that of a visit."""
    guest.client.cookies.set("visit", link(sqlite_house).removeprefix("/once/"), path="/once")
    assert guest.client.get("/once/").status_code == 410


def test_where_nothing_is_open_one_is_sent_back(
    guest: Guest, sqlite_house: House, meet: Meet
) -> None:
    """What was finished in the chat meanwhile is not open here."""
    meet("aino").says("apua")
    guest.goes(link(sqlite_house))
    guest.presses("Avaa")
    assert "Täällä ei ole nyt mitään kesken." in guest.sees
    assert guest.buttons() == []


@pytest.mark.usefixtures("aino")
def test_the_chat_is_written_to_where_it_was(guest: Guest, sqlite_house: House) -> None:
    """What is done on the page changes nothing in where the person is reached later."""
    with sqlite_house.ledger.unit() as unit:
        before = unit.connection.execute(text("SELECT * FROM addresses")).all()
    guest.goes(link(sqlite_house))
    guest.presses("Avaa")
    guest.attaches("Lähetä kuitit", ("kuitti.pdf", PDF))
    guest.presses("Vastaa")
    with sqlite_house.ledger.unit() as unit:
        assert unit.connection.execute(text("SELECT * FROM addresses")).all() == before


def answers(guest: Guest, address: str) -> Iterator[Response]:
    yield guest.client.get(address)
    yield guest.client.post(address)
    yield guest.client.get("/once/")
    yield guest.client.get("/once/nothing")
    yield guest.client.post("/once/", content=b"\xff", headers={"content-type": "text/plain"})


@pytest.mark.usefixtures("aino")
def test_nothing_leaks_on_the_way(guest: Guest, sqlite_house: House) -> None:
    """No page is kept, referred to, framed or found by a search; none runs a script."""
    for answer in answers(guest, link(sqlite_house)):
        told = answer.headers
        assert told["cache-control"] == "no-store"
        assert told["referrer-policy"] == "no-referrer"
        assert told["x-robots-tag"] == "noindex"
        policy = told["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        assert "<script" not in answer.text
    cookie = guest.client.post(link(sqlite_house), follow_redirects=False).headers["set-cookie"]
    assert {"HttpOnly", "SameSite=strict", "Path=/once"} <= set(cookie.split("; "))


@pytest.mark.usefixtures("aino")
def test_another_sites_form_is_refused(guest: Guest, sqlite_house: House) -> None:
    """What another page makes a browser send changes nothing."""
    guest.goes(link(sqlite_house))
    guest.presses("Avaa")
    foreign = {"sec-fetch-site": "cross-site"}
    assert guest.client.post("/once/", data={"text": "peru"}, headers=foreign).status_code == 403
    assert guest.client.get("/once/", headers=foreign).status_code == 200


def test_everyone_may_read_what_the_bot_is(guest: Guest) -> None:
    """In both languages, with what is kept and how it is used where Teams leads to them."""
    guest.goes("/about")
    assert guest.response.status_code == 200
    for told in ("Mitä tietoja se säilyttää sinusta", "Vad den sparar om dig", "ake-kirjasto@"):
        assert told in guest.sees
    assert {"privacy", "terms"} <= {each.attributes["id"] for each in guest.page.all("h2")}
    assert "default-src 'none'" in guest.response.headers["content-security-policy"]
