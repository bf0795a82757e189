"""The year's figures against their targets."""

from __future__ import annotations

from tests.chat import StillClock
from tests.coffee.test_journeys import planned
from tests.houses import Meet


def test_coordinators_see_the_year_at_a_glance(meet: Meet, clock: StillClock) -> None:
    """Coffee hours held and libraries visited stand beside their targets."""
    carita = meet("carita")
    planned(carita)
    clock.moves(days=9)
    carita.opens("coffee_desk")
    carita.presses("Kahvit pidettiin")
    carita.gives(heads="14")
    heard = carita.says("/mittarit").replace("\N{NO-BREAK SPACE}", " ")
    assert "Pidetyt etäkahvit; Toteuma: 1; Tavoite: 10–20 vuodessa" in heard
    assert "AKEn vierailemat kirjastot; Toteuma: 0 / 43 kunnankirjastoa" in heard


def test_others_do_not(meet: Meet) -> None:
    """The figures are the coordinators'."""
    assert "ei ole oikeutta" in meet("aino").says("/mittarit")
