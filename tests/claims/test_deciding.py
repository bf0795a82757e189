"""AKE's desk: what has come, what to look at, what is decided, and what is left of the money."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app import House
from bot.conversation.notices import Notices
from bot.dialog import Move
from bot.domain.claims.claims import Claim, ClaimState
from bot.domain.claims.legs import Mode
from bot.domain.claims.own_claims import Claims
from bot.domain.notifications import Notification, ToPerson
from bot.domain.reminder_wishes import KINDS, ReminderWishes
from dialogs import CATALOGUE
from tests.chat import Chat
from tests.domain.claims.trips import EERO, drive, ride
from tests.houses import COORDINATOR, Meet
from tests.visits.acting import TURKU, acting, settle, told

from .travelling import DAY, DECLARED, approved, begun, handed_in, kept, meeting, rotation


@pytest.fixture
def carita(meet: Meet, sqlite_house: House) -> Chat:
    for name in ("aino", "eero"):
        settle(sqlite_house, name, TURKU)
    carita = meet("carita")
    carita.says("hei")
    return carita


def state(house: House, claim: Claim) -> ClaimState:
    found = kept(house, claim.id)
    assert found
    return found.state


def news(house: House, name: str) -> list[str]:
    """What a person is planned to be told, by the names of the dialogs."""
    with acting(house, name) as occasion:
        person = occasion.who.id
    return told(house, person)


def test_everything_stands_on_one_card(carita: Chat, sqlite_house: House) -> None:
    """Who, which way, what for, with whom, and what to look at, in sentences."""
    trip = meeting(sqlite_house)
    leg = drive("400", EERO, day=DAY)
    claim = begun(sqlite_house, "aino", trip, leg)
    with acting(sqlite_house, "aino") as occasion:
        claims = Claims(occasion)
        claims.submit(claims.describe(claim, "Kokous uusista hyllyistä", DECLARED), DECLARED)
    assert "Huomattavaa: 2" in carita.opens("claim_queue")
    card = carita.presses("Katso AKE-2026-0001")
    for words in (
        "Matkalasku AKE-2026-0001: Aino, Turku",
        "Odottaa AKEa. Yhteensä 236,00\xa0€.",
        "Matkan aihe: Kokous uusista hyllyistä",
        "Kyydissä 25.2.: Eero Eskola",
        "400 km on enemmän kuin arvio selittää",
        "Aino ei ole ryhmän jäsenluettelossa.",
        "Moninaisuustyöryhmä: kokous",
        "Turku–Rauma–Turku",
        "[Erittely (PDF)]",
    ):
        assert words in card


def test_a_claim_is_approved_and_invoiced(carita: Chat, sqlite_house: House, meet: Meet) -> None:
    """The traveller hears of it, and at last the claim is done."""
    claim = handed_in(sqlite_house, "aino", meeting(sqlite_house), drive("100", day=DAY))
    carita.opens("look_at_claim", claim=claim.id)
    assert "Hyväksytty. Kerron asiasta matkustajalle." in carita.presses("Hyväksy kaikki")
    assert "claim_approved" in news(sqlite_house, "aino")
    aino = meet("aino")
    assert "Kuntasi voi lähettää laskun." in aino.opens("claim_approved", claim=claim.id)
    assert "asia on hoidettu" in carita.presses("Lasku on tullut")
    assert state(sqlite_house, claim) is ClaimState.INVOICED
    assert "Asia on hoidettu." in aino.opens("show_claim", claim=claim.id)


def test_a_part_is_approved(carita: Chat, sqlite_house: House, meet: Meet) -> None:
    """Some lines, one of them for less, with a word that the traveller reads."""
    legs = (drive("100", day=DAY), ride(Mode.TAXI, 50_00, number=2, day=DAY, reason="Kiire"))
    claim = handed_in(sqlite_house, "aino", meeting(sqlite_house), *legs)
    carita.opens("approve_part", claim=claim.id)
    assert [each.name for each in carita.last.answered] == ["claim"]
    carita.gives(lines="1,2", less="2", word="Bussi olisi kulkenut.")
    assert "Haettua summaa enempää" in carita.gives(cents="60")
    assert "Hyväksytty osittain." in carita.gives(cents="20")
    said = meet("aino").opens("claim_approved", claim=claim.id)
    assert "AKEn viesti: Bussi olisi kulkenut." in said
    assert "Yhteensä 75,00\xa0€." in said
    assert "AKE hyväksyi matkalaskusta osan." in said


def test_a_returned_claim_comes_back(carita: Chat, sqlite_house: House, meet: Meet) -> None:
    """The traveller hears why, changes a line, submits anew, and the number stays."""
    claim = handed_in(sqlite_house, "aino", meeting(sqlite_house), drive("100", day=DAY))
    carita.opens("look_at_claim", claim=claim.id)
    carita.presses("Palauta ja kerro syy")
    carita.says("Montako kilometriä se oikeasti oli?")
    assert "Palautettu." in carita.sends()
    aino = meet("aino")
    assert "Montako kilometriä se oikeasti oli?" in aino.opens("claim_returned", claim=claim.id)
    aino.presses("Muuta riviä 1")
    aino.moves(Move.EDIT, "km")
    aino.gives(km="90")
    aino.sends()
    assert "AKE-2026-0001, 49,50\xa0€" in aino.presses("Lähetä matkalasku")
    assert "AKE-2026-0001" in carita.opens("claim_came", claim=claim.id)


def test_what_has_changed_meanwhile_is_not_approved(carita: Chat, sqlite_house: House) -> None:
    """The coordinator approves what they saw, and nothing else."""
    claim = handed_in(sqlite_house, "aino", meeting(sqlite_house), drive("100", day=DAY))
    carita.opens("look_at_claim", claim=claim.id)
    approved(sqlite_house, claim)
    assert "edennyt" in carita.presses("Palauta ja kerro syy")
    assert state(sqlite_house, claim) is ClaimState.APPROVED
    assert "edennyt" in carita.opens("approve_claim", claim=claim.id, revision="1")
    settle(sqlite_house, "eero", TURKU)
    other = handed_in(sqlite_house, "eero", meeting(sqlite_house), drive("1", day=DAY))
    assert "edennyt" in carita.opens("approve_claim", claim=other.id, revision="1")
    assert state(sqlite_house, other) is ClaimState.SUBMITTED
    assert "Yksikään" in carita.opens("approve_claim", claim=approved(sqlite_house, other).number)


def test_nobody_decides_on_their_own(carita: Chat, sqlite_house: House) -> None:
    """A coordinator who travelled waits for another one."""
    settle(sqlite_house, COORDINATOR, TURKU)
    claim = handed_in(sqlite_house, COORDINATOR, meeting(sqlite_house), drive("100", day=DAY))
    carita.opens("look_at_claim", claim=claim.id)
    assert "Hyväksy kaikki" not in carita.buttons()
    assert "ei ole oikeutta" in carita.opens("approve_claim", claim=claim.id)
    assert state(sqlite_house, claim) is ClaimState.SUBMITTED


def test_the_desk_is_for_coordinators(carita: Chat, sqlite_house: House, meet: Meet) -> None:
    """Whoever else opens any part of it is told kindly that it is not theirs."""
    claim = handed_in(sqlite_house, "aino", meeting(sqlite_house), drive("100", day=DAY))
    eero = meet("eero")
    desk = [
        name
        for name, kind in CATALOGUE.items()
        if kind.__module__.startswith("dialogs.desk.claims")
    ]
    assert len(desk) >= 20
    for name in desk:
        said = eero.opens(name, claim=claim.id, year="2026", cents="1", errand="x")
        assert "AKEn koordinaattorit" in said, name
    assert carita.opens("claim_queue")


def test_the_money_of_the_year(carita: Chat, sqlite_house: House) -> None:
    """What was planned, approved, waits and is left."""
    assert "ei ole vielä kirjattu" in carita.opens("travel_budget")
    carita.presses("Kirjaa matkamääräraha")
    carita.says("1000")
    carita.sends()
    trip = meeting(sqlite_house)
    approved(sqlite_house, handed_in(sqlite_house, "aino", trip, drive("1000", day=DAY)))
    handed_in(sqlite_house, "eero", trip, drive("100", day=DAY))
    said = carita.opens("travel_budget")
    for words in ("Määrärahasta on hyväksytty 55 %.", "450,00\xa0€", "55,00\xa0€", "395,00\xa0€"):
        assert words in said
    approved(sqlite_house, handed_in(sqlite_house, "aino", trip, drive("500", day=DAY)))
    assert "Vuoden 2026 matkamäärärahasta on hyväksytty 82 %." in carita.opens(
        "budget_warned", year="2026"
    )


def test_what_is_missing(carita: Chat, sqlite_house: House) -> None:
    """Trips nobody claimed for, and claims for what nobody knows."""
    assert "Mitään ei puutu" in carita.opens("claim_gaps")
    rotation(sqlite_house, "Eero")
    gone = meeting(sqlite_house, DAY - timedelta(days=3))
    handed_in(sqlite_house, "aino", gone, drive("10", day=gone.first))
    carita.opens("remove_errand", errand=gone.id, sure="yes")
    said = carita.opens("claim_gaps")
    assert "Matkat ilman matkalaskua" in said
    assert "Työkierto" in said
    assert "joista AKE ei tiedä" in said
    assert "AKE-2026-0001" in said


def test_meetings_and_rotations_are_recorded(carita: Chat, meet: Meet) -> None:
    """Typed by a coordinator; then those who went can claim for them."""
    carita.opens("record_meeting")
    carita.picks("Moninaisuustyöryhmä")
    carita.gives(place="684-main", day="2026-02-20")
    assert "Kirjattu." in carita.hears()
    carita.opens("record_rotation")
    carita.gives(
        who="Aino", employer="853", place="609-main", first="2026-02-09", last="2026-02-01"
    )
    assert "ei voi olla ennen" in carita.hears()
    assert "Aino voi tehdä siitä matkalaskun" in carita.gives(last="2026-02-13")
    aino = meet("aino")
    said = aino.opens("claim")
    assert "Moninaisuustyöryhmä: kokous" in said
    assert "Työkierto" in said
    aino.picks(
        next(
            aino.spoken(o.label)
            for o in aino.last.asks[0].options
            if "Työkierto" in aino.spoken(o.label)
        )
    )
    assert "Matka oli 9.2.2026–13.2.2026" in aino.gives(day="2026-02-20")


def test_a_list_of_members_is_pasted(carita: Chat, sqlite_house: House, meet: Meet) -> None:
    """Who is on it claims without a flag; lines that cannot be read are told one by one."""
    carita.opens("import_members", in_file="no")
    assert "otsikot" in carita.gives(pasted="hei vaan")
    said = carita.gives(
        pasted="Ryhmä;Vuosi;Nimi\nIKI-ryhmä;2026;Aino\nKerho;2026;Eero\ndiversity;x;Eero\n"
    )
    assert "Luetteloon otettiin yksi jäsen." in said
    assert "2 riviä jäi pois." in said
    assert "En tunne tämännimistä ryhmää." in said
    trip = meeting(sqlite_house)
    said = meet("aino").opens("claim", errand=trip.id, way="own_car", km="10", riders="")
    assert "Pyydä ryhmän vetäjää" not in said
    claim = handed_in(sqlite_house, "aino", trip, drive("10", day=DAY))
    assert "En huomannut mitään" in carita.opens("look_at_claim", claim=claim.id)


def test_a_grant_may_allow_substitutes(carita: Chat, sqlite_house: House, meet: Meet) -> None:
    """Year by year, and only in job rotation (D-13)."""
    trip = rotation(sqlite_house, "Aino")
    claim = begun(sqlite_house, "aino", trip)
    aino = meet("aino")
    assert "Sijaisen palkan maksaa" in aino.opens("add_fee", claim=claim.id, cost="substitute")
    carita.opens("set_exception", year="2026", substitutes="yes")
    aino.opens("add_fee", claim=claim.id, cost="substitute", cents="120", reason="Sovittu 3.2.")
    assert "Yhteensä 120,00\xa0€." in aino.hears()


def test_news_of_what_is_no_longer_so_is_not_told(sqlite_house: House) -> None:
    """A claim that was approved meanwhile does not wait any more."""
    settle(sqlite_house, "aino", TURKU)
    claim = handed_in(sqlite_house, "aino", meeting(sqlite_house), drive("100", day=DAY))
    with acting(sqlite_house, COORDINATOR) as occasion:
        to = ToPerson(occasion.who.id)
        came = Notification("k", to, occasion.now, "claim_came", {"claim": claim.id})
        assert Notices(CATALOGUE).message(came, occasion)
    approved(sqlite_house, claim)
    with acting(sqlite_house, COORDINATOR) as occasion:
        assert Notices(CATALOGUE).message(came, occasion) is None


def test_a_draft_that_lies_still_is_reminded_of(carita: Chat, sqlite_house: House) -> None:
    """A week and three weeks after the last change; not if it was changed since, or unwanted."""
    claim = begun(sqlite_house, "aino", meeting(sqlite_house), drive("100", day=DAY))
    assert news(sqlite_house, "aino").count("claim_waits") == 2
    touched = {"claim": claim.id, "touched": "2026-03-02"}
    with acting(sqlite_house, "aino") as occasion:
        to = ToPerson(occasion.who.id)
        waits = Notification("k", to, occasion.now, "claim_waits", touched)
        assert Notices(CATALOGUE).message(waits, occasion)
        ReminderWishes(occasion).choose(frozenset())
        assert Notices(CATALOGUE).message(waits, occasion.anew()) is None
        ReminderWishes(occasion).choose(frozenset(KINDS))
    sqlite_house.clock.moves(days=2)  # type: ignore[attr-defined]
    with acting(sqlite_house, "aino") as occasion:
        Claims(occasion).put(claim, drive("90", day=DAY))
    with acting(sqlite_house, "aino") as occasion:
        assert Notices(CATALOGUE).message(waits, occasion) is None
    assert carita.opens("claim_queue")
