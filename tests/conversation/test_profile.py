"""A person tells once who they are."""

from __future__ import annotations

from bot.dialog import Move
from tests.houses import Meet


def test_a_line_at_a_time(meet: Meet) -> None:
    """Typed answers are read back before anything is kept, and one can be changed."""
    aino = meet("aino")
    assert "Millä kielellä" in aino.opens("profile")
    assert "Missä kirjastossa" in aino.says("1")
    aino.picks("Turun pääkirjasto")
    assert aino.asked() == ["networks", "directs"]
    aino.moves(Move.SKIP)
    heard = aino.moves(Move.SKIP)
    assert "Lähetetäänkö" in heard
    aino.moves(Move.EDIT, "home")
    aino.picks("Rauman pääkirjasto")
    assert "Rauman pääkirjastossa" in aino.sends()


def test_a_form_asks_everything_at_once(meet: Meet) -> None:
    """A form carries all the answers in one go and needs no reading back."""
    sven = meet("sven", language="sv")
    sven.opens("profile")
    assert sven.asked() == ["language", "home", "networks", "directs"]
    heard = sven.gives(language="sv", home="445-main", networks="", directs="no")
    assert "på Pargas huvudbibliotek" in heard
