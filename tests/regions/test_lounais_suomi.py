from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest

from bot.domain.arrangements import RoundKind, Season
from bot.domain.claims.rates import Rates
from bot.domain.ids import ConsortiumKey, MunicipalityCode, NetworkKey, ServicePointId
from bot.domain.names import FORMS
from bot.domain.networks import NetworkKind
from bot.domain.places import LanguageStatus, Municipality, road_kilometres

from .folders import lounais_suomi

REGION = lounais_suomi()

AT = """
Aurassa Eurassa Eurajoella Harjavallassa Huittisissa Jämijärvellä Kaarinassa Kankaanpäässä
Karviassa Kokemäellä Koskella Kustavissa Kemiönsaarella Laitilassa Liedossa Loimaalla Paraisilla
Marttilassa Maskussa Merikarvialla Mynämäellä Naantalissa Nakkilassa Nousiaisissa Oripäässä
Paimiossa Pomarkussa Porissa Pyhärannassa Pöytyällä Raisiossa Raumalla Ruskolla Salossa Sauvossa
Siikaisissa Somerolla Säkylässä Taivassalossa Turussa Ulvilassa Uudessakaupungissa Vehmaalla
"""

EVERY = pytest.mark.parametrize(
    "municipality", REGION.municipalities.values(), ids=lambda one: str(one.name.fi)
)


def called(name: str) -> Municipality:
    found = REGION.called(name)
    assert found is not None
    return found


def is_close(told: int | None, one: Municipality, other: Municipality) -> bool:
    return told is not None and abs(told - road_kilometres(one.centre, other.centre)) <= 1


def kilometres(one: str, other: str) -> int | None:
    return REGION.kilometres(called(one).code, called(other).code)


def test_it_has_the_43_municipalities_and_their_people() -> None:
    """Varsinais-Suomi and Satakunta are there, all 698 123 people of them (ACT-3)."""
    assert len(REGION.municipalities) == 43
    assert sum(one.population for one in REGION.municipalities.values()) == 698_123
    assert Counter(one.size.value for one in REGION.municipalities.values()) == {
        "XS": 8,
        "S": 7,
        "M": 18,
        "L": 7,
        "XL": 3,
    }


def test_one_is_in_each_municipality_as_people_there_say() -> None:
    """Turussa, but Raumalla and Paraisilla."""
    places = [one.name.in_language("fi") for one in REGION.municipalities.values()]
    assert [f"{place:locative}" for place in places] == AT.split()


@EVERY
def test_a_finnish_name_bends_in_one_way(municipality: Municipality) -> None:
    """Turussa, Turusta and Turkuun go together; so do Raumalla, Raumalta and Raumalle."""
    name = municipality.name.in_language("fi")
    inner = re.fullmatch(r"(.+)s(s[aä])", f"{name:locative}")
    outer = re.fullmatch(r"(.+)l(l[aä])", f"{name:locative}")
    if inner:
        assert f"{name:separative}" == f"{inner[1]}st{inner[2][-1]}".replace("Uudessa", "Uudesta")
        assert re.fullmatch(r".+[aeiouyäö]n", f"{name:lative}")
    else:
        assert outer
        assert f"{name:separative}" == f"{outer[1]}lt{outer[2][-1]}"
        assert f"{name:lative}" == f"{outer[1]}lle"
    assert re.fullmatch(r".+n( \(Tl\))?", f"{name:genitive}")


@EVERY
def test_a_swedish_name_has_its_prepositions(municipality: Municipality) -> None:
    """I Åbo, but på Kimitoön; från and till every place."""
    name = municipality.name.in_language("sv")
    on = "på" if name.endswith("ön") else "i"
    assert f"{name:locative}" == f"{on} {name}"
    assert f"{name:separative} {name:lative}" == f"från {name} till {name}"
    assert f"{name:genitive}" == (name if name.endswith("s") else f"{name}s")


def test_every_name_a_person_may_see_has_all_its_forms() -> None:
    """No network, consortium, label, role or payer makes a sentence stumble."""
    names = [
        REGION.name,
        REGION.library,
        REGION.invoicing.payer,
        *(one.name for one in REGION.networks.values()),
        *(one.name for one in REGION.consortia.values()),
        *(one.name for one in REGION.labels),
        *(one.name for one in REGION.contacts.values()),
    ]
    for name in names:
        assert {language: set(forms) for language, forms in name.forms.items()} == {
            "fi": set(FORMS),
            "sv": set(FORMS),
        }


