"""What a coordinator reads about a pair, in both languages."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from bot.dialog import Phrase, as_is
from bot.domain.ids import MunicipalityCode, ServicePointId
from bot.domain.interests import InterestKey
from bot.domain.names import Name
from bot.domain.pairing.candidates import Candidate
from bot.domain.pairing.likeness import Likeness
from bot.domain.pairing.pool import (
    LockedAndForbidden,
    LockedTwice,
    NotCandidate,
    WishesClash,
    WrongNumber,
)
from bot.domain.pairing.price import Price
from bot.domain.pairing.reasons import Comparison, Reasons
from bot.domain.service_points import ServicePointKind
from bot.language.speak import Speech
from dialogs.proposal import WAITING, map_told
from dialogs.reasons import all_explained, explained, remarks
from dialogs.wishes import clash, cost
from tests.regions.folders import lounais_suomi

ZONE = ZoneInfo("Europe/Helsinki")
FI, SV = Speech("fi", ZONE), Speech("sv", ZONE)
PLAIN = Reasons(
    km=27,
    populations=(4000, 3900),
    same_size=True,
    main_and_branch=False,
    shared_interests=(),
    both_swedish=False,
    times_before=0,
    work_together=False,
    same_consortium=False,
)
DIGITAL = InterestKey("digital_support")
EVENTS = InterestKey("events")
AURA, MARTTILA = Name("Aura", "Aura"), Name("Marttila", "S:t Mårtens")


def both(phrase: Phrase) -> tuple[str, str]:
    """In Finnish and in Swedish, with plain spaces."""
    return FI(phrase).replace("\xa0", " "), SV(phrase).replace("\xa0", " ")


def test_a_pair_is_explained_in_a_sentence() -> None:
    """Size, kilometres and the shared themes by name."""
    interests = lounais_suomi().interests
    assert both(explained(PLAIN, interests)) == ("Samankokoiset, 27 km", "Lika stora, 27 km")
    assert both(explained(replace(PLAIN, shared_interests=(DIGITAL,)), interests)) == (
        "Samankokoiset, 27 km, yhteinen aihe: digituki",
        "Lika stora, 27 km, gemensamt tema: digitalt stöd",
    )
    assert both(explained(replace(PLAIN, shared_interests=(DIGITAL, EVENTS)), interests)) == (
        "Samankokoiset, 27 km, yhteiset aiheet: digituki ja tapahtumat",
        "Lika stora, 27 km, gemensamma teman: digitalt stöd och evenemang",
    )


def test_sizes_that_differ_are_told_in_numbers() -> None:
    """A coordinator sees how much larger one of the two is."""
    interests = lounais_suomi().interests
    unlike = replace(PLAIN, same_size=False, populations=(38667, 83205))
    assert both(explained(unlike, interests)) == (
        "38 667 ja 83 205 asukasta, 27 km",
        "38 667 och 83 205 invånare, 27 km",
    )
    one = both(explained(replace(unlike, shared_interests=(EVENTS,)), interests))
    assert one[0] == "38 667 ja 83 205 asukasta, 27 km, yhteinen aihe: tapahtumat"
    two = both(explained(replace(unlike, shared_interests=(DIGITAL, EVENTS)), interests))
    assert two[1].endswith("27 km, gemensamma teman: digitalt stöd och evenemang")


def test_what_else_there_is_to_know_is_remarked() -> None:
    """Nothing where nothing stands out; otherwise a sentence for each thing."""
    assert list(remarks(PLAIN)) == []
    much = replace(
        PLAIN,
        main_and_branch=True,
        both_swedish=True,
        times_before=2,
        work_together=True,
        same_consortium=True,
    )
    assert [SV(remark) for remark in remarks(much)] == [
        "Det ena är ett huvudbibliotek, det andra inte.",
        "Båda vill arbeta på svenska.",
        "De har varit partner 2 gånger tidigare.",
        "De samarbetar redan.",
        "De hör till samma biblioteksnätverk (kimppa).",
    ]
    once = next(remarks(replace(PLAIN, times_before=1)))
    assert FI(once) == "Ne ovat olleet kumppaneita kerran aiemmin."


@pytest.mark.parametrize(
    ("price", "told"),
    [
        (Price(2, 1, 1, 40), "Tällä toiveella kumppanin saa 2 kirjastoa vähemmän."),
        (Price(-1, 0, 0, 400), "Tällä toiveella kumppanin saa yksi kirjasto enemmän."),
        (Price(0, 1, 0, -30), "Tällä toiveella jokin kirjasto jäisi taas odottamaan."),
        (Price(0, -1, 0, 30), "Tällä toiveella jo odottanut kirjasto saa kumppanin."),
        (Price(0, 0, 1, -30), "Tällä toiveella aiemman kierroksen pari toistuu."),
        (Price(0, 0, -1, 30), "Tällä toiveella aiempien kierrosten pareja toistuu vähemmän."),
        (Price(0, 0, 0, 33), "Tämä toive vie 33 pistettä."),
        (Price(0, 0, 0, -1), "Tämä toive tuo yhden pisteen lisää."),
        (Price(0, 0, 0, 0), "Tämä toive ei vaikuta pisteisiin."),
    ],
)
def test_the_price_of_a_wish_is_told_by_what_weighs_most(price: Price, told: str) -> None:
    """A partner lost is told before a repeated pair, and that before points."""
    assert FI(cost(price)) == told


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (LockedTwice, "Marttila: lukittu jo toiseen ryhmään. Kumoa ensin se lukitus."),
        (LockedAndForbidden, "Marttila: olet pyytänyt pitämään nämä erillään. Kumoa se ensin."),
        (NotCandidate, "Ei mukana tällä kierroksella: Marttila."),
        (WrongNumber, "Valitse kaksi kirjastoa tai ryhmään kolme."),
    ],
)
def test_a_clash_says_what_may_be_done(kind: type[WishesClash], told: str) -> None:
    """Each refusal names the library and the way on."""
    one = ServicePointId("480-main")
    assert FI(clash(kind(frozenset({one})), {one: MARTTILA})) == told


def test_the_map_is_told_to_one_who_does_not_see_it() -> None:
    """Every pair by its names in the reader's language, and who waits."""
    pairs = [(AURA, MARTTILA)]
    assert SV(map_told(pairs, [])) == "På kartan finns ett par: Aura – S:t Mårtens."
    assert FI(map_told(pairs * 2, [AURA])) == (
        "Kartalla on 2 paria: Aura – Marttila ja Aura – Marttila. Odottamassa: Aura."
    )
    assert FI(map_told([], [AURA, MARTTILA])) == (
        "Kartta ilman pareja. Odottamassa: Aura ja Marttila."
    )
    assert (FI(WAITING), SV(WAITING)) == ("Odottaa kumppania", "Väntar på partner")


def test_of_three_libraries_each_two_are_explained() -> None:
    """One can see which two are alike, and which are near."""
    one, two, three = (
        Candidate(ServicePointId(key), MunicipalityCode(key), ServicePointKind.MAIN, 1000)
        for key in ("a", "b", "c")
    )
    near = [
        Comparison(first, second, Likeness(0, 0, 0, 0, 0), replace(PLAIN, km=km))
        for first, second, km in ((one, two, 10), (two, three, 20))
    ]
    said = all_explained(near, (), lambda points: as_is("–".join(points)))
    assert both(said)[0] == "a–b: Samankokoiset, 10 km; b–c: Samankokoiset, 20 km"
    assert both(all_explained(near[:1], (), lambda points: as_is("?")))[0] == "Samankokoiset, 10 km"
