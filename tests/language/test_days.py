from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.speak import Speech
from bot.language.understand.days import Prefer, Span, day, days, found_days

from .rows import NOTHING, rows

MONDAY = date(2026, 11, 23)
SPEECHES = [Speech(language, ZoneInfo("Europe/Helsinki")) for language in ("fi", "sv")]


def written(span: Span | None) -> str:
    if span is None:
        return NOTHING
    first, last = (each.isoformat() for each in span)
    return first if first == last else f"{first}/{last}"


@pytest.mark.parametrize(("said", "meant"), rows("days_ahead"))
def test_days_ahead_are_read_as_people_name_them(said: str, meant: str) -> None:
    """A day or a stretch of days named without a year is the next one."""
    assert written(days(said, today=MONDAY)) == meant


@pytest.mark.parametrize(("said", "meant"), rows("days_behind"))
def test_days_behind_are_read_as_people_name_them(said: str, meant: str) -> None:
    """In a claim or a report, a day named without a year is the latest one."""
    assert written(days(said, today=MONDAY, prefer="past")) == meant


def test_a_stretch_is_not_a_day() -> None:
    """Who is asked for a day and names a week is asked again."""
    assert day("viikolla 50", today=MONDAY) is None
    assert day("viikon 50 maanantai", today=MONDAY) == date(2026, 12, 7)


def test_a_weekday_is_never_today() -> None:
    """On a Monday, "maanantaina" is in a week; "tänään" is today."""
    assert day("maanantaina", today=MONDAY) == date(2026, 11, 30)
    assert day("maanantaina", today=MONDAY, prefer="past") == date(2026, 11, 16)
    assert day("tänään", today=MONDAY) == MONDAY


def test_a_leap_day_waits_for_its_year() -> None:
    """29.2. is the next that there is; with a year that has none it is refused."""
    assert day("29.2.", today=MONDAY) == date(2028, 2, 29)
    assert day("29.2.2027", today=MONDAY) is None


def test_days_in_a_longer_text_are_found_with_their_places() -> None:
    """A wish may carry a day, which is cut out of it exactly."""
    text = "voisitteko tulla meille torstaina 14.1. klo 9.30, bussi maksaa 12,50 e"
    (found,) = found_days(text, today=MONDAY)
    assert text[found.start : found.end] == "torstaina 14.1."
    assert found.span == (date(2027, 1, 14),) * 2


DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(spoken=DAYS, today=DAYS, speech=st.sampled_from(SPEECHES))
@pytest.mark.parametrize("form", ["", "on", "long", "bare"])
def test_a_day_as_the_bot_says_it_is_read_back(
    form: str, spoken: date, today: date, speech: Speech
) -> None:
    """Whatever day the bot writes, in either language, can be sent back to it."""
    assert day(speech.day(spoken, form), today=today) == spoken


@given(spoken=DAYS, speech=st.sampled_from(SPEECHES))
def test_a_month_as_the_bot_says_it_is_read_back(spoken: date, speech: Speech) -> None:
    """So is a month."""
    span = days(speech.day(spoken, "month"), today=MONDAY)
    assert span is not None
    assert span[0] <= spoken <= span[1]
    assert span[0].day == 1


@given(spoken=DAYS, today=DAYS, speech=st.sampled_from(SPEECHES))
@pytest.mark.parametrize("prefer", ["future", "past"])
def test_a_day_without_its_year_lies_where_it_is_looked_for(
    prefer: Prefer, spoken: date, today: date, speech: Speech
) -> None:
    """The next one from today on, or the last one until today."""
    read = day(speech.day(spoken, "short"), today=today, prefer=prefer)
    assert read is not None
    assert (read.month, read.day) == (spoken.month, spoken.day)
    assert read <= today if prefer == "past" else read >= today


WORDS = [said for said, _meant in rows("days_ahead") + rows("days_behind")]


@given(
    text=st.text()
    | st.text(alphabet="0123456789./-: vkope")
    | st.lists(st.sampled_from(" ".join(WORDS).split())).map(" ".join),
    today=st.dates(),
)
def test_no_text_is_too_odd(text: str, today: date) -> None:
    """Nothing that anybody writes stops the bot, and a stretch never ends before it begins."""
    for span in (days(text, today=today), days(text, today=today, prefer="past")):
        assert span is None or span[0] <= span[1]
