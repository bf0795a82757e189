"""Partners plan their visits: days given and refused, called off, and a third one asked for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.ids import PairId, PartnerVisitId, PersonId, ServicePointId
from bot.domain.partners.access import is_host
from bot.domain.partners.visits import PartnerVisit
from bot.domain.people import Person
from tests.chat import Chat, StillClock
from tests.houses import COORDINATOR, Meet
from tests.visits.acting import acting

from .mail import Mail
from .people import AURA, LIETO, MARTTILA, TURKU, at, registered

AURA_MAIN = ServicePointId(AURA)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture
def mail(meet: Meet) -> Mail:
    """Aino of Aura and Maija of Marttila are partners, and have read so."""
    aino, maija = at(meet, "aino", AURA), at(meet, "maija", MARTTILA)
    registered(aino)
    registered(maija, reach="maija@marttila.example")
    carita = at(meet, COORDINATOR, TURKU)
    carita.opens("pairs")
    carita.presses("Vahvista kaikki")
    carita.gives(sure="yes")
    box = Mail(aino.house)
    for chat in (aino, maija):
        box.read_by(chat)
    return box


def plans(meet: Meet, mail: Mail, day: str, host: str = MARTTILA) -> Chat:
    """Aino suggests a day and Maija takes it; Maija's chat."""
    aino, maija = meet("aino"), meet("maija")
    aino.opens("plan_partner_visit", host=host, first=day, second="", third="")
    mail.read_by(maija)
    maija.opens("partner_days")
    maija.gives(day=day)
    mail.read_by(aino)
    return maija


def test_days_that_do_not_suit_are_answered_with_others(meet: Meet, mail: Mail) -> None:
    """They go back and forth until one suits, and nobody takes a day of their own."""
    aino, maija = meet("aino"), meet("maija")
    aino.opens("plan_partner_visit", host=AURA, first="2026-04-14", second="", third="")
    [asked] = mail.read_by(maija)
    assert "Sopiiko se teille?" in asked
    maija.presses("Ehdota muita päiviä")
    maija.gives(first="2026-04-21", second="2026-04-22", third="")
    assert "Juuri nyt ei ole" in maija.opens("partner_days")
    [asked] = mail.read_by(aino)
    assert "ti 21.4.2026 ja ke 22.4.2026" in asked
    assert "keskiviikkona 22.4.2026" in aino.presses("ke 22.4.2026")


@pytest.mark.usefixtures("mail")
def test_a_day_that_has_passed_is_refused(meet: Meet) -> None:
    """So is one so far ahead that the year must be a slip."""
    aino = meet("aino")
    aino.opens("plan_partner_visit", host=AURA)
    heard = aino.gives(first="2026-03-02", second="2036-04-14", third="")
    assert "aikaisintaan huomenna" in heard
    assert aino.asked() == ["first", "second"]


def test_a_strangers_library_sees_nothing(meet: Meet, mail: Mail) -> None:
    """Neither the pair nor its visits nor its contacts are another municipality's."""
    plans(meet, mail, "2026-04-14")
    liisa = at(meet, "liisa", LIETO)
    for name in ("our_pair", "partner_visit", "partner_outline", "report", "partner_notice"):
        heard = liisa.opens(name)
        assert "maija@marttila.example" not in heard
        assert "14.4." not in heard


def test_a_late_notice_is_taken_with_a_mark(meet: Meet, mail: Mail, clock: StillClock) -> None:
    """AKE would like to know before; on the day itself it takes the notice all the same (D-12)."""
    maija, carita = plans(meet, mail, "2026-04-14"), meet(COORDINATOR)
    assert "Laatikaa se ensin" in maija.opens("partner_notice")
    maija.presses("Laadi päivän ohjelmarunko")
    maija.gives(least="programme,introductions,services,breaks", will="", words="", wellbeing="yes")
    assert "Omat kuntanne maksavat tyhy-ohjelman." in maija.hears()
    clock.moves(days=43)
    maija.opens("partner_notice")
    assert "ensi kerralla" in maija.gives(participants="3", travel="junalla")
    assert any("myöhässä" in text for text in mail.read_by(carita))


def test_a_visit_called_off_says_nothing_more(meet: Meet, mail: Mail, clock: StillClock) -> None:
    """The partner hears why, and reminders of it fall silent."""
    maija, aino = plans(meet, mail, "2026-04-14"), meet("aino")
    maija.opens("cancel_partner_visit")
    maija.gives(visit=maija.last.asks[0].options[0].value, sure="yes")
    maija.gives(why="Vesivahinko")
    [told] = mail.read_by(aino)
    assert "Syy: Vesivahinko" in told
    clock.moves(days=60)
    assert not any("14.4.2026" in text for text in mail.read_by(aino))


def test_a_third_visit_in_a_year_is_asked_of_ake(meet: Meet, mail: Mail) -> None:
    """Two each way are free; of a third AKE is asked, and both hear its answer (D-11)."""
    carita, aino = meet(COORDINATOR), meet("aino")
    for day in ("2026-04-14", "2026-05-12"):
        plans(meet, mail, day)
    assert mail.read_by(carita) == []
    assert "kolmas vierailunne" in plans(meet, mail, "2026-09-15").hears()
    [asked] = mail.read_by(carita)
    assert "Maksaako AKE matkat?" in asked
    carita.presses("AKE maksaa")
    assert any("AKE suostuu" in text for text in mail.read_by(aino))


