"""A trip and its claim, made in a line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.domain.claims.claims import Claim, ClaimId, Declaration, Item
from bot.domain.claims.errands import Errand, ErrandId, ErrandKind
from bot.domain.claims.legs import Leg, Mode, Stop, Ticket
from bot.domain.claims.progress import submit
from bot.domain.claims.receipts import Receipt, ReceiptId, ReceiptKind
from bot.domain.claims.totals import totals
from bot.domain.claims.travellers import Traveller
from bot.domain.ids import MunicipalityCode, PersonId
from bot.domain.names import Name
from tests.regions.folders import lounais_suomi

TURKU, RAUMA, PORI, SALO = map(MunicipalityCode, ("853", "684", "609", "734"))
TOWNS = {TURKU: "Turku", RAUMA: "Rauma", PORI: "Pori", SALO: "Salo"}
AINO = Traveller("Aino Aalto", PersonId("aino"))
EERO = Traveller("Eero Eskola", PersonId("eero"))
MINNA = Traveller("Minna Mäki", PersonId("minna"))
DAY = date(2024, 4, 10)


rates = lounais_suomi().rate
"""The maxima of 2024 to 2026 as the region has them (TRAVEL-1); no other year is known."""


def route(*towns: MunicipalityCode) -> tuple[Stop, ...]:
    return tuple(Stop(TOWNS[town], town) for town in towns)


def drive(
    km: str,
    *passengers: Traveller,
    number: int = 1,
    day: date = DAY,
    stops: tuple[Stop, ...] = route(TURKU, RAUMA, TURKU),
    paid: int | None = None,
) -> Leg:
    return Leg(number, day, stops, Mode.OWN_CAR, Decimal(km), passengers, paid=paid)


def ride(mode: Mode, *cents: int, number: int = 1, day: date = DAY, reason: str = "") -> Leg:
    tickets = tuple(Ticket(one) for one in cents)
    return Leg(number, day, route(TURKU, RAUMA, TURKU), mode, tickets=tickets, reason=reason)


def claim_of(
    who: Traveller,
    *items: Item,
    kind: ErrandKind = ErrandKind.PARTNER_VISIT,
    key: str = "",
    errand: str = "visit",
) -> Claim:
    claim = Claim(ClaimId(key or who.name), kind, who, TURKU, ErrandId(errand))
    for item in items:
        claim = claim.with_item(item)
    return claim.declared(
        Declaration(approved=True, no_other_payer=True, approved_by="Kaisa Koski")
    )


def handed_in(
    claim: Claim, today: date = date(2024, 4, 20), number: str = "AKE-2024-0001"
) -> Claim:
    return submit(claim, totals(claim, rates), number=number, today=today)


def visit(
    kind: ErrandKind = ErrandKind.PARTNER_VISIT,
    day: date = DAY,
    notified: date | None = date(2024, 4, 1),
) -> Errand:
    place = Name("Rauma", "Raumo")
    return Errand(ErrandId("visit"), kind, place, RAUMA, day, day, notified)


def receipt(key: str, size: int = 1000, digest: str = "") -> Receipt:
    return Receipt(ReceiptId(key), f"{key}.pdf", ReceiptKind.PDF, size, digest or key)
