"""What both databases promise of claims and what stands around them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.app import House
from bot.conversation.ports import Overtaken
from bot.domain.claims.books import Recorded
from bot.domain.claims.claims import Claim, ClaimState
from bot.domain.claims.claims_desk import ClaimsDesk
from bot.domain.claims.cover import AGREED, Cost
from bot.domain.claims.errand_desk import ErrandDesk
from bot.domain.claims.errands import ErrandId, ErrandKind
from bot.domain.claims.own_claims import Claims
from bot.domain.joining import Accounts
from bot.domain.people import NotAllowed
from tests.chat import Chat
from tests.domain.claims.trips import drive
from tests.houses import COORDINATOR
from tests.papers.claims import CLAIM
from tests.visits.acting import RAUMA, TURKU, acting, settle

from .travelling import DAY, DECLARED, DIVERSITY, approved, begun, handed_in, kept, meeting

pytestmark = pytest.mark.contract


def test_a_claim_is_kept_whole(both_houses: House) -> None:
    """Every sort of line, the receipts, the declaration and the sums come back as they were."""
    aino = settle(both_houses, "aino", TURKU)
    whole = replace(CLAIM, traveller=replace(CLAIM.traveller, person=aino))
    with both_houses.ledger.unit() as unit:
        unit.claims.keep(whole, since=0, sequence=1)
        unit.commit()
    assert kept(both_houses, whole.id) == whole
    with both_houses.ledger.unit() as unit:
        assert unit.claims.of(aino) == (whole,)
        assert unit.claims.in_year(whole.days[-1].year) == (whole,)
        assert unit.claims.between(whole.days[0], whole.days[0]) == (whole,)
        assert unit.claims.between(date(1999, 1, 1), date(1999, 12, 31)) == ()


def test_a_claim_is_changed_by_who_read_it_last(both_houses: House) -> None:
    """Of two changes to one revision the second is overtaken, and the first one stays."""
    settle(both_houses, "aino", TURKU)
    claim = begun(both_houses, "aino", meeting(both_houses))
    first, second = claim.worded("ensin"), claim.worded("toiseksi")
    with both_houses.ledger.unit() as unit:
        unit.claims.keep(first, claim.revision)
        unit.commit()
    with both_houses.ledger.unit() as unit, pytest.raises(Overtaken):
        unit.claims.keep(second, claim.revision)
    assert kept(both_houses, claim.id) == first


def test_a_number_is_given_once(both_houses: House) -> None:
    """Twelve people submit at once, and get twelve numbers in a row."""
    trip = meeting(both_houses)
    chats = []
    for name in (f"p{n}" for n in range(12)):
        settle(both_houses, name, TURKU)
        claim = begun(both_houses, name, trip, drive("100", day=DAY))
        chats.append((Chat(both_houses, name), claim))
    with ThreadPoolExecutor(6) as pool:
        list(
            pool.map(
                lambda one: one[0].opens("submit_claim", claim=one[1].id, declared="yes"), chats
            )
        )
    with both_houses.ledger.unit() as unit:
        numbers = [one.number for one in unit.claims.in_states([ClaimState.SUBMITTED])]
    assert numbers == [f"AKE-2026-{n:04}" for n in range(1, 13)]


def test_a_claim_that_came_back_keeps_its_number(both_houses: House) -> None:
    """Returned, changed and submitted anew it is the same claim, and the next one is the next."""
    settle(both_houses, "aino", TURKU)
    trip = meeting(both_houses)
    claim = handed_in(both_houses, "aino", trip, drive("100", day=DAY))
    with acting(both_houses, COORDINATOR) as occasion:
        returned = ClaimsDesk(occasion).send_back(claim.id, claim.revision, "Paljonko?")
    with acting(both_houses, "aino") as occasion:
        claims = Claims(occasion)
        again = claims.submit(claims.put(returned, drive("90", day=DAY)), DECLARED)
    assert (again.number, again.state) == (claim.number, ClaimState.SUBMITTED)
    assert handed_in(both_houses, "aino", trip, drive("5", day=DAY)).number == "AKE-2026-0002"


def test_a_draft_can_be_discarded_but_a_claim_cannot(both_houses: House) -> None:
    """What was never handed in is forgotten; what was is bookkeeping."""
    settle(both_houses, "aino", TURKU)
    draft = begun(both_houses, "aino", meeting(both_houses))
    with acting(both_houses, "aino") as occasion:
        Claims(occasion).discard(draft)
    assert kept(both_houses, draft.id) is None
    claim = handed_in(both_houses, "aino", meeting(both_houses), drive("9", day=DAY))
    with both_houses.ledger.unit() as unit, pytest.raises(Overtaken):
        unit.claims.discard(claim)


def test_errands_are_kept_as_they_were_recorded(both_houses: House) -> None:
    """A meeting and a rotation come back, the newest first, and a wrong one can be removed."""
    first = Recorded(ErrandId("a"), ErrandKind.GROUP_MEETING, RAUMA, DAY, DAY, DIVERSITY)
    later = DAY + timedelta(days=1)
    turku = CLAIM.employer
    second = Recorded(
        ErrandId("b"), ErrandKind.JOB_ROTATION, RAUMA, later, later, who="Eero", employer=turku
    )
    with both_houses.ledger.unit() as unit:
        unit.errands.keep(first)
        unit.errands.keep(second)
        assert unit.errands.since(DAY) == (second, first)
        unit.errands.remove(first.id)
        assert unit.errands.find(first.id) is None
        assert unit.errands.find(second.id) == second


def test_a_new_list_of_members_takes_the_place_of_the_old_one(both_houses: House) -> None:
    """But only for the groups and the years that it names."""
    with acting(both_houses, COORDINATOR) as occasion:
        desk = ErrandDesk(occasion)
        head = "ryhmä;vuosi;nimi\n"
        desk.import_members(desk.read(head + "diversity;2025;Aino\ndiversity;2026;Aino\n"))
        desk.import_members(desk.read(head + "diversity;2026;Eero\ndiversity;2026; eero \n"))
        assert [(one.year, one.who.name) for one in desk.listed()] == [
            (2025, "Aino"),
            (2026, "Eero"),
        ]


def test_the_grant_of_a_year_is_kept(both_houses: House) -> None:
    """Its travel line, and what it allows besides; other years have none."""
    exceptions = {(ErrandKind.JOB_ROTATION, Cost.SUBSTITUTE): AGREED}
    with both_houses.ledger.unit() as unit:
        unit.grants.plan(2026, 10_000_00)
        unit.grants.plan(2026, 12_000_00)
        unit.grants.set_exceptions(2026, exceptions)
        assert (unit.grants.planned(2026), unit.grants.planned(2027)) == (12_000_00, None)
        assert (unit.grants.exceptions(2026), unit.grants.exceptions(2027)) == (exceptions, {})


def test_the_warning_comes_once(both_houses: House) -> None:
    """When four fifths of the year's money is approved, AKE hears of it, and then no more."""
    settle(both_houses, "aino", TURKU)
    trip = meeting(both_houses)
    with acting(both_houses, COORDINATOR) as occasion:
        ClaimsDesk(occasion).plan(2026, 100_00)
    warned = []
    for km in ("100", "46", "10"):
        approved(both_houses, handed_in(both_houses, "aino", trip, drive(km, day=DAY)))
        with both_houses.ledger.unit() as unit:
            rows = unit.connection.exec_driver_sql("SELECT opens FROM notifications")
            warned.append([row.opens for row in rows].count("budget_warned"))
    assert warned == [0, 1, 1]


