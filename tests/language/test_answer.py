from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog import (
    Amount,
    Ask,
    Attach,
    Choose,
    ChooseMany,
    Count,
    Day,
    Kilometres,
    Option,
    Rejected,
    Text,
    TimeOfDay,
    YesNo,
    _,
    just,
)
from bot.domain.names import Name
from bot.language.speak import Speech
from bot.language.understand.answer import answer
from bot.language.understand.vocabulary import Called, vocabulary
from bot.regions.read import load

REGION = load("lounais-suomi")
SAY: dict[str, Callable[..., str]] = {
    language: Speech(language, REGION.zone) for language in ("fi", "sv")
}
VOCABULARY = vocabulary(
    [Called(one.code, one.name, one.variants) for one in REGION.municipalities.values()],
    [Called(one.key, one.name, one.aliases) for one in REGION.networks.values()],
    SAY,
    ZoneInfo("Europe/Helsinki"),
)
LATE_SUNDAY = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
"""In Finland it is Monday already."""
WHY = _("Why?")
LIBRARIES = tuple(
    Option(key, just(Name(*names)))
    for key, names in {
        "turku": ("Turun pääkirjasto", "Åbo huvudbibliotek"),
        "nauvo": ("Nauvon kirjasto", "Nagu bibliotek"),
        "parainen": ("Paraisten kirjasto", "Pargas bibliotek"),
        "salo": ("Salon pääkirjasto", "Salo huvudbibliotek"),
    }.items()
)
DAYS = tuple(Option(f"d{day}", just(datetime(2027, 1, day).date())) for day in (12, 14, 19))  # noqa: DTZ001


Kind: TypeAlias = (
    "Text | Count | Amount | Kilometres | Day | TimeOfDay | YesNo"
    " | Choose[str] | ChooseMany[str] | Attach"
)


def asked(question: Kind, options: tuple[Option, ...] = (), name: str = "it") -> Ask:
    question.name = name
    return Ask("visit", question, options)


def said(ask: Ask, text: str, language: str | None = "fi") -> str:
    return answer(ask, text, language=language, now=LATE_SUNDAY, vocabulary=VOCABULARY)


@pytest.mark.parametrize(
    ("question", "text", "wire"),
    [
        (Text(WHY), "  Tulkaa pian! ", "Tulkaa pian!"),
        (Count(WHY, most=50), "meitä on viisitoista", "15"),
        (Amount(WHY), "tolv och femtio", "12.50"),
        (Amount(WHY), "5 senttiä", "0.05"),
        (Kilometres(WHY), "2 x 52,5 km", "105.0"),
        (Day(WHY), "ensi viikon torstaina", "2026-12-03"),
        (Day(WHY), "20.11.", "2027-11-20"),
        (Day(WHY, past=True), "20.11.", "2026-11-20"),
        (Day(WHY), "i dag", "2026-11-23"),
        (TimeOfDay(WHY), "puoli kymmeneltä", "09:30"),
        (YesNo(WHY), "ilman muuta", "yes"),
        (YesNo(WHY), "nej tack", "no"),
    ],
)
def test_words_become_the_form_answers_travel_in(question: Kind, text: str, wire: str) -> None:
    """Each kind of question reads words in its own way, and today is today in Finland."""
    assert said(asked(question), text) == wire
    question.read(wire, None)


def test_a_count_of_passengers_leaves_out_the_driver() -> None:
    """It is known by its name."""
    seats = Count(WHY, most=8)
    assert said(asked(seats, name="passengers"), "meitä oli kolme") == "2"
    assert said(asked(seats, name="staff"), "meitä oli kolme") == "3"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2", "nauvo"),
        ("turku", "turku"),
        ("Åbossa", "turku"),
        ("Pargas", "parainen"),
        ("Perniö", "salo"),
        ("Salon kirjasto", "salo"),
    ],
)
def test_a_library_is_chosen_by_its_place(text: str, value: str) -> None:
    """By a part of its name, in either language, or by a village of its municipality."""
    assert said(asked(Choose[str](WHY), LIBRARIES), text) == value


@pytest.mark.parametrize("text", ["14.1.", "torstai 14.", "den 14 januari", "2"])
def test_a_listed_day_is_chosen_as_a_day(text: str) -> None:
    """However it is written."""
    assert said(asked(Choose[str](WHY), DAYS), text) == "d14"


def test_many_travel_with_commas() -> None:
    """None of them is nothing at all."""
    ask = asked(ChooseMany[str](WHY), LIBRARIES)
    assert said(ask, "Nauvo ja Salo") == "nauvo,salo"
    assert said(ask, "inga", "sv") == ""


@pytest.mark.parametrize(
    ("question", "options", "text", "why"),
    [
        (Count(WHY, most=50), (), "monta", "Vastaa numerolla, esimerkiksi 4."),
        (Day(WHY), (), "31.4.", "Kalenterissa ei ole sellaista päivää."),
        (Day(WHY), (), "ke 24.11.2026", "Kalenterissa ei ole sellaista päivää."),
        (Day(WHY), (), "viikolla 50", "Tarvitsen yhden päivän, esimerkiksi 7.12."),
        (
            Choose[str](WHY),
            LIBRARIES,
            "pääkirjasto",
            "Mitä näistä tarkoitat: Turun pääkirjasto ja Salon pääkirjasto?",
        ),
        (
            Choose[str](WHY),
            LIBRARIES,
            "Helsinki",
            "En löytänyt sitä vaihtoehdoista. Kirjoita vaihtoehdon numero tai nimi.",
        ),
        (
            ChooseMany[str](WHY, search=True),
            LIBRARIES,
            "Helsinki",
            "En löytänyt sitä luettelosta. Kirjoita nimi tai osa siitä.",
        ),
        (Attach(WHY), (), "kohta", "Odotan tähän tiedostoa. Lähetä se liitteenä."),
    ],
)
def test_what_is_not_understood_is_asked_for_kindly(
    question: Kind, options: tuple[Option, ...], text: str, why: str
) -> None:
    """The bot says what it missed and how to write it."""
    with pytest.raises(Rejected) as rejected:
        said(asked(question, options), text)
    assert SAY["fi"](rejected.value.why) == why


KINDS: tuple[Kind, ...] = (
    Text(WHY),
    Count(WHY, most=50),
    Amount(WHY),
    Kilometres(WHY),
    Day(WHY),
    TimeOfDay(WHY),
    YesNo(WHY),
    Choose[str](WHY),
    ChooseMany[str](WHY),
    Attach(WHY),
)


@given(
    text=st.text() | st.text(alphabet="0123456789.,- jakloe€"),
    question=st.sampled_from(KINDS),
    language=st.sampled_from(["fi", "sv", None]),
)
def test_any_words_are_an_answer_or_kindly_refused(
    text: str, question: Kind, language: str | None
) -> None:
    """Nothing that anybody writes stops the bot, and what it takes the question takes too."""
    with suppress(Rejected):
        wire = said(asked(question, LIBRARIES), text, language)
        assert wire == wire.strip()
        question.read(wire or LIBRARIES[0].value, LIBRARIES)