def test_a_municipality_is_found_by_any_of_its_names() -> None:
    """Code, Finnish name, Swedish name and the usual spellings lead to the same place."""
    assert called("202") is called("kaarina") is called("S:t Karins") is called("SANKT KARINS")
    assert called("Koski Tl") is called("Koskis") is called("koski ")
    assert REGION.called("Tampere") is None


def test_languages_are_as_the_state_and_the_task_have_them() -> None:
    """Swedish is guessed for two, Turku is asked, and three are language islands (D-33, ACT-15)."""
    everyone = REGION.municipalities.values()
    guessed = {one.name.fi: one.default_language for one in everyone}
    assert [name for name, language in guessed.items() if language == "sv"] == [
        "Kemiönsaari",
        "Parainen",
    ]
    assert [name for name, language in guessed.items() if language is None] == ["Turku"]
    assert [one.name.fi for one in everyone if one.language_island] == ["Kaarina", "Pori", "Salo"]
    assert called("Åbo").language_status is LanguageStatus.BILINGUAL_FINNISH


def test_neighbours_are_neighbours_both_ways() -> None:
    """Whoever may be invited may invite back (AV-9)."""
    for code in REGION.municipalities:
        for neighbour in REGION.neighbours(code):
            assert code in {back.code for back in REGION.neighbours(neighbour.code)}
    assert sum(len(REGION.neighbours(code)) for code in REGION.municipalities) == 2 * 113
    assert [one.name.fi for one in REGION.neighbours(called("Kemiönsaari").code)] == [
        "Parainen",
        "Salo",
        "Sauvo",
    ]


def test_there_is_a_distance_between_any_two() -> None:
    """903 pairs, the same both ways, and none to a place outside."""
    assert len(REGION.distances) == 903
    for one, other in combinations(REGION.municipalities, 2):
        assert (REGION.kilometres(one, other) or 0) > 0
        assert REGION.kilometres(one, other) == REGION.kilometres(other, one)
    assert kilometres("Turku", "Åbo") == 0
    assert REGION.kilometres(called("Turku").code, MunicipalityCode("837")) is None
    assert REGION.kilometres(MunicipalityCode("837"), MunicipalityCode("837")) is None


def test_distances_follow_the_rule_but_for_the_sea() -> None:
    """The straight line times 1.2, with two ways round the water (D-8)."""
    detours = [
        {one.name.fi, other.name.fi}
        for one, other in combinations(REGION.municipalities.values(), 2)
        if not is_close(REGION.kilometres(one.code, other.code), one, other)
    ]
    assert detours == [{"Kustavi", "Uusikaupunki"}, {"Kemiönsaari", "Parainen"}]


def test_a_visit_far_away_is_short() -> None:
    """The working day minus the road there and back: two to three hours in Karvia (D-26)."""
    assert kilometres("Turku", "Karvia") == 226
    assert REGION.travel_minutes(called("Karvia").code) == 170
    assert REGION.minutes_on_site(called("Karvia").code) == 8 * 60 - 2 * 170
    assert REGION.minutes_on_site(called("Turku").code) == 8 * 60


def test_every_municipality_has_a_main_library_from_the_start() -> None:
    """43 of them, in the words of both languages (D-39)."""
    assert len(REGION.main_libraries) == 43
    name = REGION.main_libraries[ServicePointId("853-main")].name
    library = name.in_language("fi")
    assert [f"{library:{form}}" for form in ("", *FORMS)] == [
        "Turun pääkirjasto",
        "Turun pääkirjaston",
        "Turun pääkirjastossa",
        "Turun pääkirjastosta",
        "Turun pääkirjastoon",
    ]
    library = name.in_language("sv")
    assert [f"{library:{form}}" for form in ("", *FORMS)] == [
        "Åbo huvudbibliotek",
        "Åbo huvudbiblioteks",
        "på Åbo huvudbibliotek",
        "från Åbo huvudbibliotek",
        "till Åbo huvudbibliotek",
    ]


