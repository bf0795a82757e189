"""What AKE does with claims: look, approve, return, mark as invoiced (D-18, D-37)."""

from __future__ import annotations

from datetime import date

from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed

from .budget import Budget, budget, tips
from .checks import Surroundings, flags
from .claim_news import ClaimNews
from .claims import Amount, Claim, ClaimId, ClaimState
from .errands import Errand
from .flags import Flag
from .gaps import claims_without_errands, trips_without_claims, visits_without_reports
from .known_errands import LOOKS_BACK, Errands
from .progress import approve, mark_invoiced, send_back
from .refusals import OutOfTurn
from .totals import Totals, totals

HANDED_IN = (
    *(ClaimState.SUBMITTED, ClaimState.RETURNED),
    *(ClaimState.APPROVED, ClaimState.INVOICED),
)


class ClaimsDesk:
    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion
        self.book = occasion.records.claims
        self.grants = occasion.records.grants
        self.errands = Errands(occasion)
        self.news = ClaimNews(occasion)

    # What there is

    def waiting(self) -> tuple[Claim, ...]:
        """The oldest first."""
        return self.book.in_states((ClaimState.SUBMITTED,))

    def to_invoice(self) -> tuple[Claim, ...]:
        return self.book.in_states((ClaimState.APPROVED,))

    def find(self, claim: ClaimId) -> Claim:
        """One that has been handed in. Raises KeyError."""
        found = self.book.find(claim)
        if found is None or found.state is ClaimState.DRAFT:
            raise KeyError(claim)
        return found

    def errand(self, claim: Claim) -> Errand | None:
        return self.errands.find(claim.errand)

    def reckoned(self, claim: Claim) -> Totals:
        return totals(claim, self.occasion.region.rate)

    def flags(self, claim: Claim) -> tuple[Flag, ...]:
        """What to look at; none of them stops a claim."""
        return flags(claim, self.around(claim))

    def around(self, claim: Claim) -> Surroundings:
        errand, region = self.errand(claim), self.occasion.region
        group = errand.group if errand else None
        members = self.occasion.records.members
        return Surroundings(
            handed_in=claim.submitted or self.occasion.today,
            errand=errand,
            others=self.others(claim),
            road_km=region.kilometres,
            stations=region.stations,
            members=members.of(group, errand.first.year) if group and errand else (),
        )

    def others(self, claim: Claim) -> tuple[Claim, ...]:
        """Of the same days, as far as they have to do with it, and with the same receipts."""
        near = self.book.between(claim.days[0], claim.days[-1]) if claim.days else ()
        same = self.book.with_receipts([receipt.digest for receipt in claim.receipts])
        found = {one.id: one for one in (*(o for o in near if concerns(claim, o)), *same)}
        return tuple(found.values())

    # What is decided

    def approve(
        self,
        claim: ClaimId,
        revision: int,
        amounts: tuple[Amount, ...] | None = None,
        word: str = "",
    ) -> Claim:
        """All of it, or these amounts. Raises a ClaimRefused, OutOfTurn where it has changed."""
        was = self.seen(claim, revision)
        year = was.days[-1].year
        before = self.budget(year)
        approved = approve(was, today=self.occasion.today, amounts=amounts, word=word)
        self.decided(approved, was, "claim_approved")
        after = self.budget(year)
        if before and after and tips(before, after):
            self.news.budget_warned(year)
        return approved

    def send_back(self, claim: ClaimId, revision: int, word: str) -> Claim:
        """Raises OutOfTurn."""
        was = self.seen(claim, revision)
        returned = send_back(was, word, today=self.occasion.today)
        self.decided(returned, was, "claim_returned")
        return returned

    def mark_invoiced(self, claim: ClaimId) -> Claim:
        """The municipality's invoice has come. Raises OutOfTurn."""
        was = self.find(claim)
        invoiced = mark_invoiced(was, today=self.occasion.today)
        self.book.keep(invoiced, was.revision)
        return invoiced

    def seen(self, claim: ClaimId, revision: int) -> Claim:
        """The claim as the coordinator saw it when they decided (CL-2)."""
        found = self.find(claim)
        if found.revision != revision:
            raise OutOfTurn
        if self.is_own(found):
            raise NotAllowed(claim)
        return found

    def is_own(self, claim: Claim) -> bool:
        """Nobody decides on their own claim (CL-1)."""
        return claim.traveller.person == self.occasion.who.id

    def decided(self, claim: Claim, was: Claim, opens: str) -> None:
        self.book.keep(claim, was.revision)
        self.news.answered(claim, opens)

    # The money

    def budget(self, year: int) -> Budget | None:
        """None where nobody has entered the grant's travel line for the year (D-37)."""
        planned = self.grants.planned(year)
        return None if planned is None else budget(planned, year, self.book.in_year(year))

    def plan(self, year: int, cents: int) -> None:
        """Enter the travel line; where more than four fifths is spent already, AKE hears it."""
        self.grants.plan(year, cents)
        now = self.budget(year)
        if now is not None and now.is_warned:
            self.news.budget_warned(year)

    def handed_in(self, year: int) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.book.in_year(year) if claim.state in HANDED_IN)

    # What is missing

    def trips_without_claims(self) -> tuple[Errand, ...]:
        return trips_without_claims(self.lately(), self.all_handed_in(), self.occasion.today)

    def claims_without_trips(self) -> tuple[Claim, ...]:
        """Claims for something that AKE does not know of (D-12)."""
        unknown = [claim for claim in self.all_handed_in() if self.errand(claim) is None]
        return claims_without_errands(unknown, self.lately())

    def visits_without_reports(self) -> tuple[Errand, ...]:
        reported = self.errands.reported(self.since)
        return visits_without_reports(self.lately(), reported, self.occasion.today)

    @property
    def since(self) -> date:
        return self.occasion.today - LOOKS_BACK

    def lately(self) -> tuple[Errand, ...]:
        return self.errands.since(self.since)

    def all_handed_in(self) -> tuple[Claim, ...]:
        return self.book.in_states(HANDED_IN)


def concerns(claim: Claim, other: Claim) -> bool:
    """The same errand, or somebody who was on both ways."""
    if other.errand is not None and other.errand == claim.errand:
        return True
    return any(one.is_same_as(person) for one in claim.people for person in other.people)
