"""A receipt is what its content says it is."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.claims.receipt_files import SUFFIXES, receipt_of
from bot.domain.claims.receipts import Receipt, ReceiptKind
from bot.domain.claims.refusals import NotAReceipt
from bot.domain.files import FileId, KeptFile
from bot.domain.ids import PersonId
from bot.store.files import media_type

KINDS = {kind.value: kind for kind in ReceiptKind}
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(20)
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(20)
NEW_HEIC = b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic" + bytes(20)


def given_in(name: str, content: bytes) -> Receipt:
    """A file as the house keeps it, taken for a receipt."""
    digest = sha256(content).hexdigest()
    kept = KeptFile(FileId("f"), PersonId("aino"), name, media_type(content), digest, len(content))
    return receipt_of(kept)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, ReceiptKind.PDF),
        (JPEG, ReceiptKind.JPEG),
        (PNG, ReceiptKind.PNG),
        (HEIC, ReceiptKind.HEIC),
        (NEW_HEIC, ReceiptKind.HEIC),
    ],
)
def test_the_four_kinds(content: bytes, kind: ReceiptKind) -> None:
    """Ticket PDFs, scans and what a telephone takes are told apart, whatever they are called."""
    found = given_in("lippu.exe", content)
    assert (found.kind, found.size, found.digest) == (
        kind,
        len(content),
        sha256(content).hexdigest(),
    )
    assert found.file_name == "lippu" + SUFFIXES[kind]


@pytest.mark.parametrize(
    "content",
    [b"", b"%", b"Hei!", b"MZ" + bytes(60), b"PK\x03\x04" + bytes(30), b"<html></html>", b"GIF89a"],
)
def test_anything_else(content: bytes) -> None:
    """A program, an archive, a page or a picture of another kind is refused, PDF by name or not."""
    with pytest.raises(NotAReceipt):
        given_in("kuitti.pdf", content)


@given(st.binary(max_size=300))
def test_no_content_stops_the_bot(content: bytes) -> None:
    """Random content is a receipt or a refusal."""
    kind = KINDS.get(media_type(content))
    if kind is None:
        with pytest.raises(NotAReceipt):
            given_in("a", content)
    else:
        assert given_in("a", content).file_name == "a" + SUFFIXES[kind]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Kuvat\\VR 10.4.2024.PDF", "VR 10.4.2024.pdf"),
        ("lippu.pdf", "lippu.pdf"),
        ("", "kuitti.pdf"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("x" * 300, "x" * 80 + ".pdf"),
    ],
)
def test_names(given: str, kept: str) -> None:
    """A name is kept without folders and control characters, and no longer than it helps."""
    assert given_in(given, PDF).file_name == kept
