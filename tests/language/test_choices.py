from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog import Move
from bot.language.understand.choices import Listed, many, one
from bot.language.understand.commands import Command, command, command_word
from bot.language.understand.moves import Step, step
from bot.language.understand.tongues import language_named

from .rows import NOTHING, rows

WAYS = [
    Listed("phone", ("Puhelimella", "Per telefon")),
    Listed("teams", ("Teamsissa", "I Teams")),
    Listed("site", ("Paikan päällä kirjastossa", "På plats i biblioteket")),
    Listed("none", ("Ei vielä tiedossa", "Inte känt ännu")),
]
LIBRARIES = [
    Listed("t", ("Turun pääkirjasto", "Åbo huvudbibliotek")),
    Listed("n", ("Nauvon kirjasto", "Nagu bibliotek")),
    Listed("p", ("Paraisten kirjasto", "Pargas bibliotek")),
    Listed("s", ("Salon pääkirjasto", "Salo huvudbibliotek")),
]
COMMANDS = ("varaa-vierailu", "boka-besök", "matkalasku", "reserakning", "kieli", "sprak")


@pytest.mark.parametrize(("said", "meant"), rows("choices"))
def test_one_is_chosen_by_number_name_or_part_of_it(said: str, meant: str) -> None:
    """In either language; what could be two options is none."""
    assert (one(said, WAYS) or NOTHING) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1 ja 3", "t p"),
        ("1, 3", "t p"),
        ("1 3", "t p"),
        ("2-4", "n p s"),
        ("Turku ja Nauvo", "t n"),
        ("Nagu och Pargas", "n p"),
        ("Salon kirjasto", "s"),
        ("kaikki", "t n p s"),
        ("alla", "t n p s"),
        ("ei mitään näistä", ""),
        ("inga", ""),
        ("1, 9", None),
        ("Turku, Tampere", None),
        ("kirjasto", None),
    ],
)
def test_several_are_chosen_at_once(said: str, meant: str | None) -> None:
    """Joined by commas and ands, in the order of the list; one unknown among them spoils it."""
    assert many(said, LIBRARIES) == (None if meant is None else tuple(meant.split()))


def test_a_label_that_is_a_number_goes_before_the_place() -> None:
    """Where the options are figures, a figure is the option of that name."""
    years = [Listed("a", ("2026",)), Listed("b", ("2",)), Listed("c", ("1",))]
    assert (one("1", years), one("2", years), one("3", years)) == ("c", "b", "c")


def test_the_same_place_by_another_name_is_the_option() -> None:
    """What else a text stands for can be compared, where the words do not match."""
    stands_for = {"Ukki": frozenset({"895"}), "Uudenkaupungin kirjasto": frozenset({"895"})}
    options = [Listed("u", ("Uudenkaupungin kirjasto",)), Listed("s", ("Salon pääkirjasto",))]
    assert one("Ukki", options, lambda text: stands_for.get(text, frozenset())) == "u"


@given(number=st.integers(1, 4), language=st.integers(0, 1))
def test_each_option_is_chosen_by_its_own_words(number: int, language: int) -> None:
    """Every label in full, in either language and any case, and its number."""
    option = WAYS[number - 1]
    label = option.labels[language]
    assert {one(said, WAYS) for said in (label, label.upper(), str(number))} == {option.value}


def written(found: Step | None) -> str:
    if found is None:
        return NOTHING
    name = "help" if found.move is None else found.move.value
    return f"{name} {found.at}".strip()


@pytest.mark.parametrize(("said", "meant"), rows("steps"))
def test_a_step_is_the_whole_utterance(said: str, meant: str) -> None:
    """Among other words the same word is no step."""
    assert written(step(said)) == meant


def test_help_is_no_move() -> None:
    """Help is told beside the dialog, which stays where it is."""
    assert step("apua") == Step(None)
    assert step("peru") == Step(Move.CANCEL)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("/varaa-vierailu Paraisille toukokuussa", ("varaa-vierailu", "Paraisille toukokuussa")),
        ("/VARAA-VIERAILU", ("varaa-vierailu", "")),
        ("/boka-besok till Pargas", ("boka-besök", "till Pargas")),
        ("/boka-besök", ("boka-besök", "")),
        ("/boka besök till Pargas", ("boka-besök", "till Pargas")),
        ("/vierailu Saloon", ("varaa-vierailu", "Saloon")),
        ("/reseräkning", ("reserakning", "")),
        ("/km", ("matkalasku", "")),
        ("/sv", ("kieli", "sv")),
        ("/jotakin", None),
        ("/", None),
        ("varaa vierailu", None),
        ("1/2", None),
    ],
)
def test_a_command_comes_after_a_slash(said: str, found: tuple[str, str] | None) -> None:
    """With what follows it; by its own spelling, without dots, or by another name."""
    assert command(said, COMMANDS) == (found and Command(*found))


def test_a_command_is_also_a_word_alone() -> None:
    """Where nothing is asked, its words are enough; its other names are not."""
    assert command_word("varaa vierailu", COMMANDS) == "varaa-vierailu"
    assert command_word("Boka besok!", COMMANDS) == "boka-besök"
    assert command_word("varaa vierailu Saloon", COMMANDS) is None
    assert command_word("sv", COMMANDS) is None


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("suomi", "fi"),
        ("Ruotsiksi, kiitos", "sv"),
        ("på svenska tack", "sv"),
        ("finska", "fi"),
        ("vaihda ruotsista suomeen", "fi"),
        ("från finska till svenska", "sv"),
        ("både finska och svenska", None),
        ("espanja", None),
        ("tyska", None),
    ],
)
def test_a_language_is_named_in_either(said: str, language: str | None) -> None:
    """Of two languages the one that is gone over to; of others none."""
    assert language_named(said) == language


@given(text=st.text() | st.text(alphabet="/123- ,jaoch"))
def test_no_text_is_too_odd(text: str) -> None:
    """Nothing that anybody writes stops the bot, and only what is listed can be chosen."""
    step(text)
    command(text, COMMANDS)
    language_named(text)
    assert one(text, LIBRARIES) in {None, "t", "n", "p", "s"}
    assert set(many(text, LIBRARIES) or ()) <= {"t", "n", "p", "s"}
