"""What a receipt really is, whatever it is called: told from its content."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePath

import filetype

from bot.domain.claims.receipts import Receipt, ReceiptId, ReceiptKind
from bot.domain.claims.refusals import NotAReceipt

SUFFIXES = {
    ReceiptKind.PDF: ".pdf",
    ReceiptKind.JPEG: ".jpg",
    ReceiptKind.PNG: ".png",
    ReceiptKind.HEIC: ".heic",
}


def receipt_of(key: ReceiptId, file_name: str, content: bytes) -> Receipt:
    """Raises NotAReceipt for anything but a PDF, JPEG, PNG or HEIC."""
    kind = kind_of(content)
    if kind is None:
        raise NotAReceipt(file_name)
    digest = sha256(content).hexdigest()
    return Receipt(key, fitting_name(file_name, kind), kind, len(content), digest)


def kind_of(content: bytes) -> ReceiptKind | None:
    found: str | None = filetype.guess_mime(content)
    return next((kind for kind in ReceiptKind if kind.value == found), None)


def fitting_name(file_name: str, kind: ReceiptKind) -> str:
    """The name without its folders, ending as what it is: `lippu.exe` may be `lippu.pdf`."""
    last = PurePath(file_name.replace("\\", "/")).stem
    stem = "".join(letter for letter in last if letter.isprintable()).strip()
    return (stem.removesuffix(SUFFIXES[kind])[:80] or "kuitti") + SUFFIXES[kind]
