"""People who travel, and what AKE has recorded that they travel for."""

from __future__ import annotations

from datetime import date

from bot.app import House
from bot.domain.claims.claims import Claim, ClaimId, Declaration, Item
from bot.domain.claims.claims_desk import ClaimsDesk
from bot.domain.claims.errand_desk import ErrandDesk
from bot.domain.claims.errands import Errand
from bot.domain.claims.known_errands import Errands
from bot.domain.claims.own_claims import Claims
from bot.domain.ids import NetworkKey, town_of
from tests.houses import COORDINATOR
from tests.visits.acting import RAUMA, TURKU, acting

DAY = date(2026, 2, 25)
"""Of the meeting or the rotation: five days before the clock of the tests."""
DIVERSITY = NetworkKey("diversity")
DECLARED = Declaration(approved=True, no_other_payer=True)


def meeting(house: House, day: date = DAY) -> Errand:
    """Of the working group for diversity, in Rauma."""
    with acting(house, COORDINATOR) as occasion:
        recorded = ErrandDesk(occasion).record_meeting(DIVERSITY, RAUMA, day)
        return Errands(occasion).known(recorded)


def rotation(house: House, who: str, first: date = DAY, last: date = DAY) -> Errand:
    """From Turku to Rauma."""
    with acting(house, COORDINATOR) as occasion:
        desk = ErrandDesk(occasion)
        recorded = desk.record_rotation(who, town_of(TURKU), RAUMA, first, last)
        return Errands(occasion).known(recorded)


def begun(house: House, name: str, errand: Errand, *items: Item) -> Claim:
    with acting(house, name) as occasion:
        return Claims(occasion).begin(errand, items)


def handed_in(house: House, name: str, errand: Errand, *items: Item) -> Claim:
    claim = begun(house, name, errand, *items)
    with acting(house, name) as occasion:
        return Claims(occasion).submit(claim, DECLARED)


def approved(house: House, claim: Claim) -> Claim:
    with acting(house, COORDINATOR) as occasion:
        return ClaimsDesk(occasion).approve(claim.id, claim.revision)


def kept(house: House, claim: ClaimId) -> Claim | None:
    with house.ledger.unit() as unit:
        return unit.claims.find(claim)
