from __future__ import annotations

from datetime import time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog import Euros, just
from bot.language.speak import Speech
from bot.language.understand.amounts import cents, kilometres
from bot.language.understand.people import count, passengers
from bot.language.understand.times import clock
from bot.language.understand.yes_no import yes_no

from .rows import NOTHING, rows

SPEECHES = [Speech(language, ZoneInfo("Europe/Helsinki")) for language in ("fi", "sv")]
OTHER = {"fi": "sv", "sv": "fi"}


def written(value: object) -> str:
    return NOTHING if value is None else str(value)


@pytest.mark.parametrize(("said", "meant"), rows("times"))
def test_times_are_read_as_people_say_them(said: str, meant: str) -> None:
    """From one to six it is afternoon, unless the morning is named or minutes are given."""
    read = clock(said)
    assert (NOTHING if read is None else f"{read:%H:%M}") == meant


@pytest.mark.parametrize(("said", "meant"), rows("sums"))
def test_sums_are_read_to_the_cent(said: str, meant: str) -> None:
    """A sum that is not sure, or not in euros, is refused."""
    assert written(cents(said)) == meant


@pytest.mark.parametrize(("said", "meant"), rows("distances"))
def test_distances_are_read_to_a_tenth(said: str, meant: str) -> None:
    """A way there and back may be written as a sum; a way "each way" is asked about."""
    assert written(kilometres(said)) == meant


@pytest.mark.parametrize(("language", "said", "meant"), rows("counts"))
def test_counts_are_whole_and_sure(language: str, said: str, meant: str) -> None:
    """Two numbers, or about ten, are no count."""
    assert written(count(said, language=language)) == meant


@pytest.mark.parametrize(("language", "said", "meant"), rows("passengers"))
def test_the_driver_is_no_passenger(language: str, said: str, meant: str) -> None:
    """Who counts everyone in the car has the driver taken off, whatever language is expected."""
    assert written(passengers(said, language=language)) == meant
    assert written(passengers(said, language=None)) == meant


AGREED = {True: "yes", False: "no", None: NOTHING}


@pytest.mark.parametrize(("language", "said", "meant"), rows("yes_no"))
def test_yes_and_no_are_told_apart(language: str, said: str, meant: str) -> None:
    """A maybe is neither; "miksipä ei" is a yes; "no" is no no."""
    assert AGREED[yes_no(said, language=language)] == meant
    assert AGREED[yes_no(said, language=None)] == meant


def test_en_is_no_in_finnish_and_one_in_swedish() -> None:
    """The same two letters are read by the language they are written in."""
    assert yes_no("en usko", language="fi") is False
    assert yes_no("en bra idé", language="sv") is True
    assert (count("en", language="fi"), count("en", language="sv")) == (None, 1)


@given(sum_=st.integers(0, 999_999_99), speech=st.sampled_from(SPEECHES))
def test_a_sum_as_the_bot_says_it_is_read_back(sum_: int, speech: Speech) -> None:
    """Whatever sum the bot writes, in either language, can be sent back to it."""
    assert cents(speech(just(Euros(sum_)))) == sum_


@given(tenths=st.integers(0, 50_000), speech=st.sampled_from(SPEECHES))
def test_a_distance_as_the_bot_says_it_is_read_back(tenths: int, speech: Speech) -> None:
    """So can a distance, with its unit and without."""
    distance = Decimal(tenths) / 10
    spoken = speech(just(distance))
    assert kilometres(spoken) == kilometres(f"{spoken} km") == distance


@given(at=st.times(), speech=st.sampled_from(SPEECHES))
def test_a_time_as_the_bot_says_it_is_read_back(at: time, speech: Speech) -> None:
    """So can a time of day."""
    minute = at.replace(second=0, microsecond=0)
    assert clock(speech.clock(at, "at")) == clock(speech.clock(at, "")) == minute


TABLES = ("times", "sums", "distances", "counts", "passengers", "yes_no")
WORDS = sorted({word for name in TABLES for row in rows(name) for word in row[-2].split()})


@given(
    text=st.text()
    | st.text(alphabet="0123456789.,:-+x €ekm")
    | st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    language=st.sampled_from(["fi", "sv", None]),
)
def test_no_text_is_too_odd(text: str, language: str | None) -> None:
    """Nothing that anybody writes stops the bot, and no count is less than nothing."""
    clock(text)
    yes_no(text, language=language)
    for read in (cents(text), kilometres(text), count(text, language=language)):
        assert read is None or read >= 0
    alone = passengers(text, language=language)
    assert alone is None or alone >= 0
