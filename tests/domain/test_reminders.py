"""Reminders come in time, at a decent hour, and never afterwards."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.arrangements import QuietHours
from bot.domain.coffee.rules import LAST, Monthly, Rule, Weekly
from bot.domain.coffee.series import OnHoliday, coffee_hours
from bot.domain.quiet import Quiet
from bot.domain.reminders import (
    OFFER,
    ROUND_CLOSES,
    VISIT,
    Due,
    Lead,
    after,
    before,
    due,
)

from .coffee.cups import FINNISH, HELSINKI, series

NIGHT = QuietHours(time(21), time(7, 30))
QUIET = Quiet(HELSINKI, NIGHT, is_holiday=FINNISH)
COFFEE = before(10080, 1440, 15)
REPORT = after(3, 14, 21, 28)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def at(text: str) -> datetime:
    """What the wall clock in Turku shows, as `2026-09-15 09:00`, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI).astimezone(UTC)


def shown(dues: tuple[Due, ...]) -> list[str]:
    return [f"{one.name} {one.at.astimezone(HELSINKI):%a %d.%m. %H.%M}" for one in dues]


def coffee(event: str, now: datetime = LONG_AGO, off: tuple[str, ...] = ()) -> list[str]:
    return shown(due(at(event), COFFEE, quiet=QUIET, now=now, off=off))


def test_a_week_a_day_and_a_quarter_of_an_hour_before() -> None:
    """An ordinary coffee hour is reminded of three times, to the minute."""
    assert coffee("2026-09-15 09:15") == [
        "week Tue 08.09. 09.15",
        "day Mon 14.09. 09.15",
        "soon Tue 15.09. 09.00",
    ]


def test_summer_time_ends_between_the_reminder_and_the_hour() -> None:
    """On the Monday after, both are at nine on the wall, though an hour apart in UTC."""
    assert coffee("2026-10-26 09:00") == [
        "week Mon 19.10. 09.00",
        "day Sun 25.10. 09.00",
        "soon Mon 26.10. 08.45",
    ]
    week, day, _soon = due(at("2026-10-26 09:00"), COFFEE, quiet=QUIET, now=LONG_AGO)
    assert (week.at.hour, day.at.hour) == (6, 7)


def test_summer_time_begins_between_the_reminder_and_the_hour() -> None:
    """The week before and the day of the change keep the time on the wall too."""
    assert coffee("2026-03-30 09:00") == [
        "week Mon 23.03. 09.00",
        "day Sun 29.03. 09.00",
        "soon Mon 30.03. 08.45",
    ]


def test_an_early_hour_is_reminded_of_in_the_evening() -> None:
    """What would come at seven in the morning comes the evening before; the last one always."""
    assert coffee("2026-09-16 07:00") == [
        "week Tue 08.09. 20.00",
        "day Mon 14.09. 20.00",
        "soon Wed 16.09. 06.45",
    ]


def test_a_late_hour_is_reminded_of_the_same_evening() -> None:
    """What would come at half past nine in the evening comes at eight."""
    assert coffee("2026-09-16 21:30") == [
        "week Wed 09.09. 20.00",
        "day Tue 15.09. 20.00",
        "soon Wed 16.09. 21.15",
    ]


@pytest.mark.parametrize(
    ("event", "day"),
    [
        ("07:29", "day Mon 14.09. 20.00"),
        ("07:30", "day Tue 15.09. 07.30"),
        ("20:59", "day Tue 15.09. 20.59"),
        ("21:00", "day Tue 15.09. 20.00"),
    ],
)
def test_the_quiet_hours_are_kept_to_the_minute(event: str, day: str) -> None:
    """From 21.00 to 7.29 it is quiet; at 7.30 it is not."""
    assert coffee(f"2026-09-16 {event}", off=("week", "soon")) == [day]


@pytest.mark.parametrize("off", ["week", "day", "soon"])
def test_each_can_be_turned_off(off: str) -> None:
    """The two others still come."""
    rest = [name.split()[0] for name in coffee("2026-09-15 09:15", off=(off,))]
    assert rest == [name for name in ("week", "day", "soon") if name != off]


