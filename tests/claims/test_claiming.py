"""A library worker claims for a trip: from three answers to a claim that AKE has."""

from __future__ import annotations

from datetime import date

import pytest

from bot.app import House
from bot.dialog import Move
from bot.domain.claims.legs import Leg, Mode
from bot.domain.claims.own_claims import Claims
from tests.chat import Chat
from tests.houses import Meet
from tests.visits.acting import PARGAS, RAUMA, TURKU, acting, settle, told

from .travelling import DAY, meeting, rotation


@pytest.fixture
def aino(meet: Meet, sqlite_house: House) -> Chat:
    settle(sqlite_house, "aino", TURKU)
    return meet("aino")


@pytest.fixture
def sven(meet: Meet, sqlite_house: House) -> Chat:
    settle(sqlite_house, "sven", PARGAS)
    sven = meet("sven", language="sv")
    sven.opens("language", language="sv")
    return sven


def test_a_known_trip_takes_three_answers(aino: Chat, sqlite_house: House) -> None:
    """How, how far, with whom: the rest is known, and the sum is right."""
    trip = meeting(sqlite_house)
    aino.opens("claim", errand=trip.id)
    assert aino.asked() == ["way"]
    aino.picks("Oma auto")
    assert "noin 180 km" in aino.hears() or "noin 184 km" in aino.hears() or "noin" in aino.hears()
    aino.says("185,5")
    said = aino.says("Eero Eskola ja Minna Mäki")
    assert "Turku–Rauma–Turku" in said
    assert "185,5 km × (0,55\xa0€ + 2 × 0,04\xa0€ matkustajista)" in said
    assert "Yhteensä 116,87\xa0€." in said
    done = aino.presses("Lähetä matkalasku")
    assert "AKE-2026-0001, 116,87\xa0€" in done
    assert "Oma kuntasi maksaa" in done
    assert "[Laskun tiivistelmä (PDF)]" in done


def test_the_same_in_swedish(sven: Chat, sqlite_house: House) -> None:
    """Typed from the first word to the last."""
    rotation(sqlite_house, "Sven")
    assert "Hur reste du?" in sven.says("/reserakning")
    assert "Enligt uppskattningen" in sven.says("1")
    assert "Vilka åkte med dig?" in sven.says("250")
    said = sven.says("hoppa över")
    assert "Arbetsrotation på Raumo huvudbibliotek" in said
    assert "Sammanlagt 137,50\xa0€." in said
    assert "Reseräkning AKE-2026-0001, 137,50\xa0€, är nu hos AKE." in sven.presses(
        "Skicka reseräkningen"
    )


def test_a_whole_form_at_once(aino: Chat, sqlite_house: House) -> None:
    """All that a card asks is sent together."""
    trip = meeting(sqlite_house)
    aino.opens("claim")
    said = aino.gives(errand=trip.id, way="own_car", km="10", riders="")
    assert "Yhteensä 5,50\xa0€." in said


def test_nobody_claims_for_what_is_not_known(aino: Chat, sqlite_house: House) -> None:
    """Who has no trip is told what to do; another's rotation is not offered."""
    rotation(sqlite_house, "Eero")
    settle(sqlite_house, "aino", RAUMA)
    said = aino.opens("claim")
    assert "Ilmoita vierailu ensin AKElle" in said
    assert aino.asked() == []


def test_a_trip_to_come_is_claimed_for_later(aino: Chat, sqlite_house: House) -> None:
    """Nothing is asked of a trip that has not been made."""
    trip = meeting(sqlite_house, date(2026, 3, 20))
    assert "Matka on vasta edessä, perjantaina 20.3.2026" in aino.opens("claim", errand=trip.id)


def test_a_ride_costs_nothing(aino: Chat, sqlite_house: House) -> None:
    """Who rode along needs no claim, and may still tell of a fee."""
    trip = meeting(sqlite_house)
    aino.opens("claim", errand=trip.id)
    assert "Kuljettaja ilmoittaa sinut" in aino.picks("Toisen auton kyydissä")
    aino.presses("Minulla oli muitakin kuluja")
    assert "Korvattavaa ei vielä ole." in aino.hears()
    aino.presses("Lisää maksu")
    aino.picks("Pysäköinti")
    assert "Yhteensä 6,50\xa0€." in aino.says("6,50")


