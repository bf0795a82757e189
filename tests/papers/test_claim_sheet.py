"""The bookkeeping gets every claim once, with sums that add up, and no names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.claims.claims import Amount
from bot.domain.claims.progress import approve, mark_invoiced
from bot.domain.names import Name
from bot.papers.claim_sheet import claim_sheet
from tests.domain.claims.trips import AINO, TURKU, claim_of, drive

from .claims import CLAIM, speech
from .test_sheet import cells

EMPLOYERS = {TURKU: Name("Turku", "Åbo")}
MADE = date(2024, 5, 2)
PART = replace(
    approve(CLAIM, today=MADE, amounts=(Amount(1, 90_00), Amount(2, 6_50))), number="AKE-2024-0002"
)
WHOLE = replace(mark_invoiced(approve(CLAIM, today=MADE), today=MADE), number="AKE-2024-0003")


def test_a_row_for_each_claim() -> None:
    """In the order of their numbers; a draft is not there."""
    found = cells(
        claim_sheet([WHOLE, claim_of(AINO, drive("1")), PART, CLAIM], EMPLOYERS, MADE, speech("fi"))
    )
    assert [found[f"A{y}"][2] for y in range(1, 6)] == [
        "Matkalasku",
        "AKE-2024-0001",
        "AKE-2024-0002",
        "AKE-2024-0003",
        "Yhteensä",
    ]
    assert [found[f"B{y}"][2] for y in (2, 3, 4)] == ["Odottaa AKEa", "Hyväksytty", "Laskutettu"]


def test_what_was_approved() -> None:
    """Kilometres and kinds of cost are of the lines approved; a sum not decided yet is empty."""
    found = cells(claim_sheet([CLAIM, PART], EMPLOYERS, MADE, speech("sv")))
    assert [found[f"{x}2"][2] for x in "HIJKLMN"] == [
        "199.5", "112.3", "76.8", "6.5", "0", "195.6", "",
    ]  # fmt: skip
    assert [found[f"{x}3"][2] for x in "HIJKLMN"] == [
        "142", "90", "0", "6.5", "0", "195.6", "96.5",
    ]  # fmt: skip
    assert found["N4"][2] == "96.5"


def test_no_names() -> None:
    """Nobody is named in the bookkeeping's export."""
    found = cells(claim_sheet([CLAIM], EMPLOYERS, MADE, speech("fi")))
    said = " ".join(text for _kind, _formula, text in found.values())
    assert not any(name in said for name in ("Aino", "Eero", "Minna", "Kaisa"))
    assert "Turku" in said
