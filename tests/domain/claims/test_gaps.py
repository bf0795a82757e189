"""What is missing: a claim, a visit or a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.claims.errands import ErrandId, ErrandKind
from bot.domain.claims.gaps import (
    claims_without_errands,
    trips_without_claims,
    visits_without_reports,
)

from .trips import AINO, DAY, claim_of, drive, handed_in, visit

CLAIM = handed_in(claim_of(AINO, drive("100")))
AFTER = date(2024, 4, 11)


def test_trips_without_claims() -> None:
    """A visit that is over is missing its claim until one is handed in; a draft is not enough."""
    assert trips_without_claims([visit()], [], AFTER) == (visit(),)
    assert trips_without_claims([visit()], [claim_of(AINO, drive("1"))], AFTER) == (visit(),)
    assert trips_without_claims([visit()], [CLAIM], AFTER) == ()
    assert trips_without_claims([visit()], [], DAY) == ()
    assert trips_without_claims([visit(ErrandKind.OTHER)], [], AFTER) == ()


def test_claims_without_visits() -> None:
    """A claim for a visit nobody told of, or for none."""
    lost = replace(CLAIM, errand=ErrandId("lost"))
    assert claims_without_errands([CLAIM, lost], [visit()]) == (lost,)
    assert claims_without_errands([replace(CLAIM, errand=None)], [visit()]) != ()
    assert claims_without_errands([claim_of(AINO)], []) == ()


def test_visits_without_reports() -> None:
    """Only partner visits are told of, and only once they are over."""
    meeting = visit(ErrandKind.GROUP_MEETING)
    assert visits_without_reports([visit(), meeting], [], AFTER) == (visit(),)
    assert visits_without_reports([visit()], [ErrandId("visit")], AFTER) == ()
    assert visits_without_reports([visit()], [], DAY) == ()