def test_nobody_sees_or_changes_anothers_claim(both_houses: House) -> None:
    """A stranger is kept out; a coordinator sees what was handed in, and drafts are one's own."""
    for name in ("aino", "eero"):
        settle(both_houses, name, TURKU)
    draft = begun(both_houses, "aino", meeting(both_houses), drive("9", day=DAY))
    with acting(both_houses, "eero") as occasion:
        with pytest.raises(NotAllowed):
            Claims(occasion).find(draft.id)
        with pytest.raises(NotAllowed):
            ClaimsDesk(occasion)
    with acting(both_houses, COORDINATOR) as occasion:
        with pytest.raises(NotAllowed):
            Claims(occasion).find(draft.id)
        with pytest.raises(KeyError):
            ClaimsDesk(occasion).find(draft.id)
    with acting(both_houses, "aino") as occasion:
        claim: Claim = Claims(occasion).submit(draft, DECLARED)
    with acting(both_houses, COORDINATOR) as occasion:
        assert Claims(occasion).find(claim.id) == claim
        with pytest.raises(NotAllowed):
            Claims(occasion).own(claim.id)


def test_a_claim_follows_its_traveller_into_a_joined_account(both_houses: House) -> None:
    """What was begun in one app can be changed and handed in from the other."""
    settle(both_houses, "aino", TURKU)
    claim = begun(both_houses, "aino", meeting(both_houses), drive("400", day=DAY))
    with acting(both_houses, "aino") as occasion:
        code = Accounts(occasion).code()
    settle(both_houses, "aino.teams", TURKU)
    with acting(both_houses, "aino.teams") as occasion:
        Accounts(occasion).join(code)
    with acting(both_houses, "aino.teams") as occasion:
        sent = Claims(occasion).submit(Claims(occasion).own(claim.id), DECLARED)
        assert sent.traveller.person == occasion.who.id
    with acting(both_houses, "aino.teams") as occasion:
        assert [one.id for one in Claims(occasion).mine()] == [claim.id]
