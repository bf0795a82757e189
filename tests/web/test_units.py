"""What a figure is counted in stands beside its field."""

from __future__ import annotations

from datetime import UTC

import pytest

from bot.channels.web.fields import field
from bot.dialog import Ask, Question
from bot.domain.languages import Language
from bot.language.speak import Speech
from dialogs.claims.begin import BeginClaim
from dialogs.claims.legs import AddLeg


@pytest.mark.parametrize(
    ("question", "unit"),
    [(AddLeg.km, "km"), (AddLeg.km_before, "km"), (AddLeg.paid, "€"), (BeginClaim.fare, "€")],
)
def test_a_figure_has_its_unit(question: Question[object], unit: str) -> None:
    """Whichever kind of sum or distance it is."""
    fi, sv = Speech(Language.FI, UTC), Speech(Language.SV, UTC)
    assert field(Ask("claim", question), fi, sv, {}).unit == unit
