"""What a traveller does with their own claims: begin, change, declare, hand in, discard."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from bot.domain.ids import MunicipalityCode, fresh, town_of
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed

from .claim_news import ClaimNews
from .claims import Claim, ClaimId, ClaimState, Declaration, Item
from .cover import Cost, Exceptions, Ruling, ruling
from .errands import Errand, ErrandId
from .known_errands import Errands
from .numbers import claim_number
from .progress import submit
from .receipts import Receipt, ReceiptId
from .refusals import OutOfTurn
from .totals import Totals, totals

AREA = "AKE"
"""What a claim's number begins with."""


class Claims:
    """The one who acts, as a traveller."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.book = occasion.records.claims
        self.errands = Errands(occasion)
        self.news = ClaimNews(occasion)

    # What there is

    def mine(self) -> tuple[Claim, ...]:
        return self.book.of(self.occasion.who.id)

    def open(self) -> tuple[Claim, ...]:
        """Those that may still be changed."""
        return tuple(claim for claim in self.mine() if claim.is_open)

    def find(self, claim: ClaimId) -> Claim:
        """A claim of one's own; for a coordinator any. Raises KeyError, NotAllowed."""
        found = self.book.find(claim)
        if found is None:
            raise KeyError(claim)
        own = found.traveller.person == self.occasion.who.id
        if not own and not (self.occasion.who.coordinator and found.state is not ClaimState.DRAFT):
            raise NotAllowed(claim)
        return found

    def own(self, claim: ClaimId) -> Claim:
        """Raises KeyError, NotAllowed: a coordinator changes nobody's claim but their own."""
        found = self.find(claim)
        if found.traveller.person != self.occasion.who.id:
            raise NotAllowed(claim)
        return found

    def for_errand(self, errand: ErrandId) -> Claim | None:
        """One's own claim for an errand, the open one first."""
        own = [claim for claim in self.mine() if claim.errand == errand]
        return next(iter(sorted(own, key=lambda claim: not claim.is_open)), None)

    def errand(self, claim: Claim) -> Errand | None:
        return self.errands.find(claim.errand)

    def reckoned(self, claim: Claim) -> Totals:
        return totals(claim, self.occasion.region.rate)

    def exceptions(self, day: date) -> Exceptions:
        return self.occasion.records.grants.exceptions(day.year)

    def ruling(self, claim: Claim, cost: Cost) -> Ruling:
        """Whether a cost may be claimed, by the grant of the trip's year (D-13)."""
        errand = self.errand(claim)
        day = errand.first if errand else self.occasion.today
        return ruling(claim.kind, cost, self.exceptions(day))

    @property
    def employer(self) -> MunicipalityCode:
        """Raises NotAllowed for one who has not told where they work."""
        if self.occasion.who.home is None:
            raise NotAllowed("no home")
        return town_of(self.occasion.who.home)

    # What is done

    def begin(self, errand: Errand, items: tuple[Item, ...] = ()) -> Claim:
        """A draft with what is known already. Raises a ClaimRefused."""
        me = self.errands.me
        claim = Claim(ClaimId(fresh()), errand.kind, me, self.employer, errand.id)
        for item in items:
            claim = claim.with_item(item)
        return self.kept(claim, since=0)

    def put(self, claim: Claim, *items: Item) -> Claim:
        """Lines new or in the place of those of the same number. Raises a ClaimRefused."""
        since = claim.revision
        for item in items:
            claim = claim.with_item(item)
        return self.kept(claim, since)

    def take_away(self, claim: Claim, number: int) -> Claim:
        return self.kept(claim.without_item(number), claim.revision)

    def attach(self, claim: Claim, receipts: tuple[Receipt, ...]) -> Claim:
        """All of them or none. Raises a ClaimRefused."""
        since = claim.revision
        for receipt in receipts:
            claim = claim.with_receipt(receipt)
        return self.kept(claim, since)

    def detach(self, claim: Claim, receipt: ReceiptId) -> Claim:
        """Its copy is deleted, unless another claim has it too."""
        kept = self.kept(claim.without_receipt(receipt), claim.revision)
        self.drop([one for one in claim.receipts if one.id == receipt])
        return kept

    def drop(self, receipts: Collection[Receipt]) -> None:
        files = self.occasion.records.files
        for receipt in receipts:
            if not self.book.with_receipts([receipt.digest]):
                files.remove(receipt.id)

    def describe(self, claim: Claim, purpose: str, told: Declaration) -> Claim:
        """What the trip was about, and who approved it; it is declared when it is handed in."""
        return self.kept(claim.worded(purpose).declared(told), claim.revision)

    def submit(self, claim: Claim, declaration: Declaration) -> Claim:
        """Raises a ClaimRefused. A claim that came back keeps its number."""
        since, today = claim.revision, self.occasion.today
        sequence = None if claim.number else self.book.next_number(today.year)
        number = claim_number(AREA, today.year, sequence or 0)
        declared = claim.declared(declaration)
        exceptions = self.exceptions(claim.days[-1] if claim.days else today)
        handed_in = submit(
            declared, self.reckoned(claim), number=number, today=today, exceptions=exceptions
        )
        self.book.keep(handed_in, since, sequence)
        self.news.handed_in(handed_in)
        return handed_in

    def discard(self, claim: Claim) -> None:
        """Raises OutOfTurn for one that has been handed in once."""
        if claim.state is not ClaimState.DRAFT:
            raise OutOfTurn
        self.book.discard(claim)
        self.drop(claim.receipts)

    def kept(self, claim: Claim, since: int) -> Claim:
        claim = replace(claim, touched=self.occasion.today)
        self.book.keep(claim, since)
        self.news.touched(claim, self.reckoned(claim).unrated)
        return claim

    def told_before(self) -> str:
        """Who approved the trip that was claimed last."""
        told = (claim.declaration.approved_by for claim in self.mine() if claim.declaration)
        return next(filter(None, told), "")