def test_main_libraries_are_called_as_people_write_them() -> None:
    """Kosken (Tl) pääkirjasto; in Swedish an s after a consonant only."""
    named = {point.municipality: point.name for point in REGION.main_libraries.values()}
    assert named[called("Koski Tl").code].fi == "Kosken (Tl) pääkirjasto"
    assert named[called("Parainen").code].fi == "Paraisten pääkirjasto"
    assert {
        named[called(place).code].sv
        for place in ("Björneborg", "Raumo", "Pargas", "Kimitoön", "S:t Karins", "Ulvsby")
    } == {
        "Björneborgs huvudbibliotek",
        "Raumo huvudbibliotek",
        "Pargas huvudbibliotek",
        "Kimitoöns huvudbibliotek",
        "S:t Karins huvudbibliotek",
        "Ulvsby huvudbibliotek",
    }


def test_each_consortium_has_its_libraries() -> None:
    """Vaski, Sata, Loisto and Blanka, and Somero on its own (ACT-3)."""
    assert {key: len(REGION.members(key)) for key in REGION.consortia} == {
        "vaski": 18,
        "sata": 16,
        "loisto": 6,
        "blanka": 2,
    }
    assert called("Somero").consortium is None


def test_satakirjastot_is_the_official_name() -> None:
    """Sata-kirjastot and Sata-kimppa lead to it (D-40)."""
    sata = REGION.consortium(ConsortiumKey("sata"))
    assert sata.name.fi == "Satakirjastot"
    assert {"Sata-kirjastot", "Sata-kimppa"} <= set(sata.aliases)


def test_networks_are_known_by_their_former_names() -> None:
    """Digitutorit, IKI-ryhmä and Osaamisen kehittämisryhmä are still understood (D-27)."""
    former = {alias: one.key for one in REGION.networks.values() for alias in one.aliases}
    assert former["Digitutorit"] == "digi"
    assert former["IKI-ryhmä"] == "diversity"
    assert former["Osaamisen kehittämisryhmä"] == "planning"


def test_members_are_named_where_their_travel_is_paid() -> None:
    """Not in open networks, and not in audiences (TC-2)."""
    named = [key for key, network in REGION.networks.items() if network.has_named_members]
    assert named == [
        "planning",
        "visibility",
        "varsat_core",
        "diversity",
        "ake_sv",
        "liboppi_board",
    ]
    assert REGION.network(NetworkKey("directors")).kind is NetworkKind.AUDIENCE


@pytest.mark.parametrize(
    ("day", "fi", "sv"),
    [
        (date(2024, 3, 1), "AVIn", "regionförvaltningsverket"),
        (date(2025, 12, 31), "AVIn", "regionförvaltningsverket"),
        (date(2026, 1, 1), "LVV:n", "Tillstånds- och tillsynsverket"),
    ],
)
def test_the_authority_changes_its_name_at_new_year_2026(day: date, fi: str, sv: str) -> None:
    """AVI until the last day of 2025, LVV from the first of 2026 (D-28)."""
    assert f"{REGION.label('authority_short', day).in_language('fi'):genitive}" == fi
    assert REGION.label("authority", day).sv == sv


@pytest.mark.parametrize(
    ("day", "car", "trailer"),
    [(date(2024, 5, 2), 57, 10), (date(2025, 12, 31), 59, 10), (date(2026, 1, 1), 55, 9)],
)
def test_a_kilometre_is_worth_what_its_year_says(day: date, car: int, trailer: int) -> None:
    """The Tax Administration's maximum of the day of travel (D-15, D-16)."""
    rates: Rates = REGION.rate
    rate = REGION.rate(day)
    assert rate is not None
    assert rate == rates(day)
    assert [rate.car, rate.passenger, rate.trailer] == [Decimal(car), Decimal(4), Decimal(trailer)]


def test_nobody_guesses_the_rate_of_a_year_to_come() -> None:
    """Without a row for 2027 there is no rate (D-15)."""
    assert REGION.rate(date(2027, 1, 1)) is None


def test_rounds_open_in_spring_and_wait_in_autumn() -> None:
    """16.2.–15.3. for both kinds; AKE sets the autumn (D-1, D-2)."""
    rounds = {(one.kind, one.season): one for one in REGION.arrangements.rounds}
    for kind in RoundKind:
        spring = rounds[kind, Season.SPRING].window(2024)
        assert spring == (date(2024, 2, 16), date(2024, 3, 15))
        assert rounds[kind, Season.AUTUMN].window(2024) is None


def test_what_ake_has_to_fill_in_is_told() -> None:
    """Nothing unknown is made up."""
    assert REGION.unset == (
        "contacts.director.mailbox",
        "contacts.authority.mailbox",
        "invoicing.address_suffix",
        "invoicing.reference",
        "rounds.partner.autumn",
        "rounds.ake_visit.autumn",
    )
