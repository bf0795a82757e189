"""Files that people hand in, as receipts: what each really is, and who may have it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from bot.domain.files import KeptFile
from bot.domain.occasion import Occasion

from .claims import ClaimId
from .own_claims import Claims
from .receipts import MOST_BYTES, Receipt, ReceiptId, ReceiptKind
from .refusals import NotAReceipt, ReceiptTooLarge

SUFFIXES = {
    ReceiptKind.PDF: ".pdf",
    ReceiptKind.JPEG: ".jpg",
    ReceiptKind.PNG: ".png",
    ReceiptKind.HEIC: ".heic",
}


class ReceiptFiles:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.files = occasion.records.files

    def receipts(self, files: Iterable[str]) -> tuple[Receipt, ...]:
        """Of the one who acts. Raises KeyError, NotAReceipt, ReceiptTooLarge."""
        return tuple(receipt_of(self.own(file)) for file in files)

    def own(self, file: str) -> KeptFile:
        found = self.files.find(file)
        if found is None or found.person != self.occasion.who.id:
            raise KeyError(file)
        return found

    def content(self, claim: ClaimId, receipt: ReceiptId) -> tuple[bytes, str]:
        """With its media type. Raises KeyError, NotAllowed for who may not see the claim."""
        found = Claims(self.occasion).find(claim)
        kind = next((one.kind for one in found.receipts if one.id == receipt), None)
        if kind is None:
            raise KeyError(receipt)
        return self.files.content(receipt), kind.value


def receipt_of(file: KeptFile) -> Receipt:
    """Raises NotAReceipt for anything but a PDF, JPEG, PNG or HEIC."""
    kind = next((kind for kind in ReceiptKind if kind.value == file.media_type), None)
    if kind is None:
        raise NotAReceipt(shown_name(file.name))
    if file.size > MOST_BYTES:
        raise ReceiptTooLarge(file.size)
    return Receipt(ReceiptId(file.id), fitting_name(file.name, kind), kind, file.size, file.sha256)


def fitting_name(file_name: str, kind: ReceiptKind) -> str:
    """The name without its folders, ending as what it is: `lippu.exe` may be `lippu.pdf`."""
    stem = shown_name(PurePath(last(file_name)).stem)
    return (stem.removesuffix(SUFFIXES[kind])[:80] or "kuitti") + SUFFIXES[kind]


def shown_name(file_name: str) -> str:
    return "".join(letter for letter in last(file_name) if letter.isprintable()).strip()[:90]


def last(file_name: str) -> str:
    return PurePath(file_name.replace("\\", "/")).name
