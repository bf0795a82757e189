"""Plain wishes name a dialog, in either language, or are left alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.wishes import Fared, sets
from bench.wishes import heard as fresh
from bot.conversation.listen import IN_PASSING, learn
from bot.language.understand.wishes import OFFERED, Wished, wished
from bot.language.understand.wishes.ranking import NOTHING, weights
from bot.language.understand.written_in import language_of
from bot.regions.read import load
from dialogs import DIALOGS
from tools.learnt_from import SENTENCES, WEIGHTS, mark

from .rows import NOTHING as NONE_OF_OURS
from .rows import rows

PLACES = learn(load("lounais-suomi"), {}).places
TODAY = date(2026, 3, 2)
SAID = rows("wishes")
LONG = ("🎉" * 4_000, "a" * 100_000, "ä " * 50_000, "xx" * 9_000, "1." * 9_000, "?" * 9_000)
COSTLY = 0.5
"""Seconds of the processor that no text may take; one that people write takes a thousandth."""


OPEN_TO_ALL = {wish for kind in DIALOGS for wish in kind.wishes}
DESK = {wish for kind in DIALOGS for wish in kind.desk_wishes}


def heard(said: str, allowed: Collection[str] | None = None) -> Wished:
    return wished(said, today=TODAY, places=PLACES, allowed=allowed)


def outcomes() -> Iterator[str]:
    """How each sentence fared, said by a coordinator if it is a wish of the desk."""
    for wish, _language, said in SAID:
        found = heard(said, None if wish in DESK else OPEN_TO_ALL | IN_PASSING)
        if wish == NONE_OF_OURS:
            yield "foreign: acted on" if found.sure else "foreign: left or offered"
        elif found.sure:
            yield "acted on" if found.wishes[0] == wish else "acted on wrongly"
        else:
            yield "offered" if wish in found.wishes else "missed"


def test_what_nobody_taught_it_is_understood_and_in_doubt_it_asks() -> None:
    """Fresh sentences: 3 of 4 at once, 49 of 50 at once or offered, 1 of 50 wrongly at most."""
    fared = Counter(outcomes())
    ours = sum(count for how, count in fared.items() if not how.startswith("foreign"))
    assert fared["acted on"] >= ours * 3 / 4
    assert fared["acted on"] + fared["offered"] >= ours * 49 / 50
    assert fared["acted on wrongly"] <= ours / 50
    assert fared["foreign: acted on"] == 0


def test_what_people_type_seldom_opens_another_dialog_than_they_meant() -> None:
    """Of fresh sentences 3 of 200 open wrongly at most; 19 of 20 wishes are opened or offered."""
    fared = Counter(each.fared for name in sets() for each in fresh(name))
    assert fared[Fared.WRONG] <= fared.total() * 3 / 200
    right = fared[Fared.OPENED] + fared[Fared.OFFERED]
    assert right >= (fared.total() - fared[Fared.LEFT] - fared[Fared.BOTHERED]) * 19 / 20


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_dialog_one_can_wish_for_is_found_by_a_plain_sentence(language: str) -> None:
    """Each wish that a dialog lists is heard in some sentence of each language."""
    sentences = [(wish, said) for wish, of, said in SAID if of == language]
    found = {wish for wish, said in sentences if wish in heard(said).wishes}
    assert found & (OPEN_TO_ALL | DESK) == OPEN_TO_ALL | DESK


def test_the_weights_and_the_dialogs_know_the_same_wishes() -> None:
    """Nothing is learnt that no dialog answers, and no dialog waits for what is never heard."""
    listed = [wish for kind in DIALOGS for wish in (*kind.wishes, *kind.desk_wishes)]
    assert len(listed) == len(set(listed))
    assert {*listed, *IN_PASSING, NOTHING} == set(weights().wishes)
    assert {file.stem for file in SENTENCES.glob("*.txt")} == set(weights().wishes)


def test_the_weights_are_learnt_from_the_sentences_that_are_here() -> None:
    """Whoever changes a sentence or a word that it stands on learns the weights anew."""
    assert json.loads(WEIGHTS.read_text("utf-8"))["learnt_from"] == mark()


def test_what_somebody_may_not_have_is_neither_opened_nor_offered() -> None:
    """Only allowed wishes are heard: the desk's words come to the desk's people."""
    said, own = "onko matkalaskuja hyväksyttävänä", {"claim", "claims", "my_matters"}
    assert heard(said).wishes[0] == "claim_queue"
    assert set(heard(said, own).wishes) <= own


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("vierailu", ("book_visit", "visits")),
        ("Kaffe!", ("coffee_list", "coffee_subscribe")),
        ("kumppani?", ("register_partner", "our_pair")),
    ],
)
def test_a_bare_word_is_offered_and_not_acted_on(said: str, wishes: tuple[str, ...]) -> None:
    """One word that may mean several things asks which."""
    assert heard(said) == Wished(wishes, sure=False)


@pytest.mark.parametrize(
    "said",
    ["onko kirjastossa kahvila auki", "haluan uusia lainani", "boka rum till kvällen"],
)
def test_what_is_not_ours_is_left_alone(said: str) -> None:
    """The library's own services open nothing and offer nothing."""
    assert heard(said) == Wished()


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


PIECES = st.sampled_from(
    (
        "vierailu",
        "besök",
        "kahvi",
        "12.5.",
        "14",
        "€",
        "km",
        "Turku",
        "boka",
        "/",
        "?",
        "🎉",
        "½",
        "",
    )
)


@given(st.text(max_size=300) | st.lists(PIECES, max_size=300).map(" ".join))
def test_no_text_whatsoever_stops_it(said: str) -> None:
    """Anything may be said."""
    assert len(heard(said).wishes) <= OFFERED
    language_of(said)


@pytest.mark.parametrize("said", LONG, ids=lambda said: said[:3])
def test_no_text_is_too_long(said: str) -> None:
    """A flood of signs costs no more than its first page."""
    heard("vierailu toukokuussa Turussa")
    begun = thread_time()
    assert len(heard(said).wishes) <= OFFERED
    assert thread_time() - begun < COSTLY
