"""How a claim goes on: submitted, returned, approved in whole or in part, invoiced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from .claims import Amount, Claim, ClaimState
from .cover import Cover, Exceptions, cost_of, ruling
from .refusals import (
    ClaimRefused,
    MoreThanAsked,
    NotDeclared,
    NothingToClaim,
    OutOfTurn,
    ReasonMissing,
    TripAhead,
)
from .totals import Totals


def submit(
    claim: Claim,
    reckoned: Totals,
    *,
    number: str,
    today: date,
    exceptions: Exceptions | None = None,
) -> Claim:
    """Hand the claim in. A claim that came back keeps the number it had.

    Raises a ClaimRefused, with RateUnknown among them: such a claim stays a draft (D-15).
    """
    stand_in(claim, ClaimState.DRAFT, ClaimState.RETURNED)
    check_trip(claim, reckoned, today)
    check_words(claim, exceptions)
    return replace(
        claim,
        state=ClaimState.SUBMITTED,
        revision=claim.revision + 1,
        number=claim.number or number,
        asked=reckoned.amounts,
        submitted=today,
    )


def send_back(claim: Claim, word: str, *, today: date) -> Claim:
    """AKE asks the traveller to look at the claim again."""
    stand_in(claim, ClaimState.SUBMITTED)
    return replace(
        claim, state=ClaimState.RETURNED, revision=claim.revision + 1, word=word, decided=today
    )


def approve(
    claim: Claim, *, today: date, amounts: tuple[Amount, ...] | None = None, word: str = ""
) -> Claim:
    """AKE agrees to all that was asked for, or to these amounts of it."""
    stand_in(claim, ClaimState.SUBMITTED)
    approved = claim.asked if amounts is None else agreed(claim, amounts)
    return replace(
        claim,
        state=ClaimState.APPROVED,
        revision=claim.revision + 1,
        approved=approved,
        word=word,
        decided=today,
    )


def mark_invoiced(claim: Claim, *, today: date) -> Claim:
    """The municipality's invoice has come (D-18)."""
    stand_in(claim, ClaimState.APPROVED)
    return replace(claim, state=ClaimState.INVOICED, revision=claim.revision + 1, invoiced=today)


def stand_in(claim: Claim, *states: ClaimState) -> None:
    if claim.state not in states:
        raise OutOfTurn


def check_trip(claim: Claim, reckoned: Totals, today: date) -> None:
    if not reckoned.lines:
        raise NothingToClaim
    if claim.days[-1] > today:
        raise TripAhead(claim.days[-1])


def check_words(claim: Claim, exceptions: Exceptions | None) -> None:
    """What AKE decides on has a reason, and the traveller answers for the claim."""
    if unexplained := asked_without_reason(claim, exceptions):
        raise ReasonMissing(unexplained)
    declaration = claim.declaration
    if declaration is None or not (declaration.approved and declaration.no_other_payer):
        raise NotDeclared


def asked_without_reason(claim: Claim, exceptions: Exceptions | None = None) -> tuple[int, ...]:
    return tuple(
        item.number
        for item in claim.items
        if ruling(claim.kind, cost_of(item), exceptions).cover is Cover.ASKED and not item.reason
    )


def agreed(claim: Claim, amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Some lines, some of the sum, but something and never more than was asked for."""
    asked = {amount.number: amount.cents for amount in claim.asked}
    for amount in amounts:
        if not 0 <= amount.cents <= asked.get(amount.number, -1):
            raise MoreThanAsked(amount.number)
    if not sum(amount.cents for amount in amounts):
        raise NothingToClaim
    return tuple(amount for amount in amounts if amount.cents)


__all__ = ["ClaimRefused", "approve", "mark_invoiced", "send_back", "submit"]
