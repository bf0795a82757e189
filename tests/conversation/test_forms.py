"""Forms that stay open while they are filled, files that come by themselves, and mere looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.app import House
from bot.conversation.turns import Attached, Filled, FormId, Gave, Opened
from bot.dialog import Attach, Dialog, Message, as_is, just, say
from tests import trips
from tests.chat import Chat
from tests.houses import listening
from tests.trips import STATION

RECEIPT, TICKET = "a" * 32, "b" * 32
FULL = {"place": "castle", "day": "2026-03-05", "guests": "1", "extras": "", "back": ""}


class HandIn(Dialog, name="attach_receipts"):
    title = as_is("Kuitit")

    receipts = Attach(as_is("Mitkä kuitit?"))

    def submit(self) -> Message:
        return say(just(len(self.receipts)))


CATALOGUE = {**trips.CATALOGUE, HandIn.name: HandIn}


@pytest.fixture
def aino(sqlite_house: House) -> Iterator[Chat]:
    STATION.__init__()  # type: ignore[misc]
    inbox = replace(
        sqlite_house.inbox, catalogue=CATALOGUE, understanding=listening(sqlite_house, CATALOGUE)
    )
    yield Chat(replace(sqlite_house, inbox=inbox), "aino")
    STATION.__init__()  # type: ignore[misc]


def gives(person: Chat, form: FormId | None, filled: Filled, **answers: str) -> str:
    return person.puts(Gave(answers, form, filled))


def test_a_question_that_others_wait_for_says_so(aino: Chat) -> None:
    """A channel can redraw the form when it is answered; which bus there is depends on the day."""
    aino.opens("trip")
    assert [ask.name for ask in aino.last.asks if ask.leads] == ["guests", "day"][::-1]
    aino.gives(day="2026-03-05")
    assert [ask.name for ask in aino.last.asks if ask.leads] == ["place", "guests"]


def test_a_form_that_stays_open_keeps_nothing_of_a_wrong_answer(aino: Chat) -> None:
    """What is wrong is told, and the very same form can be sent again until it is right."""
    aino.opens("trip")
    form = aino.form()
    assert "meni jo" in gives(aino, form, Filled.WHOLE, **FULL | {"day": "2026-03-01"})
    assert aino.form() == form
    assert aino.reply is not None
    assert aino.reply.still
    gives(aino, form, Filled.WHOLE, **FULL)
    assert aino.asked() == ["bus"]


def test_the_same_wrong_form_sent_twice_is_judged_twice(aino: Chat) -> None:
    """It is no repeated turn: the world may have changed in between."""
    aino.opens("trip")
    turn = aino.turn(Gave(FULL | {"day": "2026-03-01"}, aino.form(), Filled.WHOLE))
    replies = [aino.house.inbox.answer(turn) for _time in range(2)]
    assert [reply.again for reply in replies] == [False, False]
    assert all(ask.problem for reply in replies for ask in reply.message.asks)


def test_a_form_still_being_filled_is_not_submitted(aino: Chat) -> None:
    """Answers so far bring the questions that waited for them, and the last brings no booking."""
    aino.opens("trip")
    gives(aino, aino.form(), Filled.SO_FAR, **FULL)
    assert aino.asked() == ["bus"]
    gives(aino, aino.form(), Filled.SO_FAR, bus="castle-1")
    assert (aino.asked(), STATION.booked) == ([], [])
    gives(aino, aino.form(), Filled.WHOLE, bus="castle-2")
    assert [bus for bus, *_rest in STATION.booked] == ["castle-2"]


def test_files_answer_the_question_that_asks_for_some(aino: Chat) -> None:
    """A receipt that comes while receipts are asked for is the answer."""
    aino.opens("attach_receipts")
    aino.puts(Attached((RECEIPT, TICKET)))
    assert "2" in aino.sends()


def test_files_nobody_asked_for_begin_with_what_takes_them(aino: Chat) -> None:
    """A receipt out of the blue is taken in by the dialog for receipts; a trip waits meanwhile."""
    aino.opens("trip", **FULL)
    assert aino.puts(Attached((RECEIPT,))).startswith("1")
    assert aino.asked() == ["bus"]


def test_files_that_nothing_takes_are_asked_about(aino: Chat) -> None:
    """Where no dialog takes files, the person is asked what they are for."""
    inbox = replace(aino.house.inbox, catalogue=trips.CATALOGUE)
    aino.house = replace(aino.house, inbox=inbox)
    assert "tiedosto" in aino.puts(Attached((RECEIPT,)))


def test_a_glance_changes_nothing(aino: Chat) -> None:
    """What a dialog would say can be shown while another is under way, and that one goes on."""
    aino.opens("trip", **FULL)
    glanced = aino.house.inbox.glance(aino.turn(Opened("times")))
    assert glanced.message.text == (as_is("Bussit kulkevat."),)
    assert aino.house.inbox.present(aino.turn(Opened("times"))).message.asks == aino.last.asks


def test_the_options_of_a_question_can_be_searched(aino: Chat) -> None:
    """Also of one that is answered by now; of a question that is not there, there are none."""
    aino.opens("trip", **FULL)
    turn = aino.turn(Opened("trip"))
    places, _language = aino.house.inbox.choices(turn, "place")
    assert [place.value for place in places] == ["harbour", "castle"]
    assert aino.house.inbox.choices(turn, "nothing")[0] == ()
