"""Everything at once: refusals, broken lines, repeats and two replicas, against a quiet day."""

from __future__ import annotations

import pytest

from .office import Office
from .street import forgetful
from .weather import weathered

LETTERS = 1000


@pytest.mark.contract
def test_a_storm_leaves_what_a_quiet_day_leaves(both_offices: Office) -> None:
    """Of a thousand letters each arrives once or is known not to, whatever the weather."""
    if both_offices.house.ledger.engine.dialect.name == "sqlite":
        forgetful(both_offices.house)
    assert weathered(both_offices, LETTERS) == (0, 0)
