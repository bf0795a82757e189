"""A travel claim: one traveller's costs for one errand, with all that belongs to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NewType, TypeAlias

from bot.domain.ids import MunicipalityCode

from .errands import ErrandId, ErrandKind
from .expenses import Expense
from .legs import Leg
from .receipts import Receipt, ReceiptId, with_receipt
from .refusals import DriverAsPassenger, OutOfTurn
from .travellers import Traveller

ClaimId = NewType("ClaimId", str)
Item: TypeAlias = Leg | Expense


class ClaimState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    INVOICED = "invoiced"


@dataclass(frozen=True)
class Declaration:
    """What the traveller answers for: that their superior has approved, and nobody else pays."""

    approved: bool
    no_other_payer: bool
    approved_by: str = ""
    """The superior's name, where it was told."""


@dataclass(frozen=True)
class Amount:
    """What a line came to, in cents, once it had been reckoned."""

    number: int
    cents: int


@dataclass(frozen=True)
class Claim:
    """The whole of a claim; every change makes a new one with the next revision.

    `asked` is what was submitted, `approved` what AKE has agreed to, which may be less.
    The days are those of the region's calendar. Lines are told apart by `number`.
    """

    id: ClaimId
    kind: ErrandKind
    traveller: Traveller
    employer: MunicipalityCode
    errand: ErrandId | None = None
    purpose: str = ""
    items: tuple[Item, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    declaration: Declaration | None = None
    state: ClaimState = ClaimState.DRAFT
    revision: int = 1
    number: str = ""
    asked: tuple[Amount, ...] = ()
    approved: tuple[Amount, ...] = ()
    word: str = ""
    touched: date | None = None
    """When the traveller changed it last."""
    submitted: date | None = None
    decided: date | None = None
    invoiced: date | None = None

    @property
    def legs(self) -> tuple[Leg, ...]:
        return tuple(item for item in self.items if isinstance(item, Leg))

    @property
    def expenses(self) -> tuple[Expense, ...]:
        return tuple(item for item in self.items if isinstance(item, Expense))

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(sorted({item.day for item in self.items}))

    @property
    def is_open(self) -> bool:
        """Still the traveller's to change."""
        return self.state in (ClaimState.DRAFT, ClaimState.RETURNED)

    @property
    def is_decided(self) -> bool:
        return self.state in (ClaimState.APPROVED, ClaimState.INVOICED)

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """What the papers are written of: what was approved, else what was asked for."""
        return self.approved if self.is_decided else self.asked

    @property
    def cents(self) -> int:
        return sum(amount.cents for amount in self.amounts)

    @property
    def next_number(self) -> int:
        return max((item.number for item in self.items), default=0) + 1

    @property
    def people(self) -> tuple[Traveller, ...]:
        """The traveller and everyone who rode along, each once."""
        found = [self.traveller]
        for one in (one for leg in self.legs for one in leg.passengers):
            if not any(one.is_same_as(other) for other in found):
                found.append(one)
        return tuple(found)

    def with_item(self, item: Item) -> Claim:
        """The same number again takes the place of the line that had it."""
        if isinstance(item, Leg) and any(one.is_same_as(self.traveller) for one in item.passengers):
            raise DriverAsPassenger
        others = (other for other in self.items if other.number != item.number)
        items = sorted((*others, item), key=lambda item: (item.day, item.number))
        return replace(self._next(), items=tuple(items))

    def without_item(self, number: int) -> Claim:
        items = tuple(item for item in self.items if item.number != number)
        return replace(self._next(), items=items)

    def with_receipt(self, receipt: Receipt) -> Claim:
        return replace(self._next(), receipts=with_receipt(self.receipts, receipt))

    def without_receipt(self, gone: ReceiptId) -> Claim:
        receipts = tuple(receipt for receipt in self.receipts if receipt.id != gone)
        return replace(self._next(), receipts=receipts)

    def declared(self, declaration: Declaration) -> Claim:
        return replace(self._next(), declaration=declaration)

    def worded(self, purpose: str) -> Claim:
        return replace(self._next(), purpose=purpose)

    def _next(self) -> Claim:
        if not self.is_open:
            raise OutOfTurn
        return replace(self, revision=self.revision + 1)
