"""The page's clock moves forward, and what is due then is delivered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import web_app
from bot.channels.web.clock import FARTHEST, NotForward, ShiftedClock, moment
from tests.chat import StillClock

from .browsing import Visitor
from .conftest import Visit, opened

HELSINKI = ZoneInfo("Europe/Helsinki")


def shown(visitor: Visitor) -> str:
    return visitor.page.one("section", class_="clock").one("time").text.replace("\u00a0", " ")


def test_it_shows_the_time_in_each_language(visit: Visit) -> None:
    """Day and time are said as the person says them."""
    assert shown(visit("aino")) == "ma 2.3.2026 klo 9.00"
    assert shown(visit("saga")) == "mån 2.3.2026 kl. 9.00"


def test_it_moves_by_steps_and_to_a_moment(visit: Visit) -> None:
    """A quarter, an hour, a day, a week, or a date and time of one's choice."""
    aino = visit("aino")
    for step, then in (
        ("+ 15 min", "ma 2.3.2026 klo 9.15"),
        ("+ 1 tunti", "ma 2.3.2026 klo 10.15"),
        ("+ 1 päivä", "ti 3.3.2026 klo 10.15"),
        ("+ 1 viikko", "ti 10.3.2026 klo 10.15"),
    ):
        aino.presses(step)
        assert shown(aino) == then
    aino.fills("Päivään ja kellonaikaan", "2026-06-01T12:00")
    aino.presses("Siirrä kelloa")
    assert shown(aino) == "ma 1.6.2026 klo 12.00"


def test_it_never_goes_back(visit: Visit) -> None:
    """A moment that has passed is refused in a sentence."""
    aino = visit("aino")
    aino.fills("Päivään ja kellonaikaan", "2026-03-01T12:00")
    assert "Kelloa voi siirtää vain eteenpäin." in aino.presses("Siirrä kelloa")
    aino.fills("Päivään ja kellonaikaan", "next week")
    assert "En tunnistanut" in aino.presses("Siirrä kelloa")
    assert shown(aino) == "ma 2.3.2026 klo 9.00"


def test_pressed_twice_it_moves_once(visit: Visit) -> None:
    """The same form sent again finds the clock moved already."""
    aino = visit("aino")
    form, button = aino.button("+ 1 päivä")
    aino.sends(form, button)
    aino.sends(form, button)
    assert shown(aino) == "ti 3.3.2026 klo 9.00"


def test_it_is_kept_over_a_restart(sqlite_url: str, clock: StillClock) -> None:
    """The bot that is started again lives at the later time."""
    with opened(sqlite_url, clock) as page:
        Visitor(web_app(page.house, page.door.app())).presses("+ 1 viikko")
    with opened(sqlite_url, clock) as page:
        assert page.house.clock.now() == clock.now() + timedelta(weeks=1)
        assert shown(Visitor(web_app(page.house, page.door.app()))) == "ma 9.3.2026 klo 9.00"


def test_a_new_day_is_announced(visit: Visit) -> None:
    """Between messages of two days stands the day."""
    aino = visit("aino")
    aino.says("hei")
    aino.presses("+ 1 päivä")
    seen = aino.says("taas")
    assert seen.index("maanantai 2. maaliskuuta 2026") < seen.index("tiistai 3. maaliskuuta 2026")


@given(st.text(max_size=30) | st.datetimes().map(lambda at: at.strftime("%Y-%m-%dT%H:%M")))
def test_no_text_moves_it_wrongly(written: str) -> None:
    """Whatever is written, the clock is moved forward, or not at all."""
    now = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
    clock = ShiftedClock(StillClock(now))
    try:
        ahead = clock.further("", written, HELSINKI)
    except NotForward:
        return
    assert timedelta() < ahead <= FARTHEST
    assert now + ahead == moment(written, HELSINKI)


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2026-03-29T03:30", "2026-03-29T01:30"),  # the hour that summer time skips
        ("2026-10-25T03:30", "2026-10-25T00:30"),  # the hour that comes twice: the first
        ("2026-07-01T12:00", "2026-07-01T09:00"),
    ],
)
def test_it_knows_summer_time(written: str, utc: str) -> None:
    """A moment is meant by the clock on the wall."""
    assert moment(written, HELSINKI) == datetime.fromisoformat(utc).replace(tzinfo=UTC)
