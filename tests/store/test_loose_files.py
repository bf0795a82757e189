"""Files that belong to nothing are forgotten, and no others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app import House
from bot.domain.files import FileId
from bot.outbox.housekeeping import Housekeeping
from tests.chat import Chat, StillClock
from tests.claims.test_receipt_files import PDF
from tests.claims.travelling import DAY, begun, meeting
from tests.domain.claims.trips import drive
from tests.partners.acts import reported, worker
from tests.visits.acting import acting, known

pytestmark = pytest.mark.contract


def handed_in(house: House, name: str, file: str) -> FileId:
    with acting(house, name) as occasion:
        content = PDF + file.encode()
        return occasion.records.files.add(occasion.who.id, file, content, occasion.now)


def forgotten(house: House, later: timedelta) -> int:
    with house.ledger.unit() as unit:
        found = unit.forgetting.loose_files(house.clock.now() + later - timedelta(days=30))
        unit.commit()
        return found


def test_what_belongs_to_something_is_kept(both_houses: House) -> None:
    """A receipt, a picture of a report and what a draft names stay; the fourth file goes."""
    name = worker(both_houses, "480")
    receipt, picture, named, loose = (handed_in(both_houses, name, each) for each in "abcd")
    claim = begun(both_houses, name, meeting(both_houses), drive("10", day=DAY))
    chat = Chat(both_houses, name)
    chat.opens("attach_receipts", claim=claim.id)
    chat.gives(receipts=receipt)
    reported(both_houses, known(both_houses, name).id, picture)
    chat.opens("report", pictures=named)
    assert forgotten(both_houses, timedelta(days=29)) == 0
    assert forgotten(both_houses, timedelta(days=31)) == 1
    with acting(both_houses, name) as occasion:
        files = occasion.records.files
        assert all(files.find(each) for each in (receipt, picture, named))
        assert files.find(loose) is None


def test_it_is_tidied_with_the_rest(both_houses: House, clock: StillClock) -> None:
    """Nobody has to ask for it: a month later it is gone."""
    file, house = handed_in(both_houses, "aino", "turha.pdf"), both_houses
    tidying = Housekeeping(house.ledger, house.clock, house.workers)
    assert tidying.tidy()["loose_files"] == 0
    clock.moves(days=31)
    assert tidying.tidy()["loose_files"] == 1
    with acting(house, "aino") as occasion:
        assert occasion.records.files.find(file) is None
