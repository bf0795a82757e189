"""The claims of a year as a workbook for the bookkeeping: no names, one row a claim (D-34)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from bot.dialog import Phrase, _, just
from bot.domain.claims.claims import Claim
from bot.domain.claims.cover import Cost, cost_of
from bot.domain.ids import MunicipalityCode
from bot.domain.names import Name
from dialogs.claims.wording import STATES

from .claim_summary import Say
from .claim_words import KINDS
from .sheet import Cell, CellKind, Column, Sheet, workbook

GROUPS: tuple[tuple[Phrase, tuple[Cost, ...]], ...] = (
    (_("Own car, €"), (Cost.OWN_CAR,)),
    (_("Tickets and taxi, €"), (Cost.TICKET, Cost.TAXI)),
    (_("Parking and ferries, €"), (Cost.PARKING, Cost.ROAD_FERRY)),
    (_("Lodging and substitutes, €"), (Cost.LODGING, Cost.SUBSTITUTE)),
)


def claim_sheet(
    claims: Iterable[Claim], employers: Mapping[MunicipalityCode, Name], made: date, say: Say
) -> bytes:
    """Claims that have been handed in, in the order of their numbers."""
    handed_in = sorted((claim for claim in claims if claim.number), key=lambda claim: claim.number)
    rows = tuple(row(claim, employers, say) for claim in handed_in)
    sheet = Sheet(say(_("Travel claims")), columns(say), rows, say(_("In all")))
    return workbook(say(_("Travel claims")), made, (sheet,))


def columns(say: Say) -> tuple[Column, ...]:
    day, euros = CellKind.DAY, CellKind.EUROS
    return (
        Column(say(_("Travel claim")), width=16),
        Column(say(_("State")), width=17),
        Column(say(_("Employer")), width=18),
        Column(say(_("Reason for the trip")), width=26),
        Column(say(_("First day")), day, 12),
        Column(say(_("Last day")), day, 12),
        Column(say(_("Travellers")), CellKind.COUNT, 12),
        Column(say(_("Kilometres")), CellKind.KILOMETRES, 12, summed=True),
        *(Column(say(name), euros, 13, summed=True) for name, _costs in GROUPS),
        Column(say(_("Asked for, €")), euros, 13, summed=True),
        Column(say(_("Approved, €")), euros, 13, summed=True),
        Column(say(_("Handed in")), day, 12),
        Column(say(_("Decided")), day, 12),
        Column(say(_("Invoiced on")), day, 12),
    )


def row(claim: Claim, employers: Mapping[MunicipalityCode, Name], say: Say) -> tuple[Cell, ...]:
    """Kilometres and kinds of cost as they were approved, or as they are asked for."""
    paid = {amount.number: amount.cents for amount in claim.amounts}
    kilometres = sum((leg.distance for leg in claim.legs if leg.number in paid), Decimal(0))
    return (
        claim.number,
        say(STATES[claim.state]),
        say(just(employers[claim.employer])),
        say(KINDS[claim.kind]),
        claim.days[0] if claim.days else None,
        claim.days[-1] if claim.days else None,
        len(claim.people),
        kilometres,
        *(of_costs(claim, paid, costs) for _name, costs in GROUPS),
        sum(amount.cents for amount in claim.asked),
        claim.cents if claim.is_decided else None,
        claim.submitted,
        claim.decided,
        claim.invoiced,
    )


def of_costs(claim: Claim, paid: Mapping[int, int], costs: tuple[Cost, ...]) -> int:
    return sum(paid.get(item.number, 0) for item in claim.items if cost_of(item) in costs)