def test_reports_are_asked_for_four_times_at_most(
    meet: Meet, mail: Mail, clock: StillClock
) -> None:
    """3, 14, 21 and 28 days after the visit (D-32)."""
    plans(meet, mail, "2026-04-14")
    aino, asked = meet("aino"), 0
    clock.moves(days=44)
    mail.read_by(aino)
    for _day in range(60):
        clock.moves(days=1)
        asked += sum("Millainen oli vierailu" in text for text in mail.read_by(aino))
    assert asked == 4


def test_what_a_person_has_here_lists_it_all(meet: Meet, mail: Mail) -> None:
    """The pair and the visit with what comes next stand among my matters."""
    maija = plans(meet, mail, "2026-04-14")
    heard = maija.says("/omat")
    assert "Auran pääkirjasto – Marttilan pääkirjasto" in heard
    assert "Seuraavaksi: Laatikaa yhdessä päivän ohjelmarunko" in heard


def test_hosts_and_guests_are_each_told_their_part(
    meet: Meet, mail: Mail, clock: StillClock
) -> None:
    """Guests are told of their journey and its costs; hosts of the guests, and of no costs."""
    maija, aino = plans(meet, mail, "2026-04-14"), meet("aino")
    clock.moves(days=40)
    assert any("Vierailette kumppanin luona tiistaina" in text for text in mail.read_by(aino))
    assert any("Teille tulee vieraita tiistaina" in text for text in mail.read_by(maija))
    clock.moves(days=7)
    [guest], [host] = mail.read_by(aino), mail.read_by(maija)
    assert "Matkalaskun voi tehdä" in guest
    assert "Teillä kävi vieraita" in host
    assert "Tee matkalasku" in aino.buttons()
    assert "Tee matkalasku" not in maija.buttons()
    maija.opens("partner_visit")
    assert "Tee matkalasku" not in maija.buttons()


def test_who_reports_is_offered_the_visit_that_is_missing(
    meet: Meet, mail: Mail, clock: StillClock
) -> None:
    """At least one visit each way (D-11): once both are planned, nothing more is offered."""
    plans(meet, mail, "2026-04-14")
    clock.moves(days=45)
    aino = meet("aino")
    told = {"text": "Mukava päivä", "links": "", "pictures": "", "publish": "no"}
    aino.opens("report")
    assert "ei ole vielä suunniteltu vierailua: Auran" in aino.gives(**told)
    aino.presses("Suunnittele vastavierailu")
    assert aino.asked() == ["first", "second", "third"]
    aino.gives(first="2026-05-12", second="", third="")
    aino.opens("report", **told)
    aino.sends()
    assert "suunniteltu" not in aino.hears()


def test_a_file_that_is_no_picture_is_named(meet: Meet, mail: Mail, clock: StillClock) -> None:
    """Among several files the wrong ones are told by their names, and the rest is kept."""
    plans(meet, mail, "2026-04-14")
    clock.moves(days=45)
    aino = meet("aino")
    with acting(aino.house, "aino") as occasion:
        keep = occasion.records.files.add
        wrong = keep(occasion.who.id, "muistio.txt", b"muistio", occasion.now)
        right = keep(occasion.who.id, "kuva.png", PNG, occasion.now)
    aino.opens("report")
    told = {"text": "Mukava päivä", "links": "", "publish": "no"}
    assert "muistio.txt ei ole kuva" in aino.gives(**told, pictures=f"{wrong},{right}")
    assert aino.asked() == ["pictures"]
    assert "Raportti on nyt AKElla" in aino.gives(pictures=right)


def test_my_matters_tell_what_waits_for_me(meet: Meet, mail: Mail) -> None:
    """Days that wait for an answer are said so; a host whose day is ready need not travel."""
    aino, maija = meet("aino"), meet("maija")
    aino.opens("plan_partner_visit", host=MARTTILA, first="2026-04-14", second="", third="")
    assert "odottaa vastaustanne" in maija.says("/omat")
    assert "Seuraavaksi: Sopikaa päivä" in aino.says("/omat")
    mail.read_by(maija)
    maija.presses("ti 14.4.2026")
    maija.opens("partner_outline", least="programme,introductions,services,breaks")
    maija.gives(will="", words="", wellbeing="no")
    maija.opens("partner_notice")
    maija.gives(participants="3", travel="Junalla")
    assert "vieraat tulevat teille" in maija.says("/omat")
    assert "Seuraavaksi: Suunnitelkaa matka" in aino.says("/omat")


def test_two_libraries_of_one_town_are_host_and_guest_too() -> None:
    """Where a pair is of one municipality, who works at which library tells them apart."""
    branch, other = ServicePointId("019-branch"), ServicePointId("019-other")
    visit = PartnerVisit(
        PartnerVisitId("1"),
        PairId("1"),
        AURA_MAIN,
        (branch,),
        datetime(2026, 3, 2, tzinfo=UTC),
        branch,
    )
    works = {at: Person(PersonId(at), at, home=at) for at in (AURA_MAIN, branch, other)}
    assert [is_host(works[at], visit) for at in works] == [True, False, True]
