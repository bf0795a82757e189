from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.arrangements import QuietHours, VisitRules

NIGHT = QuietHours(time(21), time(7, 30))
VISITS = VisitRules(people=2, day_begins=time(8), day_ends=time(16), kilometres_per_hour=80)


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [
        (time(20, 59), False),
        (time(21), True),
        (time(0), True),
        (time(7, 29), True),
        (time(7, 30), False),
    ],
)
def test_nights_are_quiet(clock: time, *, quiet: bool) -> None:
    """From nine in the evening until half past seven."""
    assert NIGHT.cover(clock) is quiet


@given(st.times(), st.times(), st.times())
def test_it_is_quiet_or_it_is_not(begins: time, ends: time, clock: time) -> None:
    """Quiet hours and the hours between them fill the day, whichever comes first on the clock."""
    quiet, loud = QuietHours(begins, ends), QuietHours(ends, begins)
    assert begins == ends or quiet.cover(clock) is not loud.cover(clock)


@pytest.mark.parametrize(
    ("kilometres", "minutes"), [(0, 0), (1, 5), (53, 40), (54, 45), (140, 105), (226, 170)]
)
def test_travel_takes_its_time(kilometres: int, minutes: int) -> None:
    """At 80 km an hour, to the next five minutes (D-26)."""
    assert VISITS.travel_minutes(kilometres) == minutes


@given(st.integers(0, 2_000))
def test_a_visit_and_its_roads_fill_the_day_at_most(kilometres: int) -> None:
    """There, on site and back is a working day, unless the road alone is longer."""
    on_site = VISITS.minutes_on_site(kilometres)
    road = 2 * VISITS.travel_minutes(kilometres)
    assert on_site == 0 if road > 480 else on_site + road == 480
