"""The map of the pairs: whole, readable, and the same each time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.ids import ServicePointId
from bot.domain.names import Name
from bot.domain.pairing.candidates import Candidate
from bot.domain.pairing.likeness import Weights
from bot.domain.pairing.pool import Pool
from bot.domain.pairing.propose import propose
from bot.domain.service_points import ServicePointKind
from bot.papers.map_groups import STYLES
from bot.papers.map_ink import PAPER
from bot.papers.map_plane import Degrees, Point, plane
from bot.papers.map_sheet import DOT, laid_out
from bot.papers.pair_map import Spot, Words, pair_map
from tests.regions.folders import lounais_suomi

SVG = "{http://www.w3.org/2000/svg}"
WORDS = Words("Kumppanikirjastot & kaverit", "Kartalla on <monta> paria.", "Odottaa kumppania")


def spot(place: str, lat: float, lon: float, name: Name | None = None) -> Spot:
    return Spot(ServicePointId(place), name or Name(place, f"{place} (sv)"), lat, lon)


REGION = [
    spot(town.code, town.centre.latitude, town.centre.longitude, town.name)
    for town in lounais_suomi().municipalities.values()
]
PAIRS = [(one.id, other.id) for one, other in zip(REGION[0:42:2], REGION[1:42:2], strict=True)]
"""By the alphabet: lines all over the map."""


def proposed() -> list[tuple[ServicePointId, ...]]:
    """The pairs that the bot would propose."""
    region = lounais_suomi()

    def km(one: Candidate, other: Candidate) -> int:
        return region.kilometres(one.municipality, other.municipality) or 0

    candidates = [
        Candidate(ServicePointId(town.code), town.code, ServicePointKind.MAIN, town.population)
        for town in region.municipalities.values()
    ]
    weights = Weights.of(region.arrangements.pairing)
    return [
        match.members for match in propose(Pool("spring", tuple(candidates), km, weights)).matches
    ]


def drawn(
    spots: Sequence[Spot], pairs: Sequence[Sequence[ServicePointId]], language: str
) -> Element:
    return fromstring(pair_map(spots, pairs, WORDS, language))  # noqa: S314  # our own


def texts(svg: Element) -> list[str]:
    return [part.text or "" for part in svg.iter(f"{SVG}text")]


def test_the_map_names_itself() -> None:
    """Title and description come first, as told, with whatever signs are in them."""
    svg = drawn(REGION, PAIRS, "fi")
    assert [part.tag for part in svg][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert [part.text for part in svg][:2] == [WORDS.title, WORDS.description]
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "pair-map-title pair-map-description"


def test_the_list_tells_every_pair_and_who_waits() -> None:
    """In the reader's language, numbered as they came, the odd one under its heading."""
    told = texts(drawn(REGION, PAIRS, "sv"))
    assert "Aura – Eura" in told
    assert "Euraåminne – Harjavalta" in told
    assert told[-2:] == [WORDS.waiting, "Vemo"]
    assert [text for text in told if text.isdigit()].count("21") == 2


def test_three_by_hand_are_joined_by_three_lines() -> None:
    """A group of three is a triangle with one number."""
    three = [spot("a", 60, 22), spot("b", 60.3, 22), spot("c", 60, 22.8)]
    sheet = laid_out(three, [[place.id for place in three]], "fi")
    assert [len(group.arcs) for group in sheet.groups] == [3]
    assert "a – b – c" in texts(drawn(three, [tuple(place.id for place in three)], "fi"))


def test_every_name_of_the_region_has_room() -> None:
    """43 municipalities and 21 pairs: no name is left out, none lies on another."""
    for language in ("fi", "sv"):
        boxes = laid_out(REGION, proposed(), language).labels()
        assert None not in boxes
        assert not any(one.overlap(other) for one, other in combinations(filter(None, boxes), 2))


def test_a_name_without_room_is_left_to_the_list() -> None:
    """Where lines run all over the map a name or two are missing, but none lies on another."""
    boxes = laid_out(REGION, PAIRS, "fi").labels()
    assert boxes.count(None) <= 4
    assert not any(one.overlap(other) for one, other in combinations(filter(None, boxes), 2))


def test_places_on_one_spot_are_drawn_apart() -> None:
    """A main library and its branch without coordinates of their own are both seen."""
    twins = [spot("main", 60.45, 22.27), spot("branch", 60.45, 22.27), spot("far", 61, 22)]
    points = laid_out(twins, [], "fi").points
    assert all(one.away(other) > 2 * DOT for one, other in combinations(points, 2))


def test_north_is_up_and_a_kilometre_is_as_long_every_way() -> None:
    """A degree of longitude is drawn as short as it is so far north."""
    flat = plane([Degrees(60, 21), Degrees(62, 24)], 500, 800, Point(0, 0))
    north, south = flat.at(Degrees(62, 22)), flat.at(Degrees(60, 22))
    west, east = flat.at(Degrees(61, 21)), flat.at(Degrees(61, 24))
    assert north.y < south.y
    assert west.x < east.x
    assert north.away(south) == pytest.approx(flat.units(222.4))
    assert west.away(east) == pytest.approx(flat.units(161.7), rel=0.001)
    assert flat.earth(east) == pytest.approx(Degrees(61, 24))


@pytest.mark.parametrize("colour", [colour for colour, _ in STYLES])
def test_colours_stand_out_from_paper(colour: str) -> None:
    """Three to one at least, as WCAG asks of graphics."""
    assert (luminance(PAPER) + 0.05) / (luminance(colour) + 0.05) > 3


def test_no_colour_says_it_alone() -> None:
    """Each colour has dashes of its own, and each pair its number."""
    assert len({dashes for _, dashes in STYLES}) == len(STYLES)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_pair_that_is_not_on_the_map_is_a_mistake() -> None:
    """Whoever asks for the map hands in every library of every pair."""
    with pytest.raises(KeyError):
        pair_map(REGION[:1], [(REGION[0].id, REGION[1].id)], WORDS, "fi")
    with pytest.raises(ValueError, match="empty"):
        pair_map([], [], WORDS, "fi")


spots = st.builds(
    spot,
    st.text("abcåäö –<&\x0b", min_size=1, max_size=30),
    st.floats(59, 71),
    st.floats(19, 32),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(spots, min_size=1, max_size=14, unique_by=lambda spot: spot.id))
def test_any_places_make_a_map(places: list[Spot]) -> None:
    """Wherever they are, it is valid XML, with nothing outside its sheet, and the same again."""
    pairs = [(one.id, other.id) for one, other in zip(places[::2], places[1::2], strict=False)]
    svg = drawn(places, pairs, "fi")
    wide, high = float(svg.get("width", 0)), float(svg.get("height", 0))
    for circle in svg.iter(f"{SVG}circle"):
        assert 0 < float(circle.get("cx", 0)) < wide
        assert 0 < float(circle.get("cy", 0)) < high
    assert pair_map(places, pairs, WORDS, "fi") == pair_map(places, pairs, WORDS, "fi")
