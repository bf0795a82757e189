"""The calendar file of a coffee hour."""

from __future__ import annotations

from bot.app import House
from bot.conversation.papers import make
from bot.domain.occasion import Occasion
from tests.coffee.test_journeys import planned
from tests.houses import Meet


def test_whoever_comes_gets_the_hour_into_the_calendar(meet: Meet, sqlite_house: House) -> None:
    """Saying that one comes brings a file with the time, the link and the topic."""
    planned(meet("carita"))
    aino = meet("aino")
    aino.opens("coffee")
    aino.presses("Tulen mukaan")
    [paper] = aino.last.documents
    with sqlite_house.ledger.unit() as unit:
        who = unit.people.by_identity("test", "aino", "Aino")
        occasion = Occasion(who, sqlite_house.region, sqlite_house.clock.now(), unit)
        content, kind = make(paper, occasion, sqlite_house.papers)
    text = content.decode()
    assert kind.startswith("text/calendar")
    for line in ("DTSTART:20260310T070000Z", "https://example.org/kahvit", "Tekoäly"):
        assert line in text
