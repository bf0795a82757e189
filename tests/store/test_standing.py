"""What changes seldom is read once, until somebody changes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event, text
from sqlmodel import SQLModel

from bot.app import House
from bot.conversation.turns import Address, Said, Sender, Turn
from bot.domain.arrangements import RoundKind, Season
from bot.domain.ids import AbsenceId, AkePersonId
from bot.domain.rounds import Round, Window
from bot.domain.visits.ake_people import Absence
from bot.store.columns import table
from bot.store.database import open_database
from bot.store.ledger import SqlLedger
from bot.store.standing import EDITION
from bot.store.tables import ServicePointRow
from bot.store.tables_partners import PairMemberRow, PairRow
from bot.store.tables_visits import AbsenceRow, AkePersonRow, RoundRow
from tests.visits.acting import BOTH, acting, hire

pytestmark = pytest.mark.contract
AUTUMN = Round(
    RoundKind.AKE_VISIT, 2026, Season.AUTUMN, Window(date(2026, 3, 1), date(2026, 3, 31)), None
)
SPRING = Round(
    RoundKind.AKE_VISIT, 2027, Season.SPRING, Window(date(2026, 9, 1), date(2026, 9, 30)), None
)
DAY = date(2026, 3, 2)
WATCHED = (RoundRow, AkePersonRow, AbsenceRow, PairRow, PairMemberRow, ServicePointRow)


@contextmanager
def reading(house: House, of: str) -> Iterator[list[str]]:
    read: list[str] = []
    event.listen(
        house.ledger.engine,
        "before_cursor_execute",
        lambda *about: read.append(about[2]) if f"FROM {of}" in about[2] else None,
    )
    yield read


def test_what_stands_is_read_by_the_first_transaction_only(both_houses: House) -> None:
    """Later ones only ask whether it still stands."""
    with reading(both_houses, "rounds") as read:
        for name in ("aino", "bertil", "aino"):
            with acting(both_houses, name) as occasion:
                assert occasion.records.rounds.kept() == ()
    assert len(read) <= 1 + len({"aino", "bertil"})  # whoever is new has written before


def test_what_another_process_changed_is_read(both_houses: House) -> None:
    """Each process keeps for itself, and is told by the database when that is old."""
    with acting(both_houses, "aino"):
        pass
    engine = open_database(both_houses.settings.database_url)
    ledger = SqlLedger(engine, both_houses.clock)
    for changed in (AUTUMN, SPRING):
        with ledger.unit() as unit:
            before = unit.rounds.kept()
            unit.rounds.keep(changed)
            unit.commit()
        with acting(both_houses, "aino") as occasion:
            assert occasion.records.rounds.kept() == (*before, changed)
    engine.dispose()


def test_one_sees_what_one_wrote_and_others_do_not(both_houses: House) -> None:
    """What is undone was never there; what was kept before still stands."""
    ledger = both_houses.ledger
    with ledger.unit() as unit:
        assert unit.rounds.kept() == ()
        unit.rounds.keep(AUTUMN)
        assert unit.rounds.kept() == (AUTUMN,)
    with ledger.unit() as unit:
        assert unit.rounds.kept() == ()
        assert unit.rounds.kept() is unit.rounds.kept()


def test_what_was_undone_is_not_believed(both_houses: House) -> None:
    """Even where who wrote it asked then who acts: the next edition has the same number."""
    aino, now = Sender("test", "aino", "Aino"), both_houses.clock.now()
    turn = Turn("1", aino, Address("test", aino.private), Said("moi"), now)
    both_houses.answer_now(turn)
    with both_houses.ledger.unit() as unit:
        unit.rounds.keep(AUTUMN)
        unit.situations.of(turn)
        assert unit.rounds.kept() == (AUTUMN,)
    engine = open_database(both_houses.settings.database_url)
    with SqlLedger(engine, both_houses.clock).unit() as unit:
        unit.rounds.keep(SPRING)
        unit.commit()
    engine.dispose()
    with both_houses.ledger.unit() as unit:
        assert unit.rounds.kept() == (SPRING,)


def test_each_question_has_an_answer_of_its_own(both_houses: House) -> None:
    """What is asked of one day is not what stands on another."""
    hire(both_houses, "Inka", languages=BOTH)
    with both_houses.ledger.unit() as unit:
        inka = unit.ake_people.all()[0].id
        unit.ake_people.keep_absence(Absence(AbsenceId("a"), AkePersonId(inka), DAY, DAY))
        unit.commit()
    with both_houses.ledger.unit() as unit:
        assert [one.id for one in unit.ake_people.absences(DAY)] == ["a"]
        assert unit.ake_people.absences(date(2026, 3, 3)) == ()


TRIGGERS = {
    "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name",
    "postgresql": "SELECT 3 * count(*) FROM pg_trigger WHERE tgname = 'edition_' || :name",
}


@pytest.mark.parametrize("watched", WATCHED)
def test_every_table_that_is_kept_is_watched(both_houses: House, watched: type[SQLModel]) -> None:
    """By the database's own triggers, which a migration may drop where it makes a table anew."""
    with both_houses.ledger.engine.connect() as connection:
        counted = text(TRIGGERS[connection.dialect.name])
        assert connection.execute(counted, {"name": table(watched).name}).scalar() == 3


def test_a_change_by_hand_is_seen_too(both_houses: House) -> None:
    """Whoever makes it, and whatever they forget."""
    engine = both_houses.ledger.engine
    for change in (
        "INSERT INTO rounds (kind, year, season) VALUES ('ake_visit', 2026, 'autumn')",
        "UPDATE rounds SET year = 2027",
        "DELETE FROM rounds",
    ):
        with engine.begin() as connection:
            before = connection.execute(EDITION).scalar_one()
            connection.execute(text(change))
            assert connection.execute(EDITION).scalar_one() > before
