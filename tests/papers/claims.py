"""A claim with a line of every sort, and what its papers are made with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.domain.claims.claims import Claim
from bot.domain.claims.expenses import Expense, ExpenseKind
from bot.domain.claims.legs import Leg, Mode, Ticket
from bot.domain.claims.totals import totals
from bot.domain.claims.travellers import Traveller
from bot.domain.contacts import Invoicing
from bot.domain.names import Name
from bot.language.speak import Speech
from bot.papers.claim_words import ClaimFacts
from bot.papers.pdf import Facts, Paper, Part, Words
from tests.domain.claims.trips import (
    AINO,
    DAY,
    RAUMA,
    SALO,
    TURKU,
    claim_of,
    handed_in,
    rates,
    receipt,
    route,
    visit,
)

RAUMA_NAME = Name("Rauma", "Raumo", {"fi": {"locative": "Raumalla"}, "sv": {"locative": "i Raumo"}})
INVOICING = Invoicing(
    payer=Name("Turun kaupunki", "Åbo stad"),
    business_id="0204819-8",
    vat_number="FI02048198",
    operator="003703575029",
    operator_name="CGI",
    address="003702048198",
    address_suffix=None,
    reference=None,
    payment_days=30,
    rate_scheme="tax",
)
NEXT_DAY = date(2024, 4, 11)
ITEMS = (
    Leg(
        1,
        DAY,
        route(TURKU, RAUMA, TURKU),
        Mode.OWN_CAR,
        Decimal("142.0"),
        (Traveller("Eero Eskola"), Traveller("Minna Mäki-Åström")),
        leaves=time(7, 30),
        returns=time(17, 15),
    ),
    Expense(2, DAY, ExpenseKind.PARKING, 650),
    Leg(
        3, NEXT_DAY, route(TURKU, SALO), Mode.TRAIN, tickets=(Ticket(1290, "VR"), Ticket(890, "VR"))
    ),
    Leg(4, NEXT_DAY, route(SALO, TURKU), Mode.TAXI, tickets=(Ticket(5500),), reason="Juna peruttu"),
    Leg(5, NEXT_DAY, route(TURKU, RAUMA), Mode.OWN_CAR, Decimal("57.5"), paid=20_00),
    Leg(6, NEXT_DAY, route(RAUMA, TURKU), Mode.PASSENGER),
)
CLAIM = handed_in(
    claim_of(AINO, *ITEMS).worded("Lastenosastoon tutustuminen").with_receipt(receipt("taksi"))
)


def facts_of(claim: Claim = CLAIM) -> ClaimFacts:
    return ClaimFacts(
        claim=claim,
        reckoned=totals(claim, rates),
        errand=replace(visit(), place=RAUMA_NAME),
        employer=Name("Turku", "Åbo"),
        region=Name("Lounais-Suomi", "Sydvästra Finland"),
        invoicing=INVOICING,
        mailbox="ake@example.fi",
        kept_days=90,
        made=date(2024, 4, 20),
    )


def speech(language: str) -> Speech:
    return Speech(language, ZoneInfo("Europe/Helsinki"))


def words_of(paper: Paper) -> str:
    """All that a paper says, a line each."""
    parts = [*paper.lead, *(part for section in paper.sections for part in section.parts)]
    said = [paper.title, paper.over, paper.foot, *(one.heading for one in paper.sections)]
    return "\n".join([*said, *(line for part in parts for line in lines_of(part))])


def lines_of(part: Part) -> list[str]:
    if isinstance(part, Facts):
        return [f"{name}: {value}" for name, value in part.facts]
    if isinstance(part, Words):
        return [part.words]
    return [" | ".join(row) for row in (part.head, *part.rows, part.foot)]