def test_what_is_past_is_not_said() -> None:
    """For an hour planned the day before, only what lies ahead is left; afterwards nothing."""
    assert coffee("2026-09-15 09:15", at("2026-09-14 09:16")) == ["soon Tue 15.09. 09.00"]
    assert coffee("2026-09-15 09:15", at("2026-09-14 09:15")) == [
        "day Mon 14.09. 09.15",
        "soon Tue 15.09. 09.00",
    ]
    assert coffee("2026-09-15 09:15", at("2026-09-15 09:30")) == []


def test_what_is_planned_in_the_night_waits_for_the_morning() -> None:
    """The evening is past when it is planned at ten, so it is said at half past seven."""
    leads = before(11 * 60)
    planned = due(at("2026-09-16 10:00"), leads, quiet=QUIET, now=at("2026-09-15 22:00"))
    assert [one.at for one in planned] == [at("2026-09-16 07:30")]
    early = due(at("2026-09-16 06:00"), before(60), quiet=QUIET, now=at("2026-09-15 22:00"))
    assert early == ()


def test_nobody_is_disturbed_on_a_holiday() -> None:
    """After Easter Monday the day before is Easter Saturday; the week before is as always."""
    assert coffee("2026-04-07 09:00") == [
        "week Tue 31.03. 09.00",
        "day Sat 04.04. 09.00",
        "soon Tue 07.04. 08.45",
    ]


def test_two_on_the_same_minute_are_one() -> None:
    """The evening before is said once, and it is the nearest one that is said."""
    leads = (Lead("far", days=-1, at=time(22)), Lead("near", days=0, at=time(6)))
    assert shown(due(at("2026-09-16 09:00"), leads, quiet=QUIET, now=LONG_AGO)) == [
        "near Tue 15.09. 20.00"
    ]


def test_nothing_comes_after_what_it_reminds_of() -> None:
    """A morning's reminder of an earlier breakfast is left out."""
    breakfast = (Lead("morning", at=time(9)),)
    assert due(at("2026-09-16 08:00"), breakfast, quiet=QUIET, now=LONG_AGO) == ()


def test_a_visit_is_reminded_of_twice() -> None:
    """A week and a day before it begins."""
    assert shown(due(at("2026-09-16 08:00"), VISIT, quiet=QUIET, now=LONG_AGO)) == [
        "week Wed 09.09. 08.00",
        "day Tue 15.09. 08.00",
    ]


def test_a_round_closes_in_the_last_second_of_a_day() -> None:
    """Reminders of it come in the morning, a week and a day ahead."""
    closes = at("2027-03-15 23:59:59")
    assert shown(due(closes, ROUND_CLOSES, quiet=QUIET, now=LONG_AGO)) == [
        "week Mon 08.03. 09.00",
        "day Sun 14.03. 09.00",
    ]


def test_a_report_is_asked_for_four_times() -> None:
    """3 and 14 days after the visit, then weekly twice, in the mornings (D-32)."""
    assert shown(due(at("2026-10-15 16:00"), REPORT, quiet=QUIET, now=LONG_AGO)) == [
        "3 days after Sun 18.10. 09.00",
        "14 days after Thu 29.10. 09.00",
        "21 days after Thu 05.11. 09.00",
        "28 days after Thu 12.11. 09.00",
    ]


def test_a_report_is_not_asked_for_before_the_visit() -> None:
    """When the days after it are holidays, one is asked when they are over."""
    eve = (Lead("next day", days=1, at=time(9)),)
    assert shown(due(at("2026-12-23 16:00"), eve, quiet=QUIET, now=LONG_AGO)) == [
        "next day Sun 27.12. 07.30"
    ]


def test_what_is_said_at_the_very_moment() -> None:
    """A lead of nothing is said when it begins; what comes after something comes after it."""
    noon = at("2026-09-16 12:00")
    assert due(noon, (Lead("now"),), quiet=QUIET, now=noon) == (Due("now", noon),)
    evening = at("2026-09-16 20:00")
    report = due(evening, (Lead("soon after", minutes=120),), quiet=QUIET, now=evening)
    assert shown(report) == ["soon after Thu 17.09. 07.30"]


