"""A visit in a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.ids import ServicePointId, VisitId
from bot.domain.visits.visits import Visit, VisitKind, VisitLength, VisitState
from bot.papers.visit_entry import visit_entry
from bot.regions import load

REGION = load("lounais-suomi")
VISIT = Visit(
    id=VisitId("7"),
    kind=VisitKind.INFORMATICIANS,
    state=VisitState.BOOKED,
    host=ServicePointId("636-main"),
    contact=None,
    made_at=datetime(2026, 9, 1, tzinfo=UTC),
    day=date(2026, 10, 26),
)


def test_a_visit_takes_the_working_day() -> None:
    """From eight to four on the wall, also on the day after summer time ends."""
    entry = visit_entry(VISIT, REGION, "AKE-vierailu", place="Pöytyän pääkirjasto")
    assert entry is not None
    assert entry.starts == datetime(2026, 10, 26, 6, tzinfo=UTC)
    assert entry.ends == datetime(2026, 10, 26, 14, tzinfo=UTC)
    assert (entry.title, entry.place) == ("AKE-vierailu", "Pöytyän pääkirjasto")


def test_half_a_day_is_half_a_day() -> None:
    """An afternoon begins at noon."""
    entry = visit_entry(replace(VISIT, length=VisitLength.AFTERNOON), REGION, "AKE-besök")
    assert entry is not None
    assert entry.starts == datetime(2026, 10, 26, 10, tzinfo=UTC)


def test_a_moved_and_a_cancelled_visit_are_the_same_event() -> None:
    """The key stays; the revision is what the caller counts."""
    moved = visit_entry(replace(VISIT, day=date(2026, 11, 2)), REGION, "AKE-besök", revision=1)
    gone = visit_entry(replace(VISIT, state=VisitState.CANCELLED), REGION, "AKE-besök", revision=2)
    assert moved is not None
    assert gone is not None
    assert (moved.key, moved.revision, moved.cancelled) == ("visit:7", 1, False)
    assert (gone.key, gone.revision, gone.cancelled) == ("visit:7", 2, True)


def test_a_wish_is_in_no_calendar() -> None:
    """A visit that has no day yet makes no entry."""
    assert visit_entry(replace(VISIT, day=None), REGION, "AKE-besök") is None
