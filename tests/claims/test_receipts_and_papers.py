"""Receipts are handed in, looked at and deleted in their time; papers go to whom they concern."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.app import House
from bot.conversation.turns import Attached
from bot.domain.claims.own_claims import Claims
from bot.domain.people import NotAllowed
from bot.outbox.housekeeping import Housekeeping
from bot.paperwork import PAPERS
from tests.chat import Chat
from tests.domain.claims.trips import drive
from tests.houses import Meet
from tests.visits.acting import TURKU, acting, settle

from .test_receipt_files import HEIC, PDF, PNG
from .travelling import DAY, DECLARED, approved, begun, handed_in, meeting


@pytest.fixture
def aino(meet: Meet, sqlite_house: House) -> Chat:
    for name in ("aino", "eero"):
        settle(sqlite_house, name, TURKU)
    return meet("aino")


def uploaded(house: House, name: str, file: str, content: bytes) -> str:
    """As a door keeps a file before the turn that tells of it."""
    with acting(house, name) as occasion:
        return occasion.records.files.add(occasion.who.id, file, content, occasion.now)


def fetched(house: House, name: str, kind: str, facts: Mapping[str, str]) -> bytes:
    with acting(house, name) as occasion:
        return PAPERS[kind](occasion, facts)[0]


def test_receipts_are_attached_and_removed(aino: Chat, sqlite_house: House) -> None:
    """By the button or by just sending them; the same one twice is noticed."""
    claim = begun(sqlite_house, "aino", meeting(sqlite_house), drive("10", day=DAY))
    ticket = uploaded(sqlite_house, "aino", "lippu.pdf", PDF)
    aino.opens("attach_receipts", claim=claim.id)
    assert "90 päivän kuluttua" in aino.hears()
    assert "vähintään 6 vuotta" in aino.hears()
    assert "Yksi kuitti: lippu.pdf" in aino.gives(receipts=ticket)
    photo = uploaded(sqlite_house, "aino", "IMG_1.HEIC", HEIC)
    assert "2 kuittia: lippu.pdf ja IMG_1.heic" in aino.puts(Attached((photo,)))
    again = uploaded(sqlite_house, "aino", "sama.pdf", PDF)
    assert "sama.pdf on jo liitetty." in aino.puts(Attached((again,)))
    aino.opens("remove_receipt", claim=claim.id)
    assert "Yksi kuitti: IMG_1.heic" in aino.picks("lippu.pdf")


def test_what_is_no_receipt_is_refused(aino: Chat, sqlite_house: House) -> None:
    """A program by the name of a receipt, another's file, and too large a one."""
    claim = begun(sqlite_house, "aino", meeting(sqlite_house), drive("10", day=DAY))
    program = uploaded(sqlite_house, "aino", "kuitti.pdf", b"MZ" + bytes(90))
    large = uploaded(sqlite_house, "aino", "iso.pdf", PDF + bytes(10 * 1024 * 1024))
    others = uploaded(sqlite_house, "eero", "lippu.pdf", PDF)
    aino.opens("attach_receipts", claim=claim.id)
    assert "ei ole PDF eikä kuva" in aino.gives(receipts=program)
    assert "enintään 10 Mt" in aino.gives(receipts=large)
    assert "En löytänyt" in aino.gives(receipts=others)
    assert aino.asked() == ["receipts"]


def test_a_claim_takes_ten(aino: Chat, sqlite_house: House) -> None:
    """The eleventh is refused, and the ten stay."""
    claim = begun(sqlite_house, "aino", meeting(sqlite_house), drive("10", day=DAY))
    files = [uploaded(sqlite_house, "aino", f"{n}.png", PNG + bytes([n])) for n in range(11)]
    aino.opens("attach_receipts", claim=claim.id)
    aino.gives(receipts=",".join(files[:10]))
    assert "enintään 10 kuittia" in aino.puts(Attached((files[10],)))


def test_papers_go_to_whom_they_concern(aino: Chat, sqlite_house: House) -> None:
    """The traveller and the coordinator; nobody else, and no papers of a draft."""
    ticket = uploaded(sqlite_house, "aino", "lippu.pdf", PDF)
    draft = begun(sqlite_house, "aino", meeting(sqlite_house), drive("10", day=DAY))
    facts = {"claim": draft.id, "receipt": ticket}
    aino.opens("attach_receipts", claim=draft.id, receipts=ticket)
    with pytest.raises(KeyError):
        fetched(sqlite_house, "aino", "claim_summary", facts)
    with acting(sqlite_house, "aino") as occasion:
        claims = Claims(occasion)
        claims.submit(claims.own(draft.id), DECLARED)
    for kind in ("claim_summary", "claim_specification", "claim_receipt"):
        for name in ("aino", "carita"):
            assert fetched(sqlite_house, name, kind, facts).startswith(b"%PDF")
        with pytest.raises(NotAllowed):
            fetched(sqlite_house, "eero", kind, facts)


def test_the_table_for_bookkeeping_is_the_coordinators(aino: Chat, sqlite_house: House) -> None:
    """The claims of a year as a workbook, without names."""
    handed_in(sqlite_house, "aino", meeting(sqlite_house), drive("10", day=DAY))
    assert fetched(sqlite_house, "carita", "claim_sheet", {"year": "2026"}).startswith(b"PK")
    with pytest.raises(NotAllowed):
        fetched(sqlite_house, aino.name, "claim_sheet", {"year": "2026"})


def test_receipts_are_deleted_in_their_time(aino: Chat, sqlite_house: House, meet: Meet) -> None:
    """Ninety days after the invoice, and not one that another claim still needs."""
    files = [uploaded(sqlite_house, "aino", f"{n}.pdf", PDF + bytes([n])) for n in range(2)]
    trip = meeting(sqlite_house)
    done = begun(sqlite_house, "aino", trip, drive("10", day=DAY))
    aino.opens("attach_receipts", claim=done.id, receipts=",".join(files))
    other = begun(sqlite_house, "aino", trip, drive("20", day=DAY))
    aino.opens("attach_receipts", claim=other.id, receipts=files[1])
    with acting(sqlite_house, "aino") as occasion:
        claims = Claims(occasion)
        handed = claims.submit(claims.own(done.id), DECLARED)
    approved(sqlite_house, handed)
    meet("carita").opens("mark_invoiced", claim=done.id)
    keeping = Housekeeping(sqlite_house.ledger, sqlite_house.clock, sqlite_house.workers)
    sqlite_house.clock.moves(days=90)  # type: ignore[attr-defined]
    assert keeping.tidy()["receipts"] == 0
    sqlite_house.clock.moves(days=1)  # type: ignore[attr-defined]
    assert keeping.tidy()["receipts"] == 1
    with pytest.raises(KeyError):
        fetched(sqlite_house, "carita", "claim_receipt", {"claim": done.id, "receipt": files[0]})
    kept = {"claim": other.id, "receipt": files[1]}
    assert fetched(sqlite_house, "aino", "claim_receipt", kept)


def test_ones_own_claims_are_among_my_matters(aino: Chat, sqlite_house: House) -> None:
    """With how each stands; another's are not."""
    handed_in(sqlite_house, "eero", meeting(sqlite_house), drive("10", day=DAY))
    assert "Työryhmä" not in aino.opens("matters")
    handed_in(sqlite_house, "aino", meeting(sqlite_house), drive("10", day=DAY))
    assert "Odottaa AKEa" in aino.opens("matters")
