"""Waiting for a day, and what is offered when one becomes free."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import House
from bot.domain.ids import PersonId, ServicePointId
from bot.domain.people import NotAllowed
from bot.domain.visits.changes import VisitChanges
from bot.domain.visits.line import Line
from bot.domain.visits.visits import DayTaken, Visit
from bot.domain.visits.waiting import Offer, Waiting, next_working_day, offer_until
from tests.chat import StillClock
from tests.houses import COORDINATOR
from tests.visits.acting import (
    LIETO,
    MONDAY,
    PARGAS,
    RAUMA,
    TURKU,
    acting,
    book,
    free_days,
    hire,
    publish,
    settle,
    told,
)

HELSINKI = ZoneInfo("Europe/Helsinki")
NEW_YEAR = datetime(2026, 1, 1, tzinfo=HELSINKI)


@pytest.fixture
def house(both_houses: House) -> House:
    """One day, which Turku has; Rauma waits first, then Lieto."""
    hire(both_houses, "Inka")
    hire(both_houses, "Ville")
    publish(both_houses, days=1)
    settle(both_houses, "aino", TURKU)
    settle(both_houses, "raija", RAUMA)
    settle(both_houses, "liisa", LIETO)
    return both_houses


@pytest.fixture
def full(house: House, clock: StillClock) -> Visit:
    visit = book(house, "aino", TURKU, MONDAY)
    wait(house, "raija", RAUMA)
    clock.moves(minutes=1)
    wait(house, "liisa", LIETO)
    return visit


def wait(house: House, name: str, host: ServicePointId) -> Waiting:
    with acting(house, name) as occasion:
        return Line(occasion).join(host, "Tiistait")


def cancel(house: House, visit: Visit) -> None:
    with acting(house, "aino") as occasion:
        VisitChanges(occasion).cancel(visit.id)


def offer(house: House, name: str, host: ServicePointId) -> Offer | None:
    with acting(house, name) as occasion:
        offers = Line(occasion).open_offers()
    return next((each for each in offers if each.host == host), None)


def lapse(house: House, held: Offer) -> None:
    with acting(house, "raija") as occasion:
        Line(occasion).lapse(held.id)


def person(house: House, name: str) -> PersonId:
    with acting(house, name) as occasion:
        return occasion.who.id


@pytest.mark.contract
def test_a_library_stands_in_the_line_once(house: House) -> None:
    """Whoever asks again, or whichever colleague, keeps the first place."""
    first = wait(house, "raija", RAUMA)
    assert wait(house, "raija", RAUMA) == first
    with acting(house, "raija") as occasion:
        assert Line(occasion).leave(RAUMA)
        assert not Line(occasion).leave(RAUMA)
        with pytest.raises(NotAllowed):
            Line(occasion).join(LIETO)


@pytest.mark.contract
def test_a_day_that_frees_is_held_for_the_first(house: House, full: Visit) -> None:
    """They are told, and nobody else can book it meanwhile."""
    settle(house, "pia", PARGAS)
    cancel(house, full)
    held = offer(house, "raija", RAUMA)
    assert held is not None
    assert (held.day, held.until.astimezone(HELSINKI).date()) == (MONDAY, date(2026, 3, 4))
    assert told(house, person(house, "raija")) == ["day_offered", "offer_lapsed", "offer_waits"]
    assert told(house, person(house, "liisa")) == []
    assert free_days(house, "pia", PARGAS) == ()
    with pytest.raises(DayTaken):
        book(house, "pia", PARGAS, MONDAY)


@pytest.mark.contract
def test_taking_the_day_ends_the_wait(house: House, full: Visit) -> None:
    """Also after the round has closed: the day was held for them."""
    cancel(house, full)
    assert free_days(house, "raija", RAUMA) == (MONDAY,)
    visit = book(house, "raija", RAUMA, MONDAY)
    assert visit.day == MONDAY
    with acting(house, "raija") as occasion:
        assert Line(occasion).place(RAUMA) is None
    assert offer(house, "liisa", LIETO) is None


@pytest.mark.contract
def test_a_held_day_can_be_had_after_the_round(
    house: House, full: Visit, clock: StillClock
) -> None:
    """An offer opens the booking for the one it was made to, and for nobody else."""
    clock.moves(days=25)
    cancel(house, full)
    assert free_days(house, "raija", RAUMA) == (MONDAY,)
    assert free_days(house, "liisa", LIETO) == ()
    assert book(house, "raija", RAUMA, MONDAY).day == MONDAY


@pytest.mark.contract
def test_who_declines_lets_the_next_have_it(house: House, full: Visit) -> None:
    """The place in the line stays for another day; the same day is not offered twice."""
    cancel(house, full)
    held = offer(house, "raija", RAUMA)
    assert held is not None
    with acting(house, "liisa") as occasion, pytest.raises(NotAllowed):
        Line(occasion).decline(held.id)
    with acting(house, "raija") as occasion:
        assert Line(occasion).decline(held.id) is not None
        assert Line(occasion).decline(held.id) is None
        assert Line(occasion).place(RAUMA) is not None
    following = offer(house, "liisa", LIETO)
    assert following is not None
    with acting(house, "liisa") as occasion:
        Line(occasion).decline(following.id)
    assert offer(house, "raija", RAUMA) is None
    assert free_days(house, "aino", TURKU) == (MONDAY,)


@pytest.mark.contract
def test_an_offer_lapses_at_its_hour(house: House, full: Visit, clock: StillClock) -> None:
    """Until then it stands; then the next has it, with a deadline of their own."""
    cancel(house, full)
    held = offer(house, "raija", RAUMA)
    assert held is not None
    lapse(house, held)
    assert offer(house, "raija", RAUMA) == held
    clock.at = held.until
    lapse(house, held)
    following = offer(house, "liisa", LIETO)
    assert following is not None
    assert following.until > held.until


@pytest.mark.contract
def test_a_lapsed_offer_holds_nothing(house: House, full: Visit, clock: StillClock) -> None:
    """Even before anyone has looked at the clock the day can be had by all."""
    cancel(house, full)
    held = offer(house, "raija", RAUMA)
    assert held is not None
    clock.at = held.until
    assert free_days(house, "aino", TURKU) == (MONDAY,)
    assert book(house, "aino", TURKU, MONDAY).day == MONDAY


@pytest.mark.contract
def test_leaving_the_line_passes_the_day_on(house: House, full: Visit) -> None:
    """What was held for the one who leaves goes to the next."""
    cancel(house, full)
    with acting(house, "raija") as occasion:
        Line(occasion).leave(RAUMA)
    assert offer(house, "liisa", LIETO) is not None


@pytest.mark.contract
@pytest.mark.usefixtures("full")
def test_new_days_are_told_to_those_who_wait(house: House) -> None:
    """They hear of them at once and choose for themselves."""
    publish(house, MONDAY + timedelta(days=7))
    assert told(house, person(house, "raija")) == ["days_published"]
    assert told(house, person(house, COORDINATOR)).count("days_published") == 0


@given(hours=st.integers(0, 8000), ahead=st.integers(1, 60))
def test_an_offer_leaves_time_to_answer(hours: int, ahead: int) -> None:
    """It ends on a working day or on the eve of the day, four hours off at the least."""
    now = NEW_YEAR + timedelta(hours=hours)
    day = now.date() + timedelta(days=ahead)
    until = offer_until(now, day, HELSINKI, lambda day: day.day == 1)
    if until is None:
        assert ahead <= 1
        return
    assert until - now >= timedelta(hours=4)
    assert until.date() < day
    assert until.hour == 16
    if until.date() < day - timedelta(days=1):
        assert until.weekday() < 5
        assert until.day != 1


def test_holidays_are_no_working_days() -> None:
    """After Thursday before a Friday that is a holiday comes Monday."""
    friday = date(2026, 5, 1)
    assert next_working_day(friday - timedelta(days=1), lambda day: day == friday) == date(
        2026, 5, 4
    )
