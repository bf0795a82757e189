"""A library registers as a partner library."""

from __future__ import annotations

from bot.dialog import Move
from tests.chat import StillClock
from tests.houses import COORDINATOR, Meet

from .mail import Mail
from .people import AURA, MARTTILA, PARGAS, at, registered


def test_a_line_at_a_time_in_finnish(meet: Meet) -> None:
    """The benefits first, then the three questions, the library known; what can be is skipped."""
    aino = at(meet, "aino", AURA)
    heard = aino.says("/kumppanikirjasto")
    assert "vertaistukea" in heard
    assert "päättyy sunnuntaina 15.3.2026" in heard
    assert aino.asked()[0] == "wish"
    aino.says("Digitukea ikäihmisille")
    aino.says("kyllä")
    aino.says("Liedon kanssa vinkkausta")
    for _skipped in range(5):
        aino.says("ohita")
    assert "Lähetetäänkö" in aino.hears()
    heard = aino.says("kyllä")
    assert "Auran pääkirjasto on nyt ilmoittautunut kumppanikirjastoksi." in heard
    assert "Sen jälkeen AKE muodostaa parit" in heard
    assert "keskiviikkona 25.3.2026 klo\N{NO-BREAK SPACE}9.00" in heard


def test_by_a_form_in_swedish(meet: Meet) -> None:
    """A form asks all that waits for nothing, in the person's language."""
    sven = at(meet, "sven", PARGAS, "sv")
    assert "kollegialt stöd" in sven.opens("partner")
    assert sven.asked()[:2] == ["wish", "cooperates"]
    assert "Pargas huvudbibliotek har nu anmälts" in registered(sven, "digistöd", swedish="yes")


def test_a_second_person_sees_the_first_and_may_change_it(meet: Meet) -> None:
    """Nobody registers a library twice; the contact person is told of the change."""
    aino, anton = at(meet, "aino", AURA), at(meet, "anton", AURA)
    mail = Mail(aino.house)
    registered(aino, "Digitukea")
    heard = anton.opens("partner")
    assert "Yhteyshenkilö on Aino." in heard
    assert "Digitukea" in heard
    anton.presses("Muuta ilmoittautumista")
    anton.moves(Move.EDIT, "wish")
    anton.says("Digitukea ja kirjavinkkausta")
    assert "ajan tasalla" in anton.sends()
    assert any("Anton muutti ilmoittautumista" in text for text in mail.read_by(aino))
    assert "kirjavinkkausta" in aino.opens("partner")


def test_withdrawing_and_registering_anew(meet: Meet) -> None:
    """What was withdrawn can be registered again; a colleague who does it tells the contact."""
    aino, anton = at(meet, "aino", AURA), at(meet, "anton", AURA)
    mail = Mail(aino.house)
    registered(aino)
    anton.opens("partner")
    anton.presses("Peru ilmoittautuminen")
    assert "pysyy ennallaan" in anton.gives(sure="no")
    anton.opens("withdraw_registration")
    assert "Ilmoittautuminen on peruttu" in anton.gives(sure="yes")
    assert any("Anton perui ilmoittautumisen" in text for text in mail.read_by(aino))
    assert "on nyt ilmoittautunut" in registered(aino)


def test_outside_the_round_a_draft_is_kept(meet: Meet, clock: StillClock) -> None:
    """What was written waits for the round, of whose opening one is told if one wants."""
    clock.moves(days=30)
    aino = at(meet, "aino", AURA)
    mail = Mail(aino.house)
    assert "ei ole juuri nyt auki" in aino.opens("partner")
    assert "luonnoksena" in registered(aino, "Digitukea")
    aino.presses("Kerro, kun kierros avautuu")
    clock.moves(days=325)
    assert any("voi nyt ilmoittautua" in text for text in mail.read_by(aino))
    heard = aino.opens("partner")
    assert "luonnos" in heard
    aino.presses("Tarkista ja lähetä")
    assert "on nyt ilmoittautunut" in aino.sends()


def test_only_ones_own_municipality_is_registered(meet: Meet) -> None:
    """A worker cannot register another municipality's library, nor see what it told."""
    aino, maija = at(meet, "aino", AURA), at(meet, "maija", MARTTILA)
    registered(aino, "Salainen toive")
    heard = maija.opens("partner", point=AURA)
    assert "Salainen" not in heard
    assert maija.asked()[0] == "point"
    assert [option.value for option in maija.last.asks[0].options] == [MARTTILA]


def test_a_coordinator_registers_any_library_late(meet: Meet, clock: StillClock) -> None:
    """Whoever telephones after the round has closed is not turned away."""
    clock.moves(days=20)
    carita = at(meet, COORDINATOR, PARGAS)
    assert "Koordinaattorina voit silti vielä" in carita.opens("partner")
    carita.gives(point=AURA)
    heard = carita.gives(
        wish="digituki", cooperates="no", swedish="", staff="", dates="", restriction="", reach=""
    )
    assert "on nyt ilmoittautunut" in heard
    assert "kierros päättyy" not in heard


def test_which_library_it_is_stands_before_the_questions(meet: Meet) -> None:
    """Nobody is asked for the library they work at, so they are told it, and may change it."""
    aino = at(meet, "aino", AURA)
    assert "Olet ilmoittamassa mukaan tämän kirjaston: Auran" in aino.opens("partner")


def test_what_was_not_answered_is_read_back_so(meet: Meet) -> None:
    """A number that nobody gave is not read back as nought."""
    aino = at(meet, "aino", AURA)
    registered(aino)
    heard = aino.opens("change_registration")
    assert "Montako ihmistä kirjastossanne työskentelee? 0" not in " ".join(heard.split())
    assert heard.count("Ei vastausta") == 4


def test_what_does_not_fit_is_asked_again(meet: Meet) -> None:
    """An empty wish and a staff of nought are told of, and nothing is registered."""
    aino = at(meet, "aino", AURA)
    registered(aino, "", staff="0")
    assert aino.asked() == ["wish", "staff"]
    assert "Tähän tarvitsen vastauksen." in aino.hears()


def test_another_library_of_the_municipality_is_registered_too(meet: Meet) -> None:
    """Whoever has registered their own is asked which other one, and goes on to the end."""
    aino, carita = at(meet, "aino", AURA), at(meet, COORDINATOR, PARGAS)
    aino.opens("suggest_library", kind="branch", name_fi="Kuuskosken kirjasto", name_sv="")
    aino.sends()
    assert "on nyt luettelossa" in carita.opens("decide_library", accept="yes")
    registered(aino)
    aino.opens("partner")
    heard = aino.presses("Ilmoita toinen kirjasto")
    assert "Olet ilmoittamassa mukaan" not in heard
    aino.says("Kuuskosken kirjasto")
    assert aino.asked()[0] == "wish"
    blank = {"swedish": "", "staff": "", "dates": "", "restriction": "", "reach": ""}
    heard = aino.gives(wish="digituki", cooperates="no", **blank)
    assert "Kuuskosken kirjasto on nyt ilmoittautunut" in heard
