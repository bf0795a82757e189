from __future__ import annotations

import pytest

from bot.domain.names import FORMS
from bot.domain.service_points import library_name


@pytest.mark.parametrize(
    ("fi", "forms"),
    [
        (
            "Runosmäen kirjasto",
            "Runosmäen kirjaston/Runosmäen kirjastossa/Runosmäen kirjastosta/Runosmäen kirjastoon",
        ),
        (
            "Salon kirjastoauto",
            "Salon kirjastoauton/Salon kirjastoautossa/Salon kirjastoautosta/Salon kirjastoautoon",
        ),
        (
            "Maja",
            "toimipisteen Maja/toimipisteessä Maja/toimipisteestä Maja/toimipisteeseen Maja",
        ),
    ],
)
def test_a_finnish_library_bends_by_its_last_word(fi: str, forms: str) -> None:
    """Libraries and bookmobiles bend; a name of its own lets a common noun do it."""
    name = library_name(fi, "x").in_language("fi")
    assert "/".join(f"{name:{form}}" for form in FORMS) == forms


@pytest.mark.parametrize(
    ("sv", "forms"),
    [
        (
            "Nagu bibliotek",
            "Nagu biblioteks/på Nagu bibliotek/från Nagu bibliotek/till Nagu bibliotek",
        ),
        (
            "Åbolands bokbuss",
            "Åbolands bokbuss/i Åbolands bokbuss/från Åbolands bokbuss/till Åbolands bokbuss",
        ),
        ("Stugan", "Stugans/på Stugan/från Stugan/till Stugan"),
    ],
)
def test_a_swedish_library_takes_its_preposition(sv: str, forms: str) -> None:
    """At a library, but in a bookmobile."""
    name = library_name("x", sv).in_language("sv")
    assert "/".join(f"{name:{form}}" for form in FORMS) == forms
