from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from bot.domain.arrangements import CadenceUnit
from bot.domain.ids import MunicipalityCode
from bot.regions import regions

from .folders import HERE, pohjoinen

REGION = pohjoinen()
ROVANIEMI, INARI, UTSJOKI = (MunicipalityCode(code) for code in ("698", "148", "890"))


def test_a_region_is_a_folder() -> None:
    """A new folder is a new region, with no line of code."""
    assert "lounais-suomi" in regions()
    assert regions(HERE) == ("pohjoinen",)


def test_it_speaks_of_its_own_places() -> None:
    """Rovaniemellä, and not a word of Turku."""
    assert f"{REGION.municipality(ROVANIEMI).name.in_language('fi'):locative}" == "Rovaniemellä"
    assert REGION.called("Turku") is None
    assert len(REGION.main_libraries) == 5
    assert REGION.library.sv == "Rovaniemi stadsbibliotek"


def test_it_has_its_own_labels_and_rates() -> None:
    """Another authority until 2025, and another scheme of rates."""
    assert REGION.label("authority", date(2025, 1, 1)).fi == "Lapin aluehallintovirasto"
    rate = REGION.rate(date(2024, 1, 1))
    assert rate is not None
    assert rate.car == Decimal(40)
    assert REGION.rate(date(2026, 1, 1)) is None


def test_it_has_arranged_its_work_in_its_own_way() -> None:
    """Three people, a shorter day, coffee every second week, other weights, another zone."""
    own = REGION.arrangements
    assert own.visits.people == 3
    assert (own.coffee.every, own.coffee.unit) == (2, CadenceUnit.WEEK)
    assert (own.pairing.size, own.pairing.distance, own.pairing.interests) == (200, 600, 200)
    assert own.quiet_hours.cover(time(12, 30))
    assert not own.quiet_hours.cover(time(23))
    assert REGION.zone.key == "Europe/Mariehamn"
    assert REGION.default_language == "sv"
    assert REGION.unset == ()


def test_distances_nobody_wrote_down_are_estimated() -> None:
    """A measured one stands; the others follow from the map (D-8)."""
    assert REGION.kilometres(ROVANIEMI, INARI) == 327
    assert REGION.kilometres(INARI, UTSJOKI) == 134
    assert len(REGION.distances) == 10


def test_a_visit_beyond_a_days_reach_leaves_no_time() -> None:
    """Never less than nothing: AKE has to stay overnight (D-26)."""
    assert REGION.minutes_on_site(UTSJOKI) == 0
