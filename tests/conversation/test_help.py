"""Asking what can be done here, and who else can be asked."""

from __future__ import annotations

import pytest

from tests.houses import Meet


@pytest.mark.parametrize(
    ("language", "wish", "answer"),
    [
        ("fi", "haluan puhua ihmisen kanssa", "kirjoita AKE-väelle: ake-kirjasto@turku.fi."),
        ("sv", "jag vill prata med en människa", "till AKE-personalen: ake-kirjasto@turku.fi."),
    ],
)
def test_a_person_can_be_asked(meet: Meet, language: str, wish: str, answer: str) -> None:
    """Whoever would rather talk with somebody hears where to write."""
    someone = meet("aino", language=language)
    someone.opens("language", language=language)
    assert answer in someone.says(wish)


def test_every_button_of_the_menu_leads_somewhere(meet: Meet) -> None:
    """Each opens a dialog, and none says that it is not understood."""
    aino = meet("aino")
    aino.says("/apua")
    for label in aino.buttons():
        assert "En ymmärtänyt" not in aino.presses(label)
        aino.says("peruuta")
        aino.says("/apua")
