"""What the lines and errands of a claim are called on its papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.dialog import Euros, Phrase, _, just
from bot.domain.claims.claims import Claim
from bot.domain.claims.errands import Errand
from bot.domain.claims.expenses import Expense
from bot.domain.claims.legs import Leg
from bot.domain.claims.totals import Line, Totals
from bot.domain.contacts import Invoicing
from bot.domain.names import Name
from bot.domain.rates import Rate
from dialogs.claims.wording import KINDS, what, when

__all__ = ["KINDS", "ClaimFacts", "kilometres", "reckoning", "what", "when"]


@dataclass(frozen=True)
class ClaimFacts:
    """All that the papers of a claim tell of. `mailbox` is AKE's, `kept_days` the receipts'."""

    claim: Claim
    reckoned: Totals
    errand: Errand | None
    employer: Name
    region: Name
    invoicing: Invoicing
    mailbox: str
    kept_days: int
    made: date

    def sum_of(self, number: int) -> int | None:
        """What a line came to in the end; None where AKE has left it out."""
        return {amount.number: amount.cents for amount in self.claim.amounts}.get(number)

    @property
    def over(self) -> Phrase:
        return _("Regional development task (AKE), {region}", region=self.region)

    @property
    def page(self) -> Phrase:
        return _("Page {page} of {pages}", page="{page}", pages="{pages}")


def reckoning(line: Line, cents: int | None) -> Phrase:
    """How a sum was come by; empty where there is nothing to reckon."""
    if cents is not None and cents != line.cents:
        return _("as AKE approved")
    if isinstance(line.item, Expense):
        return just("")
    if line.rate is None:
        fares = tuple(Euros(ticket.cents) for ticket in line.item.tickets)
        return just(fares if len(fares) > 1 else "")
    if line.is_below_cap:
        return _("{km} km, as the employer paid", km=line.item.distance)
    return kilometres(line.item, line.rate)


def kilometres(leg: Leg, rate: Rate) -> Phrase:
    """A rate is whole cents, as every decision on it has been."""
    car, passenger = Euros(int(rate.car)), Euros(int(rate.passenger))
    if not leg.passengers:
        return _("{km} km × {rate}", km=leg.distance, rate=car)
    return _(
        "{km} km × ({rate} + {count} × {passenger})",
        km=leg.distance,
        rate=car,
        count=len(leg.passengers),
        passenger=passenger,
    )
