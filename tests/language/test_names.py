from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.understand.gazetteer import Entry, Gazetteer
from bot.language.understand.tables import lists
from bot.regions.read import load

from .rows import NOTHING, rows

REGION = load("lounais-suomi")


def places() -> Gazetteer:
    bent = [
        Entry(one.code, (one.name.fi, one.name.sv), tuple(one.name.forms["fi"].values()))
        for one in REGION.municipalities.values()
    ]
    also = [Entry(one.code, one.variants) for one in REGION.municipalities.values()]
    return Gazetteer((*bent, *also))


PLACES = places()
NETWORKS = Gazetteer(
    [Entry(one.key, (one.name.fi, one.name.sv, *one.aliases)) for one in REGION.networks.values()],
    heads=lists("heads")["network"],
)
PLAIN = str.maketrans("äöåÄÖÅ", "aoaAOA")
FORMS = [
    (form, one.code)
    for one in REGION.municipalities.values()
    for language in one.name.forms.values()
    for form in language.values()
]


@pytest.mark.parametrize(("form", "code"), FORMS)
def test_every_place_is_known_in_every_form(form: str, code: str) -> None:
    """In both languages, in small letters or large, with dots or without."""
    for written in (form, form.lower(), form.upper(), form.translate(PLAIN)):
        assert PLACES.all(written) == (code,)


@pytest.mark.parametrize(("said", "code"), rows("places"))
def test_places_are_known_as_people_call_them(said: str, code: str) -> None:
    """By a village or a former municipality, bent by ear, with a slip; never by a common word."""
    assert (PLACES.one(said) or NOTHING) == code


def test_a_way_has_two_ends() -> None:
    """The ending, or the Swedish preposition, says where from and where to."""
    finnish = [(one.key, one.direction) for one in PLACES.find("ajoin Salosta Turkuun")]
    swedish = [(one.key, one.direction) for one in PLACES.find("jag körde från Nystad till Åbo")]
    assert finnish == [("734", "from"), ("853", "to")]
    assert swedish == [("895", "from"), ("853", "to")]


def test_a_place_is_cut_out_exactly() -> None:
    """A mention tells where in the text it stands."""
    text = "voitteko tulla Sankt Karinsiin?"
    (mention,) = PLACES.find(text)
    assert text[mention.start : mention.end] == "Sankt Karinsiin"


@pytest.mark.parametrize(("said", "keys"), rows("networks"))
def test_networks_are_known_by_name_alias_and_compound(said: str, keys: str) -> None:
    """Digikahvit, chefskaffe and viestintäväki tell whom they are for."""
    assert (" ".join(NETWORKS.all(said)) or NOTHING) == keys


@given(text=st.text() | st.text(alphabet="turkåposalion :-"))
def test_no_text_is_too_odd(text: str) -> None:
    """Nothing that anybody writes stops the bot."""
    for known in (PLACES, NETWORKS):
        assert all(mention.start < mention.end for mention in known.find(text))
