"""The conversation itself, told with a small dialog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import House
from bot.conversation.turns import FormId, Gave, Input, Moved, Opened, Said
from bot.dialog import Move
from bot.domain.languages import Language
from tests.chat import Chat
from tests.houses import listening
from tests.trips import CATALOGUE, STATION

FULL = {"place": "castle", "day": "2026-03-05", "guests": "3", "extras": "", "back": ""}
BOOKED = ("castle-1", date(2026, 3, 5), 3, "3B")


@pytest.fixture(autouse=True)
def station() -> Iterator[None]:
    STATION.__init__()  # type: ignore[misc]
    yield
    STATION.__init__()  # type: ignore[misc]


@pytest.fixture
def aino(sqlite_house: House) -> Chat:
    inbox = replace(
        sqlite_house.inbox, catalogue=CATALOGUE, understanding=listening(sqlite_house, CATALOGUE)
    )
    return Chat(replace(sqlite_house, inbox=inbox), "aino")


def test_a_line_at_a_time(aino: Chat) -> None:
    """Each line is one answer; a wrong one says why and asks again; nothing is sent unread."""
    aino.says("/retki")
    assert aino.last.asks[0].name == "place"
    aino.says("2")
    assert "meni jo" in aino.says("2026-03-01")
    assert "ei mahdu" in aino.says("2026-03-06")
    aino.says("2026-03-05")
    aino.says("1")
    aino.says("3")
    aino.says("3B")
    aino.says("ohita")
    assert "Lähetetäänkö" in aino.says("ohita")
    assert STATION.booked == []
    aino.says("kyllä")
    assert STATION.booked == [BOOKED]


def test_a_form_asks_all_it_can_at_once(aino: Chat) -> None:
    """A form shows every question that waits for no other, then the dependent ones."""
    aino.opens("trip")
    assert aino.asked() == ["place", "day", "guests", "extras", "back"]
    aino.gives(**FULL)
    assert aino.asked() == ["bus", "group"]
    aino.gives(bus="castle-1", group="3B")
    assert STATION.booked == [BOOKED]


def test_losing_the_race_asks_only_for_another_bus(aino: Chat) -> None:
    """When someone else was first, the one answer is asked again and the rest is kept."""
    STATION.beaten = True
    aino.opens("trip", **FULL)
    heard = aino.gives(bus="castle-1", group="3B")
    assert "Joku ehti ensin." in heard
    assert aino.asked() == ["bus"]
    aino.gives(bus="castle-2")
    aino.sends()
    assert STATION.booked == [("castle-2", *BOOKED[1:])]


def test_an_edit_lets_go_only_of_what_no_longer_holds(aino: Chat) -> None:
    """Changing the place asks for the bus again, and not for the day or the group."""
    aino.opens("trip", **FULL)
    aino.says("1")
    aino.says("3B")
    aino.says("muuta 1")
    assert aino.asked()[0] == "place"
    aino.says("1")
    assert aino.asked() == ["bus"]
    aino.says("2")
    aino.says("kyllä")
    assert STATION.booked == [("harbour-2", *BOOKED[1:])]


def test_back_asks_the_previous_question_again(aino: Chat) -> None:
    """Going back shows the previous question with what was answered to it."""
    aino.opens("trip")
    aino.says("2")
    aino.says("takaisin")
    assert (aino.asked()[0], aino.last.asks[0].given) == ("place", "castle")
    assert "ensimmäinen kysymys" in aino.says("takaisin")


def test_cancel_sends_nothing_and_can_be_taken_back(aino: Chat) -> None:
    """What was answered before a cancel comes back with one press."""
    aino.opens("trip", **FULL)
    aino.says("peruuta")
    assert aino.last.asks == ()
    aino.presses("Jatka sittenkin")
    assert aino.asked() == ["bus", "group"]


def test_help_and_a_question_in_the_middle_keep_the_place(aino: Chat) -> None:
    """Help, and a dialog that only tells something, are answered and the dialog goes on."""
    aino.opens("trip", place="castle")
    assert "Retki" in aino.says("apua")
    assert aino.asked()[0] == "day"
    assert "Bussit kulkevat." in aino.says("/aikataulu")
    assert aino.asked()[0] == "day"


def test_another_dialog_sets_the_first_aside(aino: Chat) -> None:
    """A second trip begun in the middle of one leaves the first to be continued."""
    aino.opens("trip", place="castle", day="2026-03-05")
    aino.opens("trip", **{**FULL, "place": "harbour", "guests": "1"})
    aino.gives(bus="harbour-1")
    assert "Jatka: Retki" in aino.buttons()
    aino.presses("Jatka: Retki")
    assert [each.name for each in aino.last.answered] == ["place", "day"]


def test_a_form_sent_too_late_changes_nothing(aino: Chat) -> None:
    """An old form shows the present state, and what was typed into it stays to be seen."""
    aino.opens("trip")
    old = aino.form()
    aino.says("2")
    heard = aino.puts(Gave({"day": "2026-03-05", "guests": "7"}, old))
    assert "jo vanha" in heard
    assert {ask.name: ask.given for ask in aino.last.asks}["guests"] == "7"
    aino.gives(**FULL)
    assert aino.asked() == ["bus", "group"]


def test_a_turn_that_comes_again_is_answered_alike_and_done_once(aino: Chat) -> None:
    """A channel that sends the same turn twice gets the same words, and one trip is booked."""
    aino.opens("trip", **FULL)
    turn = aino.turn(Gave({"bus": "castle-1", "group": "3B"}))
    first = aino.house.inbox.answer(turn)
    second = aino.house.inbox.answer(turn)
    assert (first.message.text, first.again) == (second.message.text, False)
    assert second.again
    assert STATION.booked == [BOOKED]


def test_a_shut_station_says_so_and_keeps_what_was_answered(aino: Chat) -> None:
    """A dialog that cannot be held says why; what was answered waits for a better day."""
    aino.opens("trip", **FULL)
    STATION.shut = True
    assert "Asema on kiinni." in aino.says("1")
    STATION.shut = False
    aino.says("/aikataulu")
    aino.presses("Jatka: Retki")
    assert aino.asked() == ["bus", "group"]


TEXTS = st.text(max_size=40) | st.sampled_from(
    ["", "castle", "harbour", "2026-03-05", "2026-02-30", "3", "castle-1", "yes", "food,map", ","]
)
NAMES = st.sampled_from(["place", "day", "bus", "guests", "group", "extras", "back", "old"])
INPUTS = st.one_of(
    st.builds(Said, TEXTS),
    st.builds(Gave, st.dictionaries(NAMES, TEXTS), st.none() | st.just(FormId("x", 1))),
    st.builds(Opened, st.sampled_from(["trip", "times", "resume", "none"]), st.just({})),
    st.builds(Opened, st.just("trip"), st.dictionaries(NAMES, TEXTS), st.booleans()),
    st.builds(Moved, st.sampled_from(Move), NAMES, st.none()),
)


ONE_HOUSE = [HealthCheck.function_scoped_fixture]


@settings(max_examples=60, suppress_health_check=ONE_HOUSE)
@given(st.lists(INPUTS, max_size=12))
def test_nothing_that_is_sent_stops_the_bot(aino: Chat, inputs: list[Input]) -> None:
    """Whatever comes, in whatever order, there is an answer, and nothing unanswered is booked."""
    for each in inputs:
        aino.puts(each)
        assert aino.hears()
        assert aino.reply is not None
        assert aino.reply.language in Language
    assert all(guests >= 1 for _bus, _day, guests, _group in STATION.booked)
