"""The indicator of partner libraries: at least 30 % of the area's municipalities take part."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import MunicipalityCode, ServicePointId
from bot.domain.pairing.share import TARGET, Share, partner_share

AREA = {
    ServicePointId(f"{town}-{point}"): MunicipalityCode(str(town))
    for town in range(43)
    for point in range(3 if town < 40 else 2)
}


def test_thirteen_of_forty_three_reach_thirty_percent() -> None:
    """13/43 is 30.2 % and enough, 12/43 is not; nothing is rounded (D-21)."""
    assert Share(13, 43).reaches(TARGET)
    assert not Share(12, 43).reaches(TARGET)
    assert Share(12, 43).needed(TARGET) == 13
    assert [Share(0, 43).needed(Fraction(percent, 100)) for percent in (10, 50, 60, 90)] == [
        5,
        22,
        26,
        39,
    ]


def test_a_municipality_counts_once() -> None:
    """Three service points of one town are one library of 43, and three of 126 beside it."""
    partners = [point for point, town in AREA.items() if town == "0"]
    told = partner_share(partners, AREA)
    assert told.municipalities == Share(1, 43)
    assert told.service_points == Share(3, 126)


def test_a_closed_service_point_counts_for_nothing() -> None:
    """What is not in the area's list any more is in neither number."""
    assert partner_share([ServicePointId("closed")], AREA).municipalities == Share(0, 43)


@given(st.integers(1, 200), st.fractions(0, 1))
def test_the_needed_count_is_the_least_that_reaches(of: int, target: Fraction) -> None:
    """What is needed reaches the target; one less does not."""
    needed = Share(0, of).needed(target)
    assert Share(needed, of).reaches(target)
    assert needed == 0 or not Share(needed - 1, of).reaches(target)
