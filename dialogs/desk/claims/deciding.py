"""Approve a claim whole or in part, return it, or note that its invoice has come."""

from bot.dialog import (
    Amount,
    Choose,
    ChooseMany,
    Closed,
    Count,
    Dialog,
    Message,
    Option,
    Rejected,
    Text,
    _,
)
from bot.domain.claims.claims import Amount as Approved
from bot.domain.claims.claims import Claim, ClaimId
from bot.domain.claims.claims_desk import ClaimsDesk
from bot.domain.claims.refusals import ClaimRefused, OutOfTurn
from dialogs.claims.lines import line_name

from .card import DeskCard

WHICH = _("Which claim?")
SEEN = _("Which state of it did you see?")
READ = _("The traveller reads this.")
MOST_CHANGES = 100_000


class Revision(Count):
    """Goes along from the card that was looked at; it says nothing to a person."""

    told = False


class ApproveClaim(Dialog, name="approve_claim", confirm=False):
    desk: ClaimsDesk
    card: DeskCard

    title = _("Approve a claim")

    claim = Choose[ClaimId](WHICH)
    revision = Revision(SEEN, most=MOST_CHANGES)

    @claim.options
    def waiting(self) -> list[Option]:
        return self.card.waiting(self.given.get("claim", ""))

    @revision.presume
    def newest(self) -> str:
        return str(self.desk.find(self.claim).revision)

    def submit(self) -> Message:
        try:
            done = self.desk.approve(self.claim, self.revision)
        except ClaimRefused as refusal:
            raise Closed(self.card.late(self.claim, refusal)) from None
        return self.card.message(done, _("Approved. The traveller is told."))


class ApprovePart(Dialog, name="approve_part"):
    desk: ClaimsDesk
    card: DeskCard

    title = _("Approve a part")

    claim = Choose[ClaimId](WHICH)
    revision = Revision(SEEN, most=MOST_CHANGES)
    lines = ChooseMany[str](_("Which lines do you approve?"))
    less = Choose[str](
        _("Is one of them approved for less?"),
        default="",
        hint=_("Choose the line, or skip this."),
    )
    cents = Amount(_("How much is approved of it?"))
    word = Text(_("Why not all?"), hint=READ)

    @claim.options
    def waiting(self) -> list[Option]:
        return self.card.waiting(self.given.get("claim", ""))

    @revision.presume
    def newest(self) -> str:
        return str(self.desk.find(self.claim).revision)

    @lines.options
    def all_lines(self) -> list[Option]:
        return [Option(str(one.number), line_name(one)) for one in self.found.items]

    @less.options
    def approved_lines(self) -> list[Option]:
        return [option for option in self.all_lines() if option.value in self.lines]

    @cents.when
    def is_less(self) -> bool:
        return bool(self.less)

    @cents.check
    def not_more(self, cents: int) -> None:
        asked = {str(one.number): one.cents for one in self.found.asked}
        if cents > asked.get(self.less, 0):
            raise Rejected(_("No more can be approved than was asked for."))

    @property
    def found(self) -> Claim:
        return self.desk.find(self.claim)

    def submit(self) -> Message:
        try:
            done = self.desk.approve(self.claim, self.revision, self.amounts(), self.word)
        except ClaimRefused as refusal:
            raise Closed(self.card.late(self.claim, refusal)) from None
        return self.card.message(done, _("Approved in part. The traveller is told."))

    def amounts(self) -> tuple[Approved, ...]:
        return tuple(
            Approved(one.number, self.cents if str(one.number) == self.less else one.cents)
            for one in self.found.asked
            if str(one.number) in self.lines
        )


class ReturnClaim(Dialog, name="return_claim"):
    desk: ClaimsDesk
    card: DeskCard

    title = _("Return a claim")

    claim = Choose[ClaimId](WHICH)
    revision = Revision(SEEN, most=MOST_CHANGES)
    word = Text(_("What should the traveller look at?"), hint=READ)

    @claim.options
    def waiting(self) -> list[Option]:
        return self.card.waiting(self.given.get("claim", ""))

    @revision.presume
    def newest(self) -> str:
        return str(self.desk.find(self.claim).revision)

    def submit(self) -> Message:
        try:
            done = self.desk.send_back(self.claim, self.revision, self.word)
        except OutOfTurn as refusal:
            raise Closed(self.card.late(self.claim, refusal)) from None
        return self.card.message(done, _("Returned. The traveller is told."))


class MarkInvoiced(Dialog, name="mark_invoiced", confirm=False):
    desk: ClaimsDesk
    card: DeskCard

    title = _("The invoice has come")

    claim = Choose[ClaimId](WHICH)

    @claim.options
    def approved(self) -> list[Option]:
        return [Option(one.id, self.card.named(one)) for one in self.desk.to_invoice()]

    def submit(self) -> Message:
        done = self.desk.mark_invoiced(self.claim)
        return self.card.message(done, _("Noted: the invoice has come, and the claim is done."))
