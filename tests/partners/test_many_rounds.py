"""Many rounds one after another, and wishes that are always kept, through domain and store."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import House
from bot.domain.arrangements import RoundKind, Season
from bot.domain.ids import ServicePointId
from bot.domain.pairing.candidates import Members
from bot.domain.pairing.matching import best_matching
from bot.domain.pairing.pool import WishesClash
from bot.domain.partners.confirming import Confirming
from bot.domain.partners.desk_book import WishKind
from bot.domain.partners.pairing_desk import PairingDesk
from bot.domain.partners.registering import Registering
from bot.domain.partners.registrations import RegistrationState, Told
from bot.domain.rounds import Round, Window
from tests.chat import StillClock
from tests.houses import COORDINATOR
from tests.visits.acting import acting

from .acts import confirm, solved

TOWNS = ("019", "050", "051", "079", "102", "181", "202", "214", "230", "423", "445")
"""An odd number: each round leaves one over."""


def begin_round(house: House, clock: StillClock) -> None:
    """A round of its own, half a year after the last."""
    clock.moves(days=182)
    today = clock.now().date()
    season = Season.SPRING if today.month <= 6 else Season.AUTUMN
    with acting(house, COORDINATOR) as occasion:
        window = Window(today, today)
        occasion.records.rounds.keep(Round(RoundKind.PARTNER, today.year, season, window))


def end_all(house: House) -> None:
    with acting(house, COORDINATOR) as occasion:
        confirming = Confirming(occasion)
        for pair in confirming.active():
            confirming.end(pair.id)


def could_be_new(met: set[Members], last_left: set[ServicePointId]) -> bool:
    """Whether all could have new partners, with one left over who was not left over last time."""
    everyone = [ServicePointId(f"{code}-main") for code in TOWNS]
    for left in set(everyone) - last_left:
        others = [point for point in everyone if point != left]
        pairs = combinations(range(len(others)), 2)
        new = {(i, j): 1 for i, j in pairs if frozenset((others[i], others[j])) not in met}
        if 2 * len(best_matching(len(others), new)) == len(others):
            return True
    return False


def test_twenty_rounds_without_an_avoidable_repeat(sqlite_house: House, clock: StillClock) -> None:
    """Nobody is left over twice running, and no pair comes back that need not."""
    met: set[Members] = set()
    last_left: set[ServicePointId] = set()
    for _number in range(20):
        begin_round(sqlite_house, clock)
        offer(sqlite_house, *TOWNS)
        proposal, _revision = solved(sqlite_house)
        pairs = {frozenset(group) for group in proposal.groups}
        assert not last_left & set(proposal.waiting)
        assert not (pairs & met and could_be_new(met, last_left))
        met |= pairs
        last_left = set(proposal.waiting)
        confirm(sqlite_house)
        end_all(sqlite_house)
    assert len(met) > 5 * 8


def test_who_waits_is_carried_and_counts_a_round_once(
    sqlite_house: House, clock: StillClock
) -> None:
    """A second confirmation in the same round does not make anyone wait longer (D-6)."""
    begin_round(sqlite_house, clock)
    offer(sqlite_house, "019")
    for _twice in range(2):
        confirm(sqlite_house)
        with acting(sqlite_house, COORDINATOR) as occasion:
            [waiting] = occasion.records.registrations.open_ones()
            assert (waiting.state, waiting.waited) == (RegistrationState.WAITING, 1)
    begin_round(sqlite_house, clock)
    confirm(sqlite_house)
    with acting(sqlite_house, COORDINATOR) as occasion:
        [waiting] = occasion.records.registrations.open_ones()
        assert waiting.waited == 2


PAIRS = [frozenset(pair) for pair in combinations([f"{code}-main" for code in TOWNS[:7]], 2)]
WISHES = st.lists(st.tuples(st.sampled_from(WishKind), st.sampled_from(PAIRS)), max_size=6)
ONE_HOUSE = [HealthCheck.function_scoped_fixture]


@settings(max_examples=15, suppress_health_check=ONE_HOUSE)
@given(wishes=WISHES, changes=st.randoms(use_true_random=False))
def test_locks_and_bans_are_always_kept(
    sqlite_house: House,
    wishes: list[tuple[WishKind, frozenset[str]]],
    changes: Random,
) -> None:
    """Whatever is wished, and whatever changes meanwhile, the proposal heeds every wish it took."""
    offer(sqlite_house, *TOWNS[:7])
    with acting(sqlite_house, COORDINATOR) as occasion:
        desk = PairingDesk(occasion)
        desk.hold(frozenset())
        for kind, members in wishes:
            try:
                desk.wish(kind, frozenset(map(ServicePointId, members)))
            except WishesClash:
                continue
        held = desk.wishes
    change(sqlite_house, changes)
    proposal, _revision = solved(sqlite_house)
    groups = {frozenset(group) for group in proposal.groups}
    for wish in held:
        assert (wish.members in groups) is (wish.kind is WishKind.LOCK)
    assert set(proposal.prices) == held


def offer(house: House, *codes: str) -> None:
    """Registered, where they are not yet."""
    with acting(house, COORDINATOR) as occasion:
        registering = Registering(occasion)
        for point in (ServicePointId(f"{code}-main") for code in codes):
            if registering.at(point) is None:
                registering.register(point, Told("digituki"))


def change(house: House, changes: Random) -> None:
    """A library tells something else of itself."""
    with acting(house, COORDINATOR) as occasion:
        registering = Registering(occasion)
        one = changes.choice(registering.open_ones())
        wish = changes.choice(("digituki", "kirjavinkkaus", "tapahtumat"))
        registering.change(one, replace(one.told, wish=wish))
