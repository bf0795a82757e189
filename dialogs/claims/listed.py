"""One's own claims, and one of them with all that is in it."""

from bot.dialog import Button, Choose, Dialog, Euros, Message, Option, Row, Table, _, just, say
from bot.domain.claims.claims import Claim, ClaimId
from bot.domain.claims.own_claims import Claims

from .card import ClaimCard
from .options import ClaimChoices
from .wording import STATES


class ShowClaims(Dialog, name="claims", confirm=False):
    claims: Claims
    card: ClaimCard

    title = _("My travel claims")
    wishes = ("claims",)

    def submit(self) -> Message:
        mine, new = self.claims.mine(), Button(_("New travel claim"), "claim")
        if not mine:
            return say(_("You have no travel claims."), buttons=(new,))
        head = (_("Trip"), _("State"), _("Sum"))
        rows = tuple(self.row(claim) for claim in mine)
        return say(tables=(Table(_("My travel claims"), head, rows),), buttons=(new,))

    def row(self, claim: Claim) -> Row:
        title = self.card.title(claim, self.claims.errand(claim))
        show = Button(_("Show: {claim}", claim=title), "show_claim", {"claim": claim.id})
        return Row((title, STATES[claim.state], just(Euros(self.sum_of(claim)))), (show,))

    def sum_of(self, claim: Claim) -> int:
        if not claim.is_open:
            return claim.cents
        return sum(line.cents or 0 for line in self.claims.reckoned(claim).lines)


class ShowClaim(Dialog, name="show_claim", confirm=False):
    claims: Claims
    card: ClaimCard
    among: ClaimChoices

    title = _("A travel claim")

    claim = Choose[ClaimId](_("Which claim?"))

    @claim.options
    def mine(self) -> list[Option]:
        return self.among.listed(self.claims.mine())

    def submit(self) -> Message:
        return self.card.message(self.claims.own(self.claim))
