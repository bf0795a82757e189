"""Submit a claim, or discard a draft."""

from bot.dialog import Choose, Closed, Dialog, Euros, Message, Option, YesNo, _, say
from bot.domain.claims.claims import ClaimId, ClaimState, Declaration
from bot.domain.claims.refusals import ClaimRefused, NotDeclared

from .card import papers
from .filled import Trips
from .options import ClaimChoices, OpenClaim
from .refused import refused


class SubmitClaim(Dialog, name="submit_claim", confirm=False):
    trips: Trips
    among: ClaimChoices

    title = _("Submit the claim")

    claim = OpenClaim(_("Which claim shall I submit?"))
    declared = YesNo(
        _("Has your superior approved the trip, and is it true that nobody else pays for it?")
    )

    def submit(self) -> Message:
        claim, claims = self.among.own_open(self.claim), self.trips.claims
        told = claim.declaration.approved_by if claim.declaration else claims.told_before()
        try:
            if not self.declared:
                raise NotDeclared
            declaration = Declaration(approved=True, no_other_payer=True, approved_by=told)
            done = claims.submit(claim, declaration)
        except ClaimRefused as refusal:
            raise Closed(self.trips.card.message(claim, refused(refusal))) from None
        return say(
            _(
                "Thank you! AKE now has claim {number}, {sum}.",
                number=done.number,
                sum=Euros(done.cents),
            ),
            _(
                "Your own municipality pays you for the trip by its own practice, and then "
                "invoices AKE. Nobody gets money from AKE in person."
            ),
            _(
                "Give the invoice summary to those who send your municipality’s invoices. "
                "The specification has names in it and is only for AKE, which has it already."
            ),
            documents=papers(done),
        )


class DiscardClaim(Dialog, name="discard_claim", confirm=False):
    trips: Trips
    among: ClaimChoices

    title = _("Discard the claim")

    claim = Choose[ClaimId](_("Which claim shall I discard?"))
    sure = YesNo(_("Shall I discard the draft? It cannot be brought back."))

    @claim.options
    def drafts(self) -> list[Option]:
        drafts = [one for one in self.trips.claims.open() if one.state is ClaimState.DRAFT]
        if not drafts:
            raise Closed(say(_("You have no draft to discard.")))
        return self.among.listed(drafts)

    def submit(self) -> Message:
        claim = self.among.own_open(self.claim)
        if not self.sure:
            return self.trips.card.message(claim)
        self.trips.claims.discard(claim)
        return say(_("The draft is gone."))