def test_what_ake_does_not_pay_is_refused_with_who_does(aino: Chat, sqlite_house: House) -> None:
    """The question stays open, and another answer may be given."""
    claim = begun_by(sqlite_house, "aino")
    aino.opens("add_fee", claim=claim)
    for label, reason in {
        "Päiväraha": "Oma kuntasi voi maksaa päivärahan",
        "Ateria": "AKE ei maksa aterioita",
        "Lounas, kahvit tai lahjat": "AKE ei korvaa lounaita",
        "Tyhy-toiminta": "Kirjaston oma kunta voi maksaa",
        "Sijainen": "Sijaisen palkan maksaa oma kuntasi",
    }.items():
        assert reason in aino.picks(label)
        assert aino.asked()[0] == "cost"
    aino.picks("Majoitus")
    assert "Miksi se oli tarpeen" in aino.says("95")
    assert "AKE päättää erikseen" in aino.says("Pitkä matka, sovittu puhelimessa")


def test_a_line_is_changed_and_removed(aino: Chat, sqlite_house: House) -> None:
    """What is there is read back; only what changes is told anew."""
    claim = begun_by(sqlite_house, "aino")
    aino.opens("add_leg", claim=claim)
    aino.gives(way="own_car", km="100", riders="Eero", paid="")
    assert "Yhteensä 59,00\xa0€." in aino.hears()
    assert "Paljonko työnantajasi maksoi sinulle ajosta? Ei vastausta" in aino.presses(
        "Muuta riviä 1"
    )
    aino.moves(Move.EDIT, "km")
    aino.gives(km="80")
    assert "Yhteensä 47,20\xa0€." in aino.sends()
    aino.presses("Muuta riviä 1")
    aino.moves(Move.EDIT, "paid")
    aino.gives(paid="40")
    assert "työnantajan maksama summa" in aino.sends()
    assert "Yhteensä 40,00\xa0€." in aino.hears()
    assert "Korvattavaa ei vielä ole." in aino.presses("Poista rivi")


def test_tickets_and_other_ways_are_added(aino: Chat, sqlite_house: House) -> None:
    """Each way of going is a line, with its own route."""
    claim = begun_by(sqlite_house, "aino")
    aino.opens("add_leg", claim=claim)
    aino.gives(way="train", route="Turku-Pori", fare="21.90", seller="VR")
    aino.opens("add_leg", claim=claim)
    said = aino.gives(way="bus", route="Pori, Rauma", fare="9.50", seller="")
    assert "Turku–Pori" in said
    assert "Juna, yksi lippu" in said
    assert "Yhteensä 31,40\xa0€." in said
    with acting(sqlite_house, "aino") as occasion:
        legs = Claims(occasion).own(Claims(occasion).open()[0].id).legs
    assert [stop.municipality for stop in legs[0].stops] == ["853", "609"]


def test_a_drive_over_new_year_is_parted(aino: Chat, sqlite_house: House) -> None:
    """Each part at the rate of its own date: 59 cents in 2025, 55 in 2026."""
    rotation(sqlite_house, "Aino", date(2025, 12, 31), date(2026, 1, 1))
    aino.opens("claim", way="several", day="2025-12-31")
    aino.presses("Lisää matka")
    aino.gives(day="2025-12-31", way="own_car", route="Rauma, Turku", km="100", riders="", paid="")
    aino.gives(over_midnight="yes")
    assert "Luvun pitää olla pienempi" in aino.gives(km_before="100", at_midnight="Laitila")
    said = aino.gives(km_before="60", at_midnight="Laitila")
    assert "Yhteensä 57,40\xa0€." in said
    assert "Laitila–Turku" in said


def test_a_year_without_a_rate_stays_a_draft(aino: Chat, meet: Meet, sqlite_house: House) -> None:
    """The rate is never guessed: the person is told, and so is AKE, once."""
    carita = meet("carita")
    carita.says("hei")
    sqlite_house.clock.moves(days=330)  # type: ignore[attr-defined]
    trip = meeting(sqlite_house, date(2027, 1, 10))
    aino.opens("claim", errand=trip.id)
    aino.picks("Oma auto")
    aino.says("100")
    said = aino.says("ohita")
    assert "Vuoden 2027 kilometrikorvausta ei vielä tiedetä" in said
    assert "Lähetä matkalasku" not in aino.buttons()
    assert "Vuoden 2027" in aino.opens("submit_claim", declared="yes")
    with acting(sqlite_house, "carita") as occasion:
        person = occasion.who.id
    assert told(sqlite_house, person).count("rate_missing") == 1


def test_nothing_is_submitted_without_the_declaration(aino: Chat, sqlite_house: House) -> None:
    """Who answers no keeps the draft."""
    claim = begun_by(sqlite_house, "aino")
    aino.opens("submit_claim", claim=claim)
    assert "esihenkilösi on hyväksynyt" in aino.hears()
    assert "Voin lähettää matkalaskun, kun" in aino.says("ei")


