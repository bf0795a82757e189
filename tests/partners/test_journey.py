"""Two libraries from registration to report, with AKE's coordinator in between."""

from __future__ import annotations

from bot.dialog import Move
from tests.chat import StillClock
from tests.houses import COORDINATOR, Meet

from .mail import Mail
from .people import AURA, PARGAS, TURKU, at, registered


def test_from_registration_to_report(meet: Meet, clock: StillClock) -> None:
    """One library by typing in Finnish, the other by forms in Swedish; AKE in between."""
    aino, sven = at(meet, "aino", AURA), at(meet, "sven", PARGAS, "sv")
    carita = at(meet, COORDINATOR, TURKU)
    mail = Mail(aino.house)

    # Both register while the round is open
    aino.says("/kumppanikirjasto")
    aino.says("Digitukea ikäihmisille")
    aino.says("ei")
    for _skipped in range(4):
        aino.says("ohita")
    heard = aino.says("aino@aura.example")
    assert "Montako ihmistä kirjastossanne työskentelee? Ei vastausta" in heard
    assert "on nyt ilmoittautunut" in aino.says("kyllä")
    assert "har nu anmälts" in registered(sven, "Digistöd för äldre", reach="sven@pargas.example")

    # AKE confirms the pair from the bot's proposal
    clock.moves(days=20)
    heard = carita.says("/parit")
    assert "Ehdotan yhtä paria." in heard
    assert "yhteiset aiheet: digituki ja ikäihmiset" in heard
    assert "Digitukea ikäihmisille" in heard
    assert "Digistöd för äldre" in heard
    carita.presses("Vahvista kaikki")
    assert "ja kerron" in carita.gives(sure="yes")

    # Both are told of each other, and plan a visit
    [told] = mail.read_by(aino)
    assert "Paraisten pääkirjasto" in told
    assert "sven@pargas.example" in told
    [told] = mail.read_by(sven)
    assert "Aura huvudbibliotek" in told
    assert "aino@aura.example" in told
    sven.presses("Planera ett besök")
    heard = sven.gives(host=AURA, first="2026-04-14", second="2026-04-15", third="")
    assert "tis 14.4.2026 och ons 15.4.2026" in heard

    # The day is agreed by one press
    [asked] = mail.read_by(aino)
    assert "Pargas" not in asked
    assert "Mikä päivistä sopii teille?" in asked
    assert "tiistaina 14.4.2026" in aino.presses("ti 14.4.2026")
    [told] = mail.read_by(sven)
    assert "tisdagen den 14.4.2026" in told

    # The outline, with what belongs to every visit
    aino.presses("Laadi päivän ohjelmarunko")
    assert aino.asked()[0] == "least"
    heard = aino.says("1, 2")
    assert "kuuluu myös tämä: isäntäkirjaston palvelujen esittely ja lounas- ja kahvitauot" in heard
    aino.says("1, 2, 3, 4")
    aino.says("2")
    aino.says("Klo 9 kahvit, klo 12 lounas")
    aino.says("ei")
    assert "on tallessa" in aino.says("kyllä")

    # The notice to AKE, in time
    sven.opens("partner_notice")
    assert "AKE känner nu till" in sven.gives(participants="4", travel="Med tåg och en bil")
    assert any("4 matkustajaa" in text for text in mail.read_by(carita))

    # A reminder before the visit, and after it one to report
    clock.moves(days=16)
    assert any("Teille tulee vieraita tiistaina 14.4.2026" in text for text in mail.read_by(aino))
    clock.moves(days=7)
    mail.read_by(sven)
    clock.moves(days=3)
    [asked] = mail.read_by(sven)
    assert "Hur var besöket på Aura huvudbibliotek tisdagen den 14.4.2026?" in asked

    # The report
    sven.presses("Skriv rapporten")
    sven.says("Vi lärde oss mycket om digistöd.")
    sven.moves(Move.SKIP)
    sven.moves(Move.SKIP)
    sven.says("ja")
    assert "AKE har nu rapporten" in sven.says("ja")
    assert "Gör en reseräkning" in sven.buttons()

    # AKE reads it, and nobody is asked for it any more
    [_came] = [text for text in mail.read_by(carita) if "raportti" in text]
    carita.presses("Lue: Paraisten pääkirjasto")
    assert "Vi lärde oss mycket om digistöd." in carita.hears()
    assert "Saa julkaista" in carita.hears()
    clock.moves(days=30)
    assert mail.read_by(sven) == []
    assert "Raportoitu" in aino.opens("our_pair")
