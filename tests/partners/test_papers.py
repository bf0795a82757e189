"""What is handed out as a file: made when it is fetched, and only for whom it is meant."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from bot.app import House
from bot.conversation.papers import Gone, Withheld, make
from bot.dialog import Paper
from tests.chat import Chat, StillClock
from tests.houses import COORDINATOR, Meet
from tests.visits.acting import acting

from .people import AURA, MARTTILA, TURKU, at, registered


def fetched(house: House, name: str, paper: Paper) -> tuple[bytes, str]:
    with acting(house, name) as occasion:
        return make(paper, occasion, house.papers)


@pytest.fixture
def carita(meet: Meet) -> Chat:
    for name, home in (("aino", AURA), ("maija", MARTTILA)):
        registered(at(meet, name, home))
    return at(meet, COORDINATOR, TURKU)


def test_the_map_is_of_the_proposal_that_was_shown(carita: Chat, meet: Meet) -> None:
    """A coordinator sees it; nobody else does, and an older one is gone."""
    carita.opens("pairs")
    [picture] = carita.last.pictures
    assert "Auran pääkirjasto – Marttilan pääkirjasto" in carita.spoken(picture.title)
    content, media_type = fetched(carita.house, COORDINATOR, picture)
    assert media_type == "image/svg+xml"
    drawn = fromstring(content)  # noqa: S314 (our own)
    assert drawn.get("lang") == "fi"
    assert {"Aura", "Marttila"} <= {part.text for part in drawn.iter()}
    with pytest.raises(Withheld):
        fetched(carita.house, "aino", picture)
    registered(at(meet, "eero", "050-main"))
    with pytest.raises(Gone):
        fetched(carita.house, COORDINATOR, picture)


def test_the_info_session_is_for_the_invited(carita: Chat, meet: Meet, clock: StillClock) -> None:
    """Whoever registered can take it into their calendar, and others cannot."""
    clock.moves(days=15)
    carita.opens("info_session")
    carita.presses("Lähetä kutsut")
    carita.gives(place="https://kokous.example/info")
    assert "Kukaan ei ole vielä ilmoittanut tulevansa" in carita.opens("info_session")
    assert "Lähetä kutsut uudelleen" in carita.buttons()
    aino = at(meet, "aino", AURA)
    aino.opens("partner_info_answer")
    aino.gives(comes="yes")
    [paper] = aino.last.documents
    content, _media_type = fetched(aino.house, "aino", paper)
    assert b"20260325T070000Z" in content
    assert b"https://kokous.example/info" in content
    at(meet, "eero", "050-main")
    with pytest.raises(Withheld):
        fetched(aino.house, "eero", paper)
    assert "Aino" in carita.opens("info_session")
