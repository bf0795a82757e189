"""A thousand people want one day at the same moment."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.app import House
from bot.domain.languages import Language
from bot.domain.visits.visits import VisitState
from bot.store.database import writers
from tests.chat import Chat
from tests.houses import COORDINATOR
from tests.visits.acting import MONDAY, acting, hire, publish

PEOPLE = 1000
BOOKED, TOO_LATE = "Nähdään", "Joku ehti juuri varata päivän ma 13.4.2026."
COLLEAGUE = "on jo tulossa vierailu"
"""What the winner's colleagues hear: their library has the day."""
FILLED = {
    "kind": "informaticians",
    "day": MONDAY.isoformat(),
    "length": "whole",
    "joined_by": "",
    "joy": "Satutunnit",
    "problem": "",
    "topics": "",
    "thought_over": "yes",
    "staff": "12",
    "media": "neither",
}


@pytest.fixture
def crowd(both_houses: House) -> list[Chat]:
    """From every library of the region, each with the same day in mind."""
    hire(both_houses, "Inka")
    hire(both_houses, "Ville")
    publish(both_houses, days=2)
    libraries = sorted(both_houses.region.main_libraries)
    with both_houses.ledger.unit() as unit:
        for number in range(PEOPLE):
            who = unit.people.by_identity("test", f"worker{number}", f"Worker{number}")
            home = libraries[number % len(libraries)]
            unit.people.save(replace(who, home=home, language=Language.FI))
        unit.commit()
    return [Chat(both_houses, f"worker{number}") for number in range(PEOPLE)]


@pytest.mark.contract
def test_one_gets_the_day_and_the_others_are_told_kindly(
    both_houses: House, crowd: list[Chat]
) -> None:
    """One visit is booked; the others keep their answers and are asked for another day."""
    with ThreadPoolExecutor(min(8, 2 * writers(both_houses.ledger.engine))) as pool:
        heard = list(pool.map(lambda chat: chat.opens("visit", **FILLED), crowd))
    told = Counter(fate(each) for each in heard)
    colleagues = told[COLLEAGUE]
    assert told == {BOOKED: 1, COLLEAGUE: colleagues, TOO_LATE: PEOPLE - 1 - colleagues}
    assert colleagues < PEOPLE / 43
    with acting(both_houses, COORDINATOR) as occasion:
        visits = occasion.records.visits.since(MONDAY)
    assert [one.state for one in visits] == [VisitState.BOOKED]
    late = [chat for chat, each in zip(crowd, heard, strict=True) if TOO_LATE in each]
    assert {tuple(chat.asked()) for chat in late} == {("day",)}
    heard_next = late[0].gives(day="2026-04-14")
    assert BOOKED in heard_next or BOOKED in late[0].sends()


def fate(heard: str) -> str:
    return next(words for words in (BOOKED, COLLEAGUE, TOO_LATE) if words in heard)
