"""Reading once, and again after writing."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from bot.app import House
from bot.domain.ids import ServicePointId, VisitId
from bot.domain.visits.visits import DayTaken, Visit, VisitKind, VisitState
from tests.visits.acting import MONDAY, acting, publish

TURKU, RAUMA = ServicePointId("853-main"), ServicePointId("684-main")
AT = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


def test_what_was_read_is_not_read_again(both_houses: House) -> None:
    """A turn that asks for the same thing five times goes to the database once."""
    read: list[str] = []
    event.listen(
        both_houses.ledger.engine,
        "before_cursor_execute",
        lambda *about: read.append(about[2]) if "FROM visits" in about[2] else None,
    )
    with acting(both_houses, "aino") as occasion:
        for _time in range(5):
            assert occasion.records.visits.of(TURKU) == ()
    assert len(read) == 1


def test_what_was_written_is_read(both_houses: House) -> None:
    """After something was written, everything is read anew."""
    with acting(both_houses, "aino") as occasion:
        visits = occasion.records.visits
        assert visits.of(TURKU) == ()
        visits.keep(wished("one", TURKU))
        assert [one.id for one in visits.of(TURKU)] == ["one"]


def test_what_was_undone_is_not_there(both_houses: House) -> None:
    """What was read within an attempt that came to nothing is forgotten with it."""
    publish(both_houses, days=1)
    with acting(both_houses, "aino") as occasion:
        visits = occasion.records.visits
        visits.keep(replace(wished("one", RAUMA), state=VisitState.BOOKED, day=MONDAY))
        with suppress(DayTaken), occasion.records.attempt():
            visits.keep(wished("two", TURKU))
            assert len(visits.of(TURKU)) == 1
            visits.keep(replace(wished("three", TURKU), state=VisitState.BOOKED, day=MONDAY))
        assert visits.of(TURKU) == ()


def test_each_transaction_reads_for_itself(both_houses: House) -> None:
    """What another has written since is seen by the next transaction."""
    with acting(both_houses, "aino") as occasion:
        assert occasion.records.rounds.kept() == ()
        assert occasion.records.visits.of(TURKU) == ()
    with acting(both_houses, "bertil") as occasion:
        occasion.records.visits.keep(wished("one", TURKU))
    with acting(both_houses, "aino") as occasion:
        assert len(occasion.records.visits.of(TURKU)) == 1


def test_the_first_thing_a_transaction_does_is_to_read(both_houses: House) -> None:
    """Nothing is left of the transaction before, whose connection it may have."""
    visits = wished("one", TURKU)
    with both_houses.ledger.unit() as unit:
        unit.visits.keep(visits)
        assert unit.visits.of(TURKU) == (visits,)
    with both_houses.ledger.unit() as unit:
        assert unit.visits.of(TURKU) == ()


@pytest.mark.parametrize("both_houses", ["postgres"], indirect=True)
def test_a_line_that_breaks_is_called_so(both_houses: House) -> None:
    """The log names what broke, not that something could not be forgotten because of it."""

    def breaks() -> None:
        with both_houses.ledger.unit() as unit:
            mine = unit.connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
            with unit.attempt(), unit.connection.begin_nested():
                unit.people.welcome("test", "aino", "Aino")
                with both_houses.ledger.unit() as other:
                    end = text("SELECT pg_terminate_backend(:it)")
                    other.connection.execute(end, {"it": mine})
                unit.rounds.kept()

    with pytest.raises(OperationalError):
        breaks()
    with both_houses.ledger.unit() as unit:
        assert unit.rounds.kept() == ()


def wished(name: str, host: ServicePointId) -> Visit:
    return Visit(VisitId(name), VisitKind.INFORMATICIANS, VisitState.WISHED, host, None, AT)
