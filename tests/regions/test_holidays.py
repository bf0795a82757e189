"""The holidays a region keeps."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

from bot.domain.names import Name
from bot.regions.holidays import Holidays

FINNISH = Holidays()


def test_the_holidays_of_a_year() -> None:
    """The church's and the state's, with the eves of Midsummer and Christmas."""
    year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [f"{day:%d.%m.}" for day in year if FINNISH(day)] == [
        *("01.01.", "06.01.", "03.04.", "05.04.", "06.04.", "01.05.", "14.05.", "24.05."),
        *("19.06.", "20.06.", "31.10.", "06.12.", "24.12.", "25.12.", "26.12."),
    ]


def test_a_holiday_has_a_name_in_both_languages() -> None:
    """Helatorstai is Kristi himmelsfärdsdag; an ordinary day has no name."""
    assert FINNISH.name(date(2026, 5, 14)) == Name(fi="Helatorstai", sv="Kristi himmelsfärdsdag")
    assert FINNISH.name(date(2026, 5, 15)) is None


def test_many_may_ask_at_once() -> None:
    """Threads that ask of the same new year all hear the same."""
    days = [date(year, 12, 6) for year in range(2040, 2060) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(Holidays(), days))
