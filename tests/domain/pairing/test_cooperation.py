"""The libraries that a registration says it works with are found by their names."""

from __future__ import annotations

from bot.domain.ids import MunicipalityCode
from bot.domain.names import Name
from bot.domain.pairing.cooperation import municipalities_in

NAMES = {
    MunicipalityCode("853"): Name(
        "Turku", "Åbo", {"fi": {"genitive": "Turun"}, "sv": {"locative": "i Åbo"}}
    ),
    MunicipalityCode("284"): Name("Koski Tl", "Koskis", {"fi": {"genitive": "Koski Tl:n"}}),
    MunicipalityCode("734"): Name("Salo", "Salo", {"fi": {"genitive": "Salon"}}),
}


def test_a_name_is_found_as_it_is_bent() -> None:
    """Small letters, endings, Swedish names and names of two words are all found."""
    assert municipalities_in("Yhteisiä vinkkauksia turun kanssa", NAMES) == {"853"}
    assert municipalities_in("Vi har bokbussen gemensamt med Åbo och Salo.", NAMES) == {
        "853",
        "734",
    }
    assert municipalities_in("Koski Tl:n kirjaston kanssa", NAMES) == {"284"}


def test_a_word_that_only_begins_alike_is_not_a_name() -> None:
    """A salon is not the library of Salo, and a text may name nobody."""
    assert municipalities_in("Runosalonki koskella joka syksy", NAMES) == frozenset()
    assert municipalities_in("", NAMES) == frozenset()
