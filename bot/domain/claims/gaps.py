"""What is missing beside what is there: trips, claims, visits and reports held together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from .claims import Claim, ClaimState
from .errands import Errand, ErrandId, ErrandKind


def trips_without_claims(
    errands: Iterable[Errand], claims: Collection[Claim], today: date
) -> tuple[Errand, ...]:
    """Errands that are over and that nobody has handed in a claim for."""
    claimed = {claim.errand for claim in claims if claim.state is not ClaimState.DRAFT}
    claimable = (one for one in errands if one.kind is not ErrandKind.OTHER)
    return tuple(one for one in claimable if one.is_over(today) and one.id not in claimed)


def claims_without_errands(claims: Iterable[Claim], errands: Iterable[Errand]) -> tuple[Claim, ...]:
    """Claims handed in for something that AKE does not know of (D-12)."""
    known = {errand.id for errand in errands}
    handed_in = (claim for claim in claims if claim.state is not ClaimState.DRAFT)
    return tuple(claim for claim in handed_in if claim.errand not in known)


def visits_without_reports(
    errands: Iterable[Errand], reported: Collection[ErrandId], today: date
) -> tuple[Errand, ...]:
    """Partner visits that are over and not told of (PL-17); no claim waits for that (D-32)."""
    visits = (one for one in errands if one.kind is ErrandKind.PARTNER_VISIT)
    return tuple(one for one in visits if one.is_over(today) and one.id not in reported)
