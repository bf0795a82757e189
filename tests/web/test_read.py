"""What fields send, as answers travel."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.fields import FEW, MANY, field
from bot.channels.web.read import Fields, Shown, clean, facts, read, wire
from bot.conversation.turns import Gave, Opened, Said
from bot.dialog import (
    Amount,
    Ask,
    Button,
    Choose,
    ChooseMany,
    Count,
    Kilometres,
    Message,
    Option,
    TimeOfDay,
    as_is,
)
from bot.language.speak import Speech
from tests.chat import StillClock

from .fair import CATALOGUE

NOTHING = Shown(Message(), (), CATALOGUE)
SAY = Speech("fi", StillClock().at.tzinfo)  # type: ignore[arg-type]


@given(st.integers(0, 99_999_999))
def test_money_is_read_as_it_is_written_here(cents: int) -> None:
    """With a comma, spaces between thousands and a euro sign, it is the same sum."""
    amount = Amount(as_is("?"))
    written = f"{cents // 100:,} {cents % 100:02} €".replace(",", "\u00a0").replace(" ", ",", 1)
    assert amount.read(wire(amount, (written,)), None) == cents


@given(st.decimals(0, 5000, places=1))
def test_kilometres_are_read_with_a_comma(distance: Decimal) -> None:
    """57,5 and 57.5 are the same way."""
    way = Kilometres(as_is("?"))
    for written in (str(distance), str(distance).replace(".", ","), f"{distance} km"):
        assert way.read(wire(way, (written,)), None) == distance


@pytest.mark.parametrize(
    ("written", "travels"), [("9:05", "09:05"), ("9.05", "09:05"), ("12:30:00", "12:30"), ("", "")]
)
def test_times_come_as_browsers_send_them(written: str, travels: str) -> None:
    """With seconds or without, with a dot where somebody has typed one."""
    assert wire(TimeOfDay(as_is("?")), (written,)) == travels


def test_a_number_may_have_a_space_in_it() -> None:
    """1 200 guests are 1200."""
    assert wire(Count(as_is("?"), most=5000), ("1 200",)) == "1200"


@given(st.text(max_size=50))
def test_what_a_button_tells_is_text_or_nothing(written: str) -> None:
    """Whatever stands in it, only names and texts come of it."""
    assert all(isinstance(value, str) for value in facts(written).values())


def test_a_button_is_heard_by_its_own_words() -> None:
    """By what stood on it where it did, else by the title of what it opens."""
    row = Button(as_is("Siirrä runo"), "fair", {"joy": "runo"})
    shown = Shown(Message(), (row,), CATALOGUE)
    pressed = read(Fields.of([("opens", "fair"), ("given", '{"joy": "runo"}')]), shown)
    assert pressed is not None
    assert (pressed.input, pressed.own.text) == (Opened("fair", {"joy": "runo"}), (row.label,))
    other = read(Fields.of([("opens", "fair")]), shown)
    assert other is not None
    assert other.own.text == (as_is("Kirjamessut"),)


@given(st.text())
def test_words_can_be_kept(words: str) -> None:
    """Whatever comes out can be written to any database, and ordinary words stay as they are."""
    kept = clean(words)
    kept.encode()
    assert "\0" not in kept
    assert clean(kept) == kept


def test_blank_words_are_nothing() -> None:
    """Nobody is answered who has said nothing."""
    assert read(Fields.of([("text", " \n ")]), NOTHING) is None
    said = read(Fields.of([("text", " hei ")]), NOTHING)
    assert said is not None
    assert said.input == Said("hei")


def test_only_what_was_asked_is_answered() -> None:
    """Fields that the form did not have are passed over."""
    sent = [("draft", "x"), ("revision", "1"), ("dialog", "fair"), ("asked", "joy,nothing")]
    deed = read(Fields.of([*sent, ("a.joy", "paljon"), ("a.town", "pori")]), NOTHING)
    assert deed is not None
    assert isinstance(deed.input, Gave)
    assert deed.input.answers == {"joy": "paljon"}


@pytest.mark.parametrize(
    ("options", "kind", "search"),
    [(FEW, "radios", False), (FEW + 1, "list", False), (MANY + 1, "list", True)],
)
def test_a_choice_is_drawn_by_how_much_there_is(options: int, kind: str, search: bool) -> None:
    """A few stand side by side, more in a list, many in one that is searched."""
    there = tuple(Option(str(n), as_is(f"Numero {n}")) for n in range(options))
    drawn = field(Ask("x", Choose[str](as_is("?")), there), SAY, SAY, {})
    assert (drawn.kind, drawn.search, len(drawn.choices)) == (kind, search, options)
    many = field(Ask("x", ChooseMany[str](as_is("?")), there), SAY, SAY, {})
    assert (many.kind, many.search) == ("checks", search)
