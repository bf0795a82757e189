"""Attach receipts to a claim, and take one away."""

from bot.dialog import (
    Attach,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Phrase,
    Rejected,
    _,
    as_is,
    n_,
)
from bot.domain.claims.receipt_files import ReceiptFiles
from bot.domain.claims.receipts import (
    MOST_RECEIPTS,
    RECEIPTS_KEPT_DAYS,
    YEARS_OF_VOUCHERS,
    Receipt,
    ReceiptId,
)
from bot.domain.claims.refusals import ClaimRefused

from .filled import Trips
from .options import ClaimChoices, OpenClaim
from .refused import refused


class AttachReceipts(Dialog, name="attach_receipts", home_first=True, confirm=False):
    trips: Trips
    files: ReceiptFiles
    among: ClaimChoices

    title = _("Attach receipts")
    wishes = ("receipts",)

    claim = OpenClaim()
    receipts = Attach(
        _("Send the receipts: PDF or pictures, at most 10 MB each."), most=MOST_RECEIPTS
    )

    @receipts.explain
    def keeping(self) -> Phrase:
        return kept_until()

    @receipts.check
    def are_receipts(self, files: tuple[str, ...]) -> None:
        self.found(files)

    def found(self, files: tuple[str, ...]) -> tuple[Receipt, ...]:
        try:
            return self.files.receipts(files)
        except KeyError:
            raise Rejected(_("I could not find that file. Please send it again.")) from None
        except ClaimRefused as refusal:
            raise Rejected(refused(refusal)) from None

    def submit(self) -> Message:
        claim = self.among.own_open(self.claim)
        try:
            changed = self.trips.claims.attach(claim, self.found(self.receipts))
        except ClaimRefused as refusal:
            raise Closed(self.trips.card.message(claim, refused(refusal))) from None
        return self.trips.card.message(changed)


def kept_until() -> Phrase:
    """How long what is kept, and by whom (KPL-2-10)."""
    return n_(
        "I delete my copies one day after the invoice has come. Your employer keeps the originals "
        "among its vouchers, at least {years} years from the end of the year (Accounting Act).",
        "I delete my copies {count} days after the invoice has come. Your employer keeps the "
        "originals among its vouchers, at least {years} years from the end of the year "
        "(Accounting Act).",
        RECEIPTS_KEPT_DAYS,
        years=YEARS_OF_VOUCHERS,
    )


class RemoveReceipt(Dialog, name="remove_receipt", confirm=False):
    trips: Trips
    among: ClaimChoices

    title = _("Remove a receipt")

    claim = OpenClaim()
    receipt = Choose[ReceiptId](_("Which receipt shall I remove?"))

    @receipt.options
    def attached(self) -> list[Option]:
        claim = self.among.own_open(self.claim)
        if not claim.receipts:
            raise Closed(self.trips.card.message(claim))
        return [Option(receipt.id, as_is(receipt.file_name)) for receipt in claim.receipts]

    def submit(self) -> Message:
        claim = self.among.own_open(self.claim)
        return self.trips.card.message(self.trips.claims.detach(claim, self.receipt))
