"""Plain wishes name a dialog, in either language, or are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.understand.wishes import wished
from bot.language.understand.written_in import language_of


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("Haluaisimme varata AKE-vierailun Loimaalle toukokuussa", "book_visit"),
        ("voitaisko sopia vierailusta keväälle", "book_visit"),
        ("Vi skulle vilja boka ett besök till Pargas", "book_visit"),
        ("pitäisi perua ensi viikon vierailu", "cancel_visit"),
        ("Vi måste avboka besöket", "cancel_visit"),
        ("voiko vierailun siirtää", "move_visit"),
        ("miten pääsee mukaan kumppanikirjastoihin?", "register_partner"),
        ("Vi vill bli partnerbibliotek", "register_partner"),
        ("Mistä saan matkakulut takaisin?", "claim"),
        ("jag ska göra en reseräkning", "claim"),
        ("milloin on seuraavat kahvit", "coffee_list"),
        ("när är nästa kaffestund", "coffee_list"),
        ("muistuta minua etäkahveista", "coffee_subscribe"),
        ("haluan nähdä omat varaukseni", "my_matters"),
        ("miten saisin nämä omaan kalenteriini", "calendar_feed"),
        ("kan jag prenumerera på er kalender", "calendar_feed"),
    ],
)
def test_a_wish_is_heard(said: str, wish: str) -> None:
    """What people ask for in their own words is among what is meant, first of all."""
    assert wish in wished(said).wishes


@pytest.mark.parametrize(
    "said",
    [
        "onko kirjastossa kahvila auki",
        "haluan uusia lainani",
        "boka rum till kvällen",
        "kaunis ilma",
    ],
)
def test_what_is_not_ours_is_left_alone(said: str) -> None:
    """The library's own services and small talk open nothing."""
    assert not wished(said).sure
    assert wished(said).wishes == ()


def test_a_bare_word_is_offered_and_not_acted_on() -> None:
    """One word that may mean several things asks which."""
    found = wished("vierailu")
    assert (found.sure, found.wishes) == (False, ("book_visit", "visits"))


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Hei, haluaisin varata vierailun", "fi"),
        ("Hej, jag vill boka ett besök", "sv"),
        ("12.5.", None),
        ("AKE", None),
    ],
)
def test_the_language_is_guessed_or_not(said: str, language: str | None) -> None:
    """Finnish is taken for Finnish, Swedish for Swedish, and a number for neither."""
    assert language_of(said) == language


@given(st.text(max_size=300))
def test_no_text_whatsoever_stops_it(said: str) -> None:
    """Anything may be said."""
    assert len(wished(said).wishes) <= 3
    language_of(said)
