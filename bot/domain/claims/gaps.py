"""What is missing beside what is there: trips, claims, visits and reports held together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from .claims import Claim, ClaimState
from .occasions import Occasion, OccasionId, OccasionKind


def trips_without_claims(
    occasions: Iterable[Occasion], claims: Collection[Claim], today: date
) -> tuple[Occasion, ...]:
    """Occasions that are over and that nobody has handed in a claim for."""
    claimed = {claim.occasion for claim in claims if claim.state is not ClaimState.DRAFT}
    claimable = (one for one in occasions if one.kind is not OccasionKind.OTHER)
    return tuple(one for one in claimable if one.is_over(today) and one.id not in claimed)


def claims_without_occasions(
    claims: Iterable[Claim], occasions: Iterable[Occasion]
) -> tuple[Claim, ...]:
    """Claims handed in for something that AKE does not know of (D-12)."""
    known = {occasion.id for occasion in occasions}
    handed_in = (claim for claim in claims if claim.state is not ClaimState.DRAFT)
    return tuple(claim for claim in handed_in if claim.occasion not in known)


def visits_without_reports(
    occasions: Iterable[Occasion], reported: Collection[OccasionId], today: date
) -> tuple[Occasion, ...]:
    """Partner visits that are over and not told of (PL-17); no claim waits for that (D-32)."""
    visits = (one for one in occasions if one.kind is OccasionKind.PARTNER_VISIT)
    return tuple(one for one in visits if one.is_over(today) and one.id not in reported)
