"""Long work is done while no transaction is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from bot.app import House
from bot.dialog import Dialog, Message, as_is, say
from bot.domain.ids import ServicePointId
from bot.domain.languages import Language
from bot.domain.occasion import Occasion
from dialogs.languages import SwitchLanguage
from tests.chat import Chat

HOME = ServicePointId("853-main")


@dataclass
class Scale:
    """Weighs what is put on it, and lets something happen meanwhile."""

    weighed: list[int] = field(default_factory=list)
    meanwhile: Callable[[], None] = field(default=lambda: None)

    def weigh(self, people: int) -> int:
        self.weighed.append(people)
        self.meanwhile()
        return 70 * people


SCALE = Scale()


class WeighPeople(Dialog, name="weigh"):
    occasion: Occasion

    title = as_is("Vaaka")
    commands = ("punnitse", "vag")

    def submit(self) -> Message:
        people = len(self.occasion.records.people.at_home(HOME))
        weight = self.occasion.reckon(("weight", people), lambda: SCALE.weigh(people))
        return say(as_is(f"{people} people, {weight} kg"))


class MoveIn(Dialog, name="move_in"):
    occasion: Occasion

    title = as_is("Muutto")

    def submit(self) -> Message:
        self.occasion.records.people.save(replace(self.occasion.who, home=HOME))
        return say(as_is("Welcome"))


CATALOGUE = {kind.name: kind for kind in (WeighPeople, MoveIn, SwitchLanguage)}


@pytest.fixture
def house(both_houses: House) -> House:
    SCALE.__init__()  # type: ignore[misc]
    return replace(both_houses, inbox=replace(both_houses.inbox, catalogue=CATALOGUE))


def test_others_are_answered_while_long_work_is_done(house: House) -> None:
    """Someone else's change is made and kept in the middle of it."""
    sven = Chat(house, "sven")

    def speaks_up() -> None:
        sven.opens("language", language="sv")

    SCALE.meanwhile = speaks_up
    assert "0 people, 0 kg" in Chat(house, "aino").opens("weigh")
    assert (SCALE.weighed, sven.speaks()) == ([0], Language.SV)


def test_what_has_changed_meanwhile_is_worked_out_anew(house: House) -> None:
    """The answer speaks of the world as it is when it is given, and the work is done once more."""
    newcomers = iter([Chat(house, "sven"), Chat(house, "carita")])

    def moves_in() -> None:
        for newcomer in newcomers:
            newcomer.opens("move_in")
            return

    SCALE.meanwhile = moves_in
    assert "2 people, 140 kg" in Chat(house, "aino").opens("weigh")
    assert SCALE.weighed == [0, 1, 2]


def test_work_that_is_done_is_not_done_again(house: House) -> None:
    """The turn that asked for it is carried with the result at hand."""
    Chat(house, "aino").opens("weigh")
    assert SCALE.weighed == [0]