def test_an_offer_is_reminded_of_the_day_before_it_lapses() -> None:
    """In the morning of that day."""
    assert shown(due(at("2026-09-30 12:00"), OFFER, quiet=QUIET, now=LONG_AGO)) == [
        "day Tue 29.09. 09.00"
    ]


def test_quiet_hours_within_a_day_are_quiet_too() -> None:
    """Hours that do not go over midnight: the evening before them is yesterday's."""
    siesta = Quiet(HELSINKI, QuietHours(time(1), time(5)))
    assert siesta.before(at("2026-09-16 03:00")) == at("2026-09-15 20:00")
    assert siesta.after(at("2026-09-16 03:00")) == at("2026-09-16 05:00")
    assert not siesta.disturbs(at("2026-09-16 23:00"))


def test_the_evening_is_not_in_the_night() -> None:
    """Quiet hours that begin before the evening are refused."""
    with pytest.raises(ValueError, match="quiet hours"):
        Quiet(HELSINKI, QuietHours(time(19), time(7)))


moments = st.integers(1_700_000_000, 1_950_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))
leads = st.lists(
    st.builds(
        Lead,
        name=st.uuids().map(str),
        days=st.integers(-30, 30),
        minutes=st.integers(-2000, 2000),
        at=st.none() | st.times(),
        always=st.booleans(),
    ),
    max_size=5,
)


@given(moments, leads, moments)
def test_any_reminder_keeps_its_promises(event: datetime, some: list[Lead], now: datetime) -> None:
    """Ahead of now, on its side of the event, in order, each minute once, and never at night."""
    by_name = {lead.name: lead for lead in some}
    dues = due(event, some, quiet=QUIET, now=now)
    times = [one.at for one in dues]
    assert times == sorted(set(times))
    assert all(one.at.tzinfo is UTC and one.at >= now for one in dues)
    for one in dues:
        lead = by_name[one.name]
        assert one.at > event if lead.follows else one.at <= event
        assert lead.always or not QUIET.disturbs(one.at)


@given(moments)
def test_an_ordinary_reminder_is_never_an_hour_off(event: datetime) -> None:
    """Where the time suits, a day before shows the same on the wall in any week of the year."""
    local = event.astimezone(HELSINKI)
    for one in due(event, COFFEE, quiet=Quiet(HELSINKI, NIGHT), now=LONG_AGO, off=("soon",)):
        said = one.at.astimezone(HELSINKI)
        if time(7, 30) <= local.time() < time(21):
            assert said.time() == local.time()
            assert (local.date() - said.date()).days == {"week": 7, "day": 1}[one.name]
        else:
            assert said.time() == time(20)


RULES: tuple[Rule, ...] = (
    *(Weekly(weekday, every) for weekday, every in product(range(7), (1, 2))),
    *(Monthly(weekday, nth) for weekday, nth in product(range(7), (1, 2, 3, 4, LAST))),
)
SAID_AT = {time(7): time(20), time(9): time(9), time(14, 15): time(14, 15), time(21): time(20)}
"""When a coffee hour that begins at the one time is reminded of: at the other."""


def test_five_years_without_a_post_at_a_wrong_time() -> None:
    """Every rule and both ways with holidays, 2026–2030: no holiday, no night, no hour off."""
    posts = 0
    for n, (rule, on_holiday) in enumerate(product(RULES, OnHoliday)):
        wall = tuple(SAID_AT)[n % len(SAID_AT)]
        plan = series(rule, date(2026, 1, 1), wall=wall, on_holiday=on_holiday)
        hours = coffee_hours(plan, through=date(2030, 12, 31), zone=HELSINKI, is_holiday=FINNISH)
        for hour in hours:
            begins = hour.starts.astimezone(HELSINKI)
            assert begins.time() == wall
            for post in due(hour.starts, COFFEE, quiet=QUIET, now=LONG_AGO):
                posts += 1
                said = post.at.astimezone(HELSINKI)
                assert not FINNISH(said.date())
                if post.name == "soon":
                    assert hour.starts - post.at == timedelta(minutes=15)
                else:
                    assert not QUIET.disturbs(post.at)
                    assert said.time() == SAID_AT[wall]
                    assert said.date() <= begins.date() - timedelta(days=1)
    assert posts > 25_000