def test_a_second_claim_for_a_trip_is_asked_about(aino: Chat, sqlite_house: House) -> None:
    """The one that is there is shown, unless the person wants another."""
    trip = meeting(sqlite_house)
    aino.opens("claim", errand=trip.id, way="own_car", km="10", riders="")
    aino.opens("claim", errand=trip.id)
    assert "Sinulla on jo matkalasku" in aino.hears()
    assert "10 km" in aino.says("ei")


def test_who_is_not_on_the_list_is_sent_to_the_leader(aino: Chat, sqlite_house: House) -> None:
    """But the claim can be made (D-38)."""
    trip = meeting(sqlite_house)
    said = aino.opens("claim", errand=trip.id, way="own_car", km="10", riders="")
    assert "Pyydä ryhmän vetäjää" in said
    assert "Lähetä matkalasku" in aino.buttons()


def test_a_stranger_gets_nowhere(aino: Chat, meet: Meet, sqlite_house: House) -> None:
    """Another's claim is no option, whatever a button says."""
    claim = begun_by(sqlite_house, "aino")
    settle(sqlite_house, "eero", TURKU)
    eero = meet("eero")
    for dialog in ("show_claim", "add_leg", "submit_claim", "discard_claim", "describe_claim"):
        said = eero.opens(dialog, claim=claim, declared="yes", sure="yes")
        assert "Aino" not in said
    assert "Mikä matkalasku" not in aino.opens("show_claim", claim=claim)


@pytest.mark.parametrize(
    "words", ["\x00", "<b>x</b>", "9" * 400, "{place}", "%s", "Ö" * 3000, "🚗,🚗"]
)
def test_odd_words_do_no_harm(aino: Chat, sqlite_house: House, words: str) -> None:
    """Whatever is written, the claim stands and can still be shown."""
    claim = begun_by(sqlite_house, "aino")
    aino.opens("add_leg", claim=claim)
    aino.gives(way=words, route=words, km=words, riders=words, paid=words)
    aino.gives(way="own_car", route=f"Turku, {words}", km="10", riders=words, paid="")
    aino.opens("describe_claim", claim=claim, purpose=words, approved_by=words)
    aino.opens("change_line", claim=words, line=words)
    aino.opens("add_fee", claim=claim, cost=words, day=words, cents=words)
    assert "työryhmä" in aino.opens("show_claim", claim=claim).casefold()


def begun_by(house: House, name: str) -> str:
    """A draft with no line yet."""
    trip = meeting(house)
    with acting(house, name) as occasion:
        return Claims(occasion).begin(trip).id


def test_a_claim_keeps_what_a_person_answered(aino: Chat, sqlite_house: House) -> None:
    """The leg that came of three answers has its towns, its day and its passengers."""
    trip = meeting(sqlite_house)
    aino.opens("claim", errand=trip.id, way="own_car", km="185.5", riders="Eero, Minna")
    with acting(sqlite_house, "aino") as occasion:
        leg = Claims(occasion).open()[0].items[0]
    assert isinstance(leg, Leg)
    assert (leg.mode, leg.day, len(leg.passengers)) == (Mode.OWN_CAR, DAY, 2)
    assert [stop.municipality for stop in leg.stops] == ["853", "684", "853"]


def test_pressed_once_more_a_claim_tells_how_it_stands(aino: Chat, sqlite_house: House) -> None:
    """A card of the draft that it was does not say that there is no such claim."""
    trip = meeting(sqlite_house)
    aino.opens("claim", errand=trip.id)
    aino.gives(way="own_car", km="10", riders="")
    submit = aino.button("Lähetä matkalasku")
    aino.presses("Lähetä matkalasku")
    said = aino.opens(submit.opens, **submit.given)
    assert "AKE-2026-0001" in said
    assert "Matkalasku on AKElla" in said


def test_passengers_are_names(aino: Chat, sqlite_house: House) -> None:
    """Kilometres that come a question late are not taken for somebody in the car."""
    trip = meeting(sqlite_house)
    aino.opens("claim", errand=trip.id)
    aino.picks("Oma auto")
    aino.says("200")
    assert "Kirjoita tähän vain nimet" in aino.says("208 km")
    assert aino.asked() == ["riders"]


def test_nobody_is_offered_a_way_back_before_the_first_answer(
    aino: Chat, sqlite_house: House
) -> None:
    """What was known already is read back, but there is no question of one's own to go back to."""
    meeting(sqlite_house)
    aino.opens("claim")
    assert aino.last.answered
    assert Move.BACK not in aino.last.moves
    aino.picks("Oma auto")
    assert Move.BACK in aino.last.moves
