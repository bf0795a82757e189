"""Rounds as AKE sets them, and those who wait for one to open."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.app import House
from bot.domain.arrangements import RoundKind
from bot.domain.ids import RoundId
from bot.domain.people import NotAllowed
from bot.domain.round_times import RoundsDesk, RoundTimes
from bot.domain.rounds import Meeting, RoundState, Window
from tests.houses import COORDINATOR
from tests.visits.acting import TURKU, acting, settle, told

pytestmark = pytest.mark.contract
KIND = RoundKind.AKE_VISIT
AUTUMN, SPRING = RoundId("ake_visit-2026-autumn"), RoundId("ake_visit-2026-spring")


def test_a_round_is_kept_as_it_was_set(both_houses: House) -> None:
    """Its days and its info session come back; the others stay as the region has them."""
    window = Window(date(2026, 8, 17), date(2026, 9, 11))
    with acting(both_houses, COORDINATOR) as occasion:
        desk = RoundsDesk(occasion)
        assert desk.times.find(AUTUMN).state is RoundState.DRAFT
        desk.move(AUTUMN, window)
        meeting = Meeting(occasion.now, occasion.now + timedelta(hours=1))
        moved = desk.set_info_session(AUTUMN, meeting)
    with acting(both_houses, COORDINATOR) as occasion:
        times = RoundTimes(occasion)
        assert times.find(AUTUMN) == moved
        assert times.next(KIND) == moved
        assert times.current(KIND) == times.find(SPRING)


def test_a_round_opens_and_closes_at_a_word(both_houses: House) -> None:
    """Closed now, it was open until yesterday; opened now, it is open from today."""
    with acting(both_houses, COORDINATOR) as occasion:
        RoundsDesk(occasion).close_now(SPRING)
        assert RoundTimes(occasion).current(KIND) is None
    with acting(both_houses, COORDINATOR) as occasion:
        opened = RoundsDesk(occasion).open_now(SPRING, occasion.today)
        assert RoundTimes(occasion).current(KIND) == opened
        assert RoundsDesk(occasion).close_now(SPRING).state is RoundState.DRAFT


def test_who_waits_hears_when_it_opens(both_houses: House) -> None:
    """Once for each opening day, also where the day was not known when they asked."""
    aino = settle(both_houses, "aino", TURKU)
    with acting(both_houses, "aino") as occasion:
        assert RoundTimes(occasion).watch(KIND) == RoundTimes(occasion).find(
            RoundId("ake_visit-2027-spring")
        )
        RoundTimes(occasion).watch(KIND)
    assert told(both_houses, aino) == ["round_opened"]
    with acting(both_houses, COORDINATOR) as occasion:
        RoundsDesk(occasion).move(AUTUMN, Window(date(2026, 8, 17), date(2026, 9, 11)))
    assert told(both_houses, aino) == ["round_opened", "round_opened"]
    with acting(both_houses, "aino") as occasion:
        RoundTimes(occasion).heard(RoundTimes(occasion).find(AUTUMN))
    with acting(both_houses, COORDINATOR) as occasion:
        RoundsDesk(occasion).move(AUTUMN, Window(date(2026, 8, 18), date(2026, 9, 11)))
    assert told(both_houses, aino).count("round_opened") == 2


def test_rounds_are_the_coordinators(both_houses: House) -> None:
    """Nobody else moves, opens or closes them."""
    with acting(both_houses, "aino") as occasion, pytest.raises(NotAllowed):
        RoundsDesk(occasion)
