"""The claims that wait for AKE, one of them on a card, and the news of a new one."""

from bot.dialog import (
    Button,
    Choose,
    Dialog,
    Euros,
    Message,
    Option,
    Phrase,
    Row,
    Table,
    _,
    just,
    say,
)
from bot.domain.claims.claims import Claim, ClaimId
from bot.domain.claims.claims_desk import ClaimsDesk

from .card import DeskCard

MORE = (
    Button(_("Travel money of the year"), "travel_budget"),
    Button(_("What is missing"), "claim_gaps"),
    Button(_("Meetings and rotations"), "errands"),
    Button(_("Members of groups"), "members"),
    Button(_("Claims as a table (XLSX)"), "claim_export"),
)
SHOWN = 20
"""Rows that can be read through."""


class ClaimQueue(Dialog, name="claim_queue", confirm=False):
    desk: ClaimsDesk
    card: DeskCard

    title = _("Travel claims waiting")
    desk_wishes = ("claim_queue",)

    def submit(self) -> Message:
        waiting, approved = self.desk.waiting(), self.desk.to_invoice()
        tables = tuple(
            self.table(caption, claims)
            for caption, claims in (
                (_("To be decided"), waiting),
                (_("Approved, the invoice to come"), approved),
            )
            if claims
        )
        none = () if waiting else (_("No travel claim is waiting for a decision."),)
        return say(*none, tables=tables, buttons=MORE)

    def table(self, caption: Phrase, claims: tuple[Claim, ...]) -> Table:
        head = (_("Claim"), _("Traveller"), _("Trip"), _("Sum"), _("To look at"))
        return Table(caption, head, tuple(map(self.row, claims[:SHOWN])))

    def row(self, claim: Claim) -> Row:
        look = Button(
            _("Look at {number}", number=claim.number), "look_at_claim", {"claim": claim.id}
        )
        return Row(
            (
                just(claim.number),
                just(claim.traveller.name),
                self.card.title(claim),
                just(Euros(claim.cents)),
                just(len(self.desk.flags(claim))),
            ),
            (look,),
        )


class LookAtClaim(Dialog, name="look_at_claim", confirm=False):
    desk: ClaimsDesk
    card: DeskCard

    title = _("A travel claim")

    claim = Choose[ClaimId](_("Which claim?"), search=True)

    @claim.options
    def handed_in(self) -> list[Option]:
        return [Option(one.id, self.card.named(one)) for one in self.desk.all_handed_in()]

    def submit(self) -> Message:
        return self.card.message(self.desk.find(self.claim))


class ClaimCame(Dialog, name="claim_came", confirm=False):
    """Said to coordinators of a claim that still waits."""

    desk: ClaimsDesk
    card: DeskCard

    title = _("A new travel claim")

    claim = Choose[ClaimId](_("Which claim?"))

    @claim.options
    def waiting(self) -> list[Option]:
        return [Option(one.id, self.card.named(one)) for one in self.desk.waiting()]

    def submit(self) -> Message:
        return self.card.message(self.desk.find(self.claim), _("A travel claim has come to AKE."))
