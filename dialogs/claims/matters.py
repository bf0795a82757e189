"""A person's own claims that are under way."""

from collections.abc import Iterator

from bot.dialog import Button, _
from bot.domain.claims.claims import ClaimState
from bot.domain.claims.own_claims import Claims
from bot.domain.occasion import Occasion
from dialogs.matter import Matter

from .card import ClaimCard
from .wording import STATES


def claim_matters(occasion: Occasion) -> Iterator[Matter]:
    claims, card = Claims(occasion), ClaimCard(occasion)
    for claim in claims.mine():
        if claim.state is not ClaimState.INVOICED:
            title = card.title(claim, claims.errand(claim))
            show = Button(_("Show: {claim}", claim=title), "show_claim", {"claim": claim.id})
            yield Matter(title, STATES[claim.state], (show,))
