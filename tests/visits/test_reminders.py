"""Visits, offers and rounds remind like coffee hours do, and whoever wants peace has it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.app import House
from bot.dialog import Move
from bot.domain.arrangements import RoundKind
from bot.domain.ids import RoundId
from bot.domain.round_times import RoundsDesk, RoundTimes
from bot.domain.rounds import Window
from bot.domain.visits.changes import VisitChanges
from bot.domain.visits.line import Line
from tests.chat import Chat, StillClock
from tests.houses import COORDINATOR
from tests.visits.acting import MONDAY, RAUMA, TURKU, acting, book, hears

AUTUMN = RoundId("ake_visit-2026-autumn")
ALL = "visit.week,visit.day,report,claim,offer,round"


def wants(chat: Chat, others: str) -> str:
    chat.opens("reminders")
    chat.moves(Move.EDIT, "others")
    chat.gives(others=others)
    return chat.sends()


@pytest.mark.parametrize(
    ("off", "heard"),
    [("visit.week", [False, True]), ("visit.day", [True, False])],
)
def test_each_reminder_of_a_visit_can_be_turned_off(
    town: House, clock: StillClock, off: str, heard: list[bool]
) -> None:
    """A week before, a day before: the one stays away, the other comes."""
    visit = book(town, "aino", TURKU, MONDAY)
    assert visit.day == MONDAY
    aino = Chat(town, "aino")
    assert "Muut muistutukset" in wants(aino, ALL.replace(off, "").strip(",").replace(",,", ","))
    said = []
    for day in (6, 12):
        clock.at = datetime(2026, 4, day, 7, tzinfo=UTC)
        said.append(any("Vierailu lähestyy" in text for text in hears(town, "aino")))
    assert said == heard


def test_what_is_turned_on_again_comes_again(town: House, clock: StillClock) -> None:
    """Whoever was left in peace when the visit was booked is reminded once they want it."""
    aino = Chat(town, "aino")
    assert "Muusta en muistuta" in wants(aino, "")
    book(town, "aino", TURKU, MONDAY)
    clock.at = datetime(2026, 4, 6, 7, tzinfo=UTC)
    assert hears(town, "aino") == []
    wants(aino, ALL)
    assert "Vierailu lähestyy" in hears(town, "aino")[0]


def test_an_offer_is_brought_to_mind_before_it_lapses(town: House, clock: StillClock) -> None:
    """The day before, at nine; with the same buttons as the first time, unless it is answered."""
    visit = book(town, "aino", TURKU, MONDAY)
    with acting(town, "raija") as occasion:
        Line(occasion).join(RAUMA, "")
    with acting(town, "aino") as occasion:
        VisitChanges(occasion).cancel(visit.id)
    assert len(hears(town, "raija")) == 1
    clock.at = datetime(2026, 3, 3, 7, tzinfo=UTC)
    first, again = hears(town, "raija")
    assert "vapautui" in first
    assert "yhä varattuna" in again
    assert "Otamme päivän" in again
    with acting(town, "raija") as occasion:
        Line(occasion).decline(Line(occasion).open_offers()[0].id)
    assert hears(town, "raija") == []


@pytest.fixture
def opened(town: House, clock: StillClock) -> StillClock:
    """A round is open from Monday to the Friday after next, and Aino has heard of it."""
    with acting(town, "aino") as occasion:
        RoundTimes(occasion).watch(RoundKind.AKE_VISIT)
    with acting(town, COORDINATOR) as occasion:
        RoundsDesk(occasion).move(AUTUMN, Window(date(2026, 8, 17), date(2026, 8, 28)))
    clock.at = datetime(2026, 8, 17, 6, tzinfo=UTC)
    assert "voi nyt varata" in hears(town, "aino")[0]
    return clock


def test_a_round_that_closes_is_brought_to_mind(town: House, opened: StillClock) -> None:
    """A week and a day before, to those who asked to hear of it and have not booked."""
    opened.at = datetime(2026, 8, 27, 6, tzinfo=UTC)
    closing = [text for text in hears(town, "aino") if "voi vielä varata" in text]
    assert len(closing) == 2
    assert "päättyy perjantaina 28.8.2026" in closing[0]
    wants(Chat(town, "aino"), ALL.replace(",round", ""))
    assert not [text for text in hears(town, "aino") if "voi vielä varata" in text]


def test_a_round_that_has_moved_or_been_used_is_not(town: House, opened: StillClock) -> None:
    """Where its last day is another by then, nothing is said of the first one."""
    with acting(town, COORDINATOR) as occasion:
        RoundsDesk(occasion).move(AUTUMN, Window(date(2026, 8, 17), date(2026, 9, 11)))
    opened.at = datetime(2026, 8, 27, 6, tzinfo=UTC)
    assert not [text for text in hears(town, "aino") if "voi vielä varata" in text]
