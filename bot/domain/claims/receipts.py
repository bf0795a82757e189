"""Receipts of a claim: what is known of each, how many, how large, and how long they are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from .refusals import ReceiptAlreadyThere, ReceiptTooLarge, TooManyReceipts

ReceiptId = NewType("ReceiptId", str)
MOST_RECEIPTS = 10
MOST_BYTES = 10 * 1024 * 1024
RECEIPTS_KEPT_DAYS = 90
"""After the invoice has come (CL-3, docs/retention.md)."""
YEARS_OF_VOUCHERS = 6
"""Accounting Act 1336/1997, chapter 2, section 10 (KPL-2-10)."""


class ReceiptKind(StrEnum):
    """What a receipt may be; the value is its media type."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    HEIC = "image/heic"


@dataclass(frozen=True)
class Receipt:
    """A file's description. `digest` is the SHA-256 of its content, in hexadecimal."""

    id: ReceiptId
    file_name: str
    kind: ReceiptKind
    size: int
    digest: str


def with_receipt(there: tuple[Receipt, ...], new: Receipt) -> tuple[Receipt, ...]:
    """Raises a refusal for a file too large, one too many, or the same one again."""
    if new.size > MOST_BYTES:
        raise ReceiptTooLarge(new.size)
    if any(new.digest == receipt.digest for receipt in there):
        raise ReceiptAlreadyThere(new.file_name)
    if len(there) >= MOST_RECEIPTS:
        raise TooManyReceipts(MOST_RECEIPTS)
    return (*there, new)


def in_common(some: Iterable[Receipt], others: Iterable[Receipt]) -> tuple[Receipt, ...]:
    """The receipts whose very content is among the others too."""
    digests = {receipt.digest for receipt in others}
    return tuple(receipt for receipt in some if receipt.digest in digests)


def receipts_kept_until(invoiced: date, days: int) -> date:
    """The last day on which the bot holds its copies; the originals are with the employer."""
    return invoiced + timedelta(days=days)


def vouchers_kept_until(invoiced: date) -> date:
    """Six years from the end of the calendar year in which the financial year ended (KPL-2-10).

    A municipality's financial year is the calendar year.
    """
    return date(invoiced.year + YEARS_OF_VOUCHERS, 12, 31)
