"""What is no longer needed is forgotten, and nothing that is."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from bot.conversation.ports import Undelivered
from bot.outbox.housekeeping import Housekeeping
from bot.store.columns import table
from bot.store.notifications import NOTIFICATIONS
from bot.store.tables import TurnRow
from tests.chat import Chat

from .office import Office
from .street import Door, event
from .test_trouble import raising

pytestmark = pytest.mark.contract


def tidied(office: Office, **later: float) -> dict[str, int]:
    """What is forgotten so much later."""
    office.clock.moves(**later)
    house = office.house
    return Housekeeping(house.ledger, house.clock, house.workers).tidy()


def test_what_was_said_is_forgotten_after_two_days(both_offices: Office) -> None:
    """The reply to a turn is kept for as long as a platform may send the turn again."""
    Chat(both_offices.house, "aino").says("hei")
    assert tidied(both_offices, days=1)["turns"] == 0
    assert tidied(both_offices, days=1.1)["turns"] == 1
    with both_offices.house.ledger.engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(table(TurnRow))).scalar() == 0


def test_what_a_notification_was_about_is_forgotten(both_offices: Office) -> None:
    """After a month only its key is left, which is not planned again for a year."""
    office = both_offices
    aino = office.knows("aino")
    office.plans("hello", aino)
    office.delivers()
    assert tidied(office, days=29)["facts"] == 0
    assert tidied(office, days=2)["facts"] == 1
    assert tidied(office)["facts"] == 0
    with office.house.ledger.engine.connect() as connection:
        assert connection.execute(select(NOTIFICATIONS.c.facts)).scalars().all() == [{}]
    office.plans("hello", aino)
    assert office.delivers() == []
    assert tidied(office, days=400)["notifications"] == 1


def test_what_waits_is_not_forgotten(both_offices: Office) -> None:
    """A reminder planned long ahead is whole when its time comes."""
    both_offices.plans("hello", both_offices.knows("aino"), days=500)
    assert set(tidied(both_offices, days=499).values()) == {0}
    both_offices.clock.moves(days=1)
    assert both_offices.delivers() == ["hello"]


def test_what_is_stuck_waits_for_a_decision(both_offices: Office) -> None:
    """A coordinator has three months to decide."""
    office = both_offices
    office.plans("hello", office.knows("aino"))
    office.wire.before = raising(Undelivered("blocked", permanent=True))
    office.delivers()
    assert set(tidied(office, days=89).values()) == {0}
    assert tidied(office, days=2)["stuck"] == 1


def test_events_are_remembered_for_two_weeks(both_offices: Office) -> None:
    """So long the same event is known again; its content was dropped when it was done."""
    Door(both_offices.house).run(event("aino", language="sv"))
    assert tidied(both_offices, days=13)["events"] == 0
    assert tidied(both_offices, days=2)["events"] == 1
