"""The wall clock and the quiet hours, in any week of the year and in more zones than one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.arrangements import QuietHours
from bot.domain.quiet import Quiet
from bot.domain.wallclock import instant, shown

from .coffee.cups import FINNISH, HELSINKI

zones = st.sampled_from(
    [
        HELSINKI,
        *map(ZoneInfo, ("UTC", "Atlantic/Azores", "Australia/Lord_Howe", "America/St_Johns")),
    ]
)
moments = st.integers(1_700_000_000, 1_950_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))
days = st.dates(date(2024, 1, 1), date(2031, 12, 31))
quiets = st.builds(
    Quiet,
    zone=zones,
    hours=st.builds(QuietHours, st.times(time(20, 1), time(23, 59)), st.times(time(5), time(8))),
    is_holiday=st.sampled_from([FINNISH, lambda day: day.weekday() > 4]),
)


@given(quiets, moments)
def test_nobody_is_disturbed(quiet: Quiet, moment: datetime) -> None:
    """What is brought forward or put off lands where it disturbs nobody, and stays there."""
    earlier, later = quiet.before(moment), quiet.after(moment)
    assert earlier <= moment <= later
    for settled in (earlier, later):
        assert not quiet.disturbs(settled)
        assert quiet.before(settled) == quiet.after(settled) == settled


@given(quiets, moments)
def test_what_disturbs_nobody_is_left_alone(quiet: Quiet, moment: datetime) -> None:
    """A moment outside the quiet hours is not touched, not by a second."""
    if not quiet.disturbs(moment):
        assert quiet.before(moment) == quiet.after(moment) == moment


@given(moments)
def test_one_night_moves_it_by_one_night(moment: datetime) -> None:
    """Without holidays it is said at eight on the evening before, or at the end of the night."""
    quiet = Quiet(HELSINKI, QuietHours(time(21), time(7, 30)))
    if quiet.disturbs(moment):
        assert shown(quiet.before(moment), HELSINKI).time() == time(20)
        assert timedelta() < moment - quiet.before(moment) <= timedelta(hours=12, minutes=30)
        assert shown(quiet.after(moment), HELSINKI).time() == time(7, 30)
        assert timedelta() < quiet.after(moment) - moment <= timedelta(hours=11, minutes=30)


@given(days, st.times(), zones)
def test_the_wall_shows_what_was_asked_for(day: date, wall: time, zone: ZoneInfo) -> None:
    """Any time of any day comes back from the wall, but for those that summer time skips."""
    back = shown(instant(day, wall, zone), zone).replace(tzinfo=None)
    asked = datetime.combine(day, wall)
    assert back == asked or timedelta() < back - asked <= timedelta(hours=1)
    if time(4) <= wall:
        assert back == asked


@given(days, st.times(time(4)), zones)
def test_a_day_on_the_wall_is_not_always_24_hours(day: date, wall: time, zone: ZoneInfo) -> None:
    """From one day to the next at the same time pass 23 to 25 hours, reckoned on instants."""
    passed = instant(day + timedelta(days=1), wall, zone) - instant(day, wall, zone)
    assert timedelta(hours=23) <= passed <= timedelta(hours=25)


def test_the_year_has_one_short_and_one_long_day() -> None:
    """In Turku the last Sunday of March has 23 hours and that of October 25."""
    year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    lengths = {
        day: instant(day + timedelta(days=1), time(), HELSINKI) - instant(day, time(), HELSINKI)
        for day in year
    }
    assert {day: length for day, length in lengths.items() if length != timedelta(days=1)} == {
        date(2026, 3, 29): timedelta(hours=23),
        date(2026, 10, 25): timedelta(hours=25),
    }
