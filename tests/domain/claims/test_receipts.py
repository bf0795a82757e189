"""Receipts: ten a claim, ten megabytes each, none of them twice, and none kept for ever."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.claims.receipts import (
    MOST_BYTES,
    ReceiptId,
    receipts_kept_until,
    vouchers_kept_until,
)
from bot.domain.claims.refusals import ReceiptAlreadyThere, ReceiptTooLarge, TooManyReceipts

from .trips import AINO, claim_of, receipt


def test_ten_receipts() -> None:
    """The tenth goes in and the eleventh is refused; taking one away makes room."""
    claim = claim_of(AINO)
    for n in range(10):
        claim = claim.with_receipt(receipt(str(n)))
    with pytest.raises(TooManyReceipts):
        claim.with_receipt(receipt("10"))
    assert len(claim.without_receipt(ReceiptId("3")).with_receipt(receipt("10")).receipts) == 10


def test_size() -> None:
    """Ten megabytes go in, a byte more does not."""
    claim = claim_of(AINO).with_receipt(receipt("a", MOST_BYTES))
    with pytest.raises(ReceiptTooLarge):
        claim.with_receipt(receipt("b", MOST_BYTES + 1))


def test_the_same_again() -> None:
    """The same content is refused under whatever name, even when the claim is full."""
    claim = claim_of(AINO)
    for n in range(10):
        claim = claim.with_receipt(receipt(str(n)))
    with pytest.raises(ReceiptAlreadyThere):
        claim.with_receipt(receipt("copy", digest="4"))


def test_how_long_things_are_kept() -> None:
    """Copies go when the region says; vouchers stay six years from the end of the year."""
    assert receipts_kept_until(date(2024, 12, 20), 90) == date(2025, 3, 20)
    assert vouchers_kept_until(date(2024, 1, 2)) == date(2030, 12, 31)
    assert vouchers_kept_until(date(2024, 12, 31)) == date(2030, 12, 31)
