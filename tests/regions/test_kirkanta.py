from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.places import Coordinates
from bot.domain.service_points import ServicePointKind
from bot.regions.imports import Imported
from bot.regions.kirkanta import closed, read_directory

from .folders import lounais_suomi

CITIES = {"1": "Turku", "2": "Parainen", "3": "Tampere", "4": "Koski Tl", "5": "Somero"}


def library(number: int, name: str, city: int, **told: object) -> dict[str, object]:
    """An item as the directory's server writes it, with the fields that matter here."""
    usual = {"type": "municipal", "mainLibrary": False, "coordinates": None, "consortium": 2115}
    return {"id": number, "name": name, "city": city, "slug": "x", **usual, **told}


def answer(*items: dict[str, object]) -> str:
    cities = {key: {"id": int(key), "name": name} for key, name in CITIES.items()}
    refs = {"city": cities, "consortium": {}}
    return json.dumps({"type": "library", "total": len(items), "items": items, "refs": refs})


PLACE = {"lat": 60.4504634, "lon": 22.2708644}
FINNISH = answer(
    library(85141, "Turun pääkirjasto", 1, mainLibrary=True, coordinates=PLACE),
    library(7, "Runosmäen kirjasto", 1, coordinates={"lat": "60.49", "lon": "22.27"}),
    library(8, "Turun kirjastoauto", 1, type="mobile"),
    library(9, "Yliopiston kirjasto", 1, type="university"),
    library(10, "Paraisten pääkirjasto", 2, mainLibrary=True),
    library(11, "Nauvon kirjasto", 2, coordinates={"lat": 0, "lon": 0}),
    library(12, "Metso", 3, mainLibrary=True),
    library(13, "Kosken kirjasto", 4),
)
SWEDISH = answer(library(11, "Nagu bibliotek", 2), library(13, "Kosken kirjasto", 4))


def imported(fi: str = FINNISH, sv: str | None = SWEDISH) -> Imported:
    return read_directory(fi, sv, lounais_suomi())


def told(*items: dict[str, object]) -> list[str]:
    return [str(fault) for fault in imported(answer(*items)).faults]


def test_the_directory_gives_the_regions_public_libraries() -> None:
    """Main libraries, branches and bookmobiles; no university's, and none of Tampere."""
    assert imported().faults == ()
    assert [(point.id, point.kind.value, point.name.fi) for point in imported().points] == [
        ("853-main", "main", "Turun pääkirjasto"),
        ("853-kirkanta-7", "branch", "Runosmäen kirjasto"),
        ("853-kirkanta-8", "mobile", "Turun kirjastoauto"),
        ("445-main", "main", "Paraisten pääkirjasto"),
        ("445-kirkanta-11", "branch", "Nauvon kirjasto"),
        ("284-main", "main", "Kosken kirjasto"),
    ]


def test_swedish_names_come_from_the_swedish_answer() -> None:
    """Where it has none, the Finnish one stands for it."""
    names: dict[str, str] = {point.id: point.name.sv for point in imported().points}
    assert names["445-kirkanta-11"] == "Nagu bibliotek"
    assert names["853-kirkanta-7"] == "Runosmäen kirjasto"
    alone: dict[str, str] = {point.id: point.name.sv for point in imported(sv=None).points}
    assert alone["445-kirkanta-11"] == "Nauvon kirjasto"


def test_places_are_kept_where_they_make_sense() -> None:
    """Numbers or texts; nothing outside Finland."""
    places: dict[str, Coordinates | None] = {
        point.id: point.coordinates for point in imported().points
    }
    assert places["853-main"] is not None
    assert places["853-kirkanta-7"] is not None
    assert places["445-kirkanta-11"] is None


def test_the_only_library_is_the_main_one() -> None:
    """Koski has marked none, but has one library only."""
    (koski,) = (point for point in imported().points if point.municipality == "284")
    assert koski.kind is ServicePointKind.MAIN


def test_ake_is_asked_which_one_is_the_main_library() -> None:
    """Two that say so, two that do not, or a bookmobile alone: nothing is guessed."""
    one, other = library(1, "A", 5, mainLibrary=True), library(2, "B", 5, mainLibrary=True)
    assert told(one, other) == ["kirkanta: Somero should have one main library, but has A, B."]
    assert told(library(1, "A", 5), library(2, "B", 5)) == told(one, other)
    assert told(library(1, "A", 5, type="mobile")) == [
        "kirkanta: Somero should have one main library, but has bookmobiles alone."
    ]


def test_a_library_that_left_the_directory_is_closed() -> None:
    """It stays known and inactive; what AKE added by hand is left alone."""
    known = imported().points
    by_hand = replace(known[1], external_id=None, id=known[4].id)
    now = imported(answer(library(85141, "Turun pääkirjasto", 1, mainLibrary=True)))
    gone = closed([*known, by_hand], now)
    assert [point.id for point in gone] == ["853-kirkanta-7", "853-kirkanta-8", "445-kirkanta-11"]
    assert not any(point.active for point in gone)
    assert closed(gone, now) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "kirkanta, line 1: this is not JSON (Expecting value)."),
        ("[]", "kirkanta: there is no list of items in it."),
        ('{"items": []}', "kirkanta: it does not tell the cities; ask for refs=city."),
        (answer({"id": "x"}), "kirkanta: an item has no id or no name: x, None."),
    ],
)
def test_another_answer_is_refused(text: str, reason: str) -> None:
    """Told in one sentence, and nothing is imported."""
    found = imported(text, None)
    assert [str(fault) for fault in found.faults] == [reason]
    assert found.points == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["items", "refs", "city", "id", "name", "type", "coordinates", "1"]),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_no_answer_stops_the_bot(value: object) -> None:
    """Whatever the server sends, it is read or refused."""
    found = imported(json.dumps(value), None)
    assert found.points == () or found.faults == ()
