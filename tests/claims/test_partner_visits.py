"""A visit to a partner library, planned with the bot, is a trip to claim for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.app import House
from bot.domain.claims.known_errands import Errands
from bot.domain.ids import PartnerVisitId
from bot.domain.partners.visits import Notice, PartnerVisit
from tests.chat import Chat
from tests.houses import Meet
from tests.partners.acts import confirm, point, register, worker
from tests.visits.acting import acting

from .travelling import DAY

PAIMIO, SAUVO = "577", "738"


@pytest.fixture
def pair(sqlite_house: House) -> tuple[str, str]:
    """Who works at either library of a confirmed pair, the guest first."""
    sqlite_house.clock.moves(days=-10)  # type: ignore[attr-defined]
    for code in (PAIMIO, SAUVO):
        register(sqlite_house, code)
    confirm(sqlite_house)
    sqlite_house.clock.moves(days=10)  # type: ignore[attr-defined]
    return worker(sqlite_house, PAIMIO), worker(sqlite_house, SAUVO)


def visited(
    house: House, day: date = DAY, *, notified: bool = True, cancelled: bool = False
) -> str:
    """Paimio's people were at Sauvo's."""
    with acting(house, f"worker{PAIMIO}") as occasion:
        (pair,) = occasion.records.pairs.all()
        notice = Notice(day - timedelta(days=7), 3, "kimppakyyti", late=False)
        host, guests = point(SAUVO), (point(PAIMIO),)
        visit = PartnerVisit(
            PartnerVisitId("1" * 32),
            pair.id,
            host,
            guests,
            occasion.now,
            asked_by=host,
            day=day,
            notice=notice if notified else None,
            cancelled=cancelled,
        )
        occasion.records.partner_visits.keep(visit)
        return visit.id


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_partner_visit_takes_three_answers(
    pair: tuple[str, str], meet: Meet, sqlite_house: House, language: str
) -> None:
    """The visit is the only one, so it is not asked for; nothing is flagged at the desk."""
    visited(sqlite_house)
    aino = meet(pair[0], language=language)
    aino.opens("language", language=language)
    assert [aino.opens("claim") and aino.asked()[:1], *typed(aino, "1", "42,5", "Eero")] == [
        ["way"],
        ["km"],
        ["riders"],
        [],
    ]
    assert "25,08\xa0€" in aino.hears()
    aino.opens("submit_claim", declared="yes")
    carita = meet("carita")
    carita.says("hei")
    carita.opens("claim_queue")
    assert "En huomannut mitään poikkeavaa." in carita.presses("Katso AKE-2026-0001")


def typed(person: Chat, *words: str) -> list[list[str]]:
    """The first question open after each answer."""
    asked = []
    for answer in words:
        person.says(answer)
        asked.append(person.asked()[:1])
    return asked


def test_the_hosts_stay_at_home(pair: tuple[str, str], meet: Meet, sqlite_house: House) -> None:
    """Who was visited has no trip to claim for."""
    visited(sqlite_house)
    assert "En tiedä yhtään sellaista matkaasi" in meet(pair[1]).opens("claim")


def test_a_cancelled_visit_is_no_trip(
    pair: tuple[str, str], meet: Meet, sqlite_house: House
) -> None:
    """Nobody went, so nobody claims."""
    visited(sqlite_house, cancelled=True)
    assert "En tiedä yhtään sellaista matkaasi" in meet(pair[0]).opens("claim")


def test_a_visit_ake_was_not_told_of_is_flagged(
    pair: tuple[str, str], meet: Meet, sqlite_house: House
) -> None:
    """It can be claimed for all the same (D-12), and is missed where nobody does or reports."""
    visit = visited(sqlite_house, notified=False)
    carita = meet("carita")
    carita.says("hei")
    said = carita.opens("claim_gaps")
    assert "Matkat ilman matkalaskua" in said
    assert "Vierailut ilman raporttia" in said
    aino = meet(pair[0])
    aino.opens("claim", errand=visit, way="own_car", km="40", riders="")
    aino.opens("submit_claim", declared="yes")
    carita.opens("claim_queue")
    card = carita.presses("Katso AKE-2026-0001")
    assert "Vierailua 25.2. ei ole ilmoitettu AKElle." in card
    with acting(sqlite_house, pair[0]) as occasion:
        assert [one.id for one in Errands(occasion).mine()] == [visit]
