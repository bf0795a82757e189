"""What a traveller is told of their claim when the time comes."""

from bot.dialog import Choose, Closed, Day, Dialog, Message, Option, Phrase, _, say
from bot.domain.claims.claims import Claim, ClaimId, ClaimState
from bot.domain.claims.own_claims import Claims
from bot.domain.reminder_wishes import ReminderWishes

from .card import ClaimCard
from .options import ClaimChoices


class ClaimReturned(Dialog, name="claim_returned", confirm=False):
    claims: Claims
    card: ClaimCard
    among: ClaimChoices

    title = _("A claim came back")

    claim = Choose[ClaimId](_("Which claim?"))

    @claim.options
    def returned(self) -> list[Option]:
        return self.among.listed(in_state(self.claims, ClaimState.RETURNED))

    def submit(self) -> Message:
        return self.card.message(self.claims.own(self.claim))


class ClaimApproved(Dialog, name="claim_approved", confirm=False):
    claims: Claims
    card: ClaimCard
    among: ClaimChoices

    title = _("A claim was approved")

    claim = Choose[ClaimId](_("Which claim?"))

    @claim.options
    def decided(self) -> list[Option]:
        return self.among.listed(in_state(self.claims, ClaimState.APPROVED, ClaimState.INVOICED))

    def submit(self) -> Message:
        return self.card.message(self.claims.own(self.claim), *self.less())

    def less(self) -> tuple[Phrase, ...]:
        claim = self.claims.own(self.claim)
        if claim.cents == sum(amount.cents for amount in claim.asked):
            return ()
        return (_("AKE approved a part of the claim. The papers have been written anew."),)


class ClaimWaits(Dialog, name="claim_waits", confirm=False):
    """Said of a draft that nobody has touched since the day it was planned on (RE-6)."""

    claims: Claims
    card: ClaimCard
    among: ClaimChoices
    reminders: ReminderWishes

    title = _("A claim is waiting")

    touched = Day(_("When was it touched?"))
    claim = Choose[ClaimId](_("Which claim?"))

    @claim.options
    def untouched(self) -> list[Option]:
        return self.among.listed(one for one in self.claims.open() if one.touched == self.touched)

    def submit(self) -> Message:
        if not self.reminders.wants("claim"):
            raise Closed(say())
        claim = self.claims.own(self.claim)
        told = _("You began this claim, and it has not been submitted yet.")
        return self.card.message(claim, told)


def in_state(claims: Claims, *states: ClaimState) -> list[Claim]:
    return [one for one in claims.mine() if one.state in states]
