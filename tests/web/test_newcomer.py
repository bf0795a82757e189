"""What a newcomer finds."""

from __future__ import annotations

from bot.local_page import open_page
from bot.settings import Settings
from tests.chat import Chat, StillClock


def test_a_visit_can_be_booked_at_once(sqlite_url: str) -> None:
    """On a new database the rounds are open and days are free, with nothing to set up first."""
    page = open_page(Settings(database_url=sqlite_url), StillClock())
    aino = Chat(page.house, "aino", "web")
    aino.opens("profile", language="fi", home="853-main", networks="", directs="no")
    aino.sends()
    aino.opens("visit", kind="informaticians", host="853-main")
    first = {ask.name: ask.options[0].value for ask in aino.last.asks if ask.options}
    told = {
        "joy": "Uusi lukusali",
        "thought_over": "yes",
        "staff": "8",
        "problem": "",
        "topics": "",
    }
    assert "Nähdään" in aino.gives(**{**first, **told, "joined_by": ""})
    page.house.workers.shutdown()


def test_it_is_done_once(sqlite_url: str) -> None:
    """What a coordinator has taken away does not come back at the next start."""
    counts = []
    for _start in range(2):
        page = open_page(Settings(database_url=sqlite_url), StillClock())
        with page.house.ledger.unit() as unit:
            rows = unit.connection.exec_driver_sql("SELECT count(*) FROM ake_people")
            counts.append(rows.scalar())
        page.house.workers.shutdown()
    assert counts == [4, 4]
