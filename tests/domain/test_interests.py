"""What a registration speaks of is found, however the words are bent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.interests import Interest, interests_in, stem
from tests.regions.folders import lounais_suomi

INTERESTS = lounais_suomi().interests

FINNISH = {
    "Digituki ja digituen ohjaajien yhteinen päivä.": "digital_support",
    "Haluaisimme kehittää digitukea ikäihmisille ja jalkautua palvelutaloihin.": (
        "digital_support seniors outreach"
    ),
    "Kirjavinkkausta yläkoululaisille, vinkkareiden varamiesjärjestelmä": (
        "book_talks schools young_people"
    ),
    "Miten saada nuoret innostumaan lukemisesta?": "young_people reading",
    "Satutuntien ideoita, lapsiperheille suunnattuja tapahtumia": "story_time children events",
    "lasten- ja nuortenosaston tilojen uudistaminen sekä opasteiden selkeys": (
        "children young_people spaces"
    ),
    "Kouluyhteistyö: mitä muut kirjastot tarjoavat kouluille ja opettajille": "schools",
    "Koulutusta henkilökunnalle, perehdyttämisen käytännöt, työhyvinvointi": "staff",
    "Somen käyttö ja näkyvyyden lisääminen pienellä porukalla": "communication",
    "Someron kirjaston kanssa kokoelmien kierrättämistä": "collections",
    "Omatoimikirjaston pelisäännöt ja häiriökäyttäytyminen": "self_service customer_service",
    "Lautapelejä, pelitapahtumia, pakopelin rakentaminen yhdessä": "games events",
    "E-aineistojen ja äänikirjojen esittely asiakkaille": "e_materials",
    "ekirjaston markkinointi": "e_materials communication",
    "Maahanmuuttajien palvelut, selkokieliset kirjat ja kielikahvila": "diversity accessibility",
    "kirjastoautojen reitit ja kotipalvelun järjestäminen": "mobile_library home_service",
    "Kotiseutukokoelmasta, paikallishistorian illoista": "local_history",
    "Lukupiirejä verkossa ja kirjailijavieraita puoliksi": "reading_groups author_visits",
    "kestävän kehityksen hankkeita": "sustainability projects",
    "Esinelainaamo, 3D-tulostus ja robotit": "lending_things making",
    "Järjestöjen ja yhdistysten kanssa tehtävä yhteistyö, vapaaehtoisten rooli": (
        "associations participation"
    ),
    "Tekoälyn hyödyntäminen tiedonhaussa": "technology information_search",
    "paattajiin vaikuttaminen ja mediakasvatus lahikirjastossa": "advocacy media_education",
    "Palvelut ruotsinkielisille asiakkaille": "bilingual",
    "Hyvää mieltä ja uusia ideoita arkeen!": "",
}
SWEDISH = {
    "Digitalt stöd för seniorer": "digital_support seniors",
    "Vi vill utveckla digistödet tillsammans med föreningarna": "digital_support associations",
    "Bokprat för högstadieelever och läslust bland unga": "book_talks schools young_people reading",
    "Sagostunder och annat för barnfamiljer": "story_time children",
    "Hur når vi ungdomar och tonåringar?": "young_people",
    "samarbete med skolor och lärare, källkritik": "schools information_search",
    "Gemensam marknadsföring och synlighet i sociala medier": "communication",
    "Meröppet: bemötande av svåra kunder": "self_service customer_service",
    "Bokbussens rutter, hemservicen och uppsökande arbete": "mobile_library home_service outreach",
    "Evenemang och författarbesök på två språk, tvåspråkig service": (
        "events author_visits bilingual"
    ),
    "Läsecirklar, bokklubbar och ljudböcker": "reading_groups e_materials",
    "E-böckerna och tillgängligheten": "e_materials accessibility",
    "Brädspel och en gemensam spelkväll": "games",
    "Skyltningen och inredningen i våra lokaler": "spaces",
    "Lokalhistoria, släktforskning": "local_history",
    "Mångfald: nyanländas språkcafé": "diversity",
    "Personalens kunnande och fortbildning, arbetsrotation": "staff",
    "Hållbarhet och gemensamma projekt": "sustainability projects",
    "Trevligt sällskap och nya idéer": "",
}


@pytest.mark.parametrize(("said", "meant"), [*FINNISH.items(), *SWEDISH.items()])
def test_what_a_library_wishes_is_understood(said: str, meant: str) -> None:
    """A sentence as libraries write it gives its interests, all of them and no other."""
    assert interests_in(said, INTERESTS) == frozenset(meant.split())


@pytest.mark.parametrize("interest", INTERESTS, ids=[interest.key for interest in INTERESTS])
def test_an_interest_is_known_by_its_own_name(interest: Interest) -> None:
    """What the bot calls an interest it would also understand, in both languages."""
    for name in (interest.name.fi, interest.name.sv):
        assert interest.key in interests_in(name.upper(), INTERESTS)


def test_a_stem_has_letters() -> None:
    """A mark alone would be found in every word."""
    with pytest.raises(ValueError, match="\\*"):
        stem("*")


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """Nothing that can be typed stops the reading, and a text twice over says the same."""
    assert interests_in(f"{text} {text}", INTERESTS) >= interests_in(text, INTERESTS)
