"""The papers of claims as they are fetched: each for whom it concerns, and for nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.conversation.papers import Papers
from bot.domain.claims.claims import Claim, ClaimId
from bot.domain.claims.claims_desk import ClaimsDesk
from bot.domain.claims.own_claims import Claims
from bot.domain.claims.receipt_files import ReceiptFiles
from bot.domain.claims.receipts import RECEIPTS_KEPT_DAYS, ReceiptId
from bot.domain.occasion import Occasion
from bot.language.speak import Speech

if TYPE_CHECKING:
    from bot.papers.claim_words import ClaimFacts

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Facts = Mapping[str, str]
Made = tuple[bytes, str]
"""The content and its media type."""


def summary_paper(occasion: Occasion, facts: Facts) -> Made:
    """Raises KeyError, NotAllowed: the traveller's own, and a coordinator's."""
    from bot.papers.claim_summary import claim_summary  # noqa: PLC0415 (when it is drawn)

    about, language = facts_of(occasion, handed_in(occasion, facts)), str(occasion.language)
    return claim_summary(about, language, speech(occasion)), PDF


def specification_paper(occasion: Occasion, facts: Facts) -> Made:
    """Raises KeyError, NotAllowed: the traveller's own, and a coordinator's."""
    from bot.papers.claim_specification import claim_specification  # noqa: PLC0415 (when it is drawn)

    about, language = facts_of(occasion, handed_in(occasion, facts)), str(occasion.language)
    return claim_specification(about, language, speech(occasion)), PDF


def receipt_paper(occasion: Occasion, facts: Facts) -> Made:
    """Raises KeyError where it is gone, NotAllowed."""
    claim, receipt = ClaimId(facts["claim"]), ReceiptId(facts["receipt"])
    return ReceiptFiles(occasion).content(claim, receipt)


def sheet_paper(occasion: Occasion, facts: Facts) -> Made:
    """Raises NotAllowed for all but coordinators, KeyError for no year."""
    from bot.papers.claim_sheet import claim_sheet  # noqa: PLC0415 (when it is drawn)

    if not facts["year"].isdecimal():
        raise KeyError("year")
    claims = ClaimsDesk(occasion).handed_in(int(facts["year"]))
    towns = {code: town.name for code, town in occasion.region.municipalities.items()}
    return claim_sheet(claims, towns, occasion.today, speech(occasion)), XLSX


def handed_in(occasion: Occasion, facts: Facts) -> Claim:
    claim = Claims(occasion).find(ClaimId(facts["claim"]))
    if not claim.number:
        raise KeyError(claim.id)
    return claim


def facts_of(occasion: Occasion, claim: Claim) -> ClaimFacts:
    from bot.papers.claim_words import ClaimFacts  # noqa: PLC0415 (when it is drawn)

    claims, region = Claims(occasion), occasion.region
    return ClaimFacts(
        claim=claim,
        reckoned=claims.reckoned(claim),
        errand=claims.errand(claim),
        employer=region.municipality(claim.employer).name,
        region=region.name,
        invoicing=region.invoicing,
        mailbox=region.contact("ake").mailbox or "",
        kept_days=RECEIPTS_KEPT_DAYS,
        made=occasion.today,
    )


def speech(occasion: Occasion) -> Speech:
    return Speech(occasion.language, occasion.region.zone)


MAKERS: Papers = {
    "claim_summary": summary_paper,
    "claim_specification": specification_paper,
    "claim_receipt": receipt_paper,
    "claim_sheet": sheet_paper,
}
"""By the kind of paper that a message names."""
