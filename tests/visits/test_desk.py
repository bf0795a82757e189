"""What the coordinators do with visits, as they go through it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app import House
from bot.dialog import Dialog, Move, Option
from bot.domain.visits.ake_people import AkeRole
from bot.domain.visits.line import Line
from dialogs.desk import DIALOGS as DESK
from dialogs.desk.visits import DIALOGS as VISITS
from tests.chat import Chat
from tests.houses import COORDINATOR, Meet
from tests.visits.acting import (
    LIETO,
    MONDAY,
    RAUMA,
    TURKU,
    acting,
    book,
    free_days,
    hears,
    hire,
    known,
    settle,
)


@pytest.fixture
def carita(town: House) -> Chat:
    return Chat(town, COORDINATOR)


def for_everyone(kind: type[Dialog]) -> bool:
    return not any("desk" in need.__name__.casefold() for need in kind.needs.values())


@pytest.mark.parametrize(
    "dialog", [kind.name for kind in (*DESK, *VISITS) if not for_everyone(kind)]
)
def test_nobody_else_opens_the_desk(town: House, dialog: str) -> None:
    """A worker who sends the name of a coordinators' dialog is turned away kindly."""
    visit = book(town, "aino", TURKU, MONDAY)
    raija = Chat(town, "raija")
    heard = raija.opens(dialog, visit=visit.id, day="2026-04-14", round_id="ake_visit-2026-spring")
    assert "sinulla ei ole oikeutta" in heard
    assert raija.asked() == []


def test_from_nothing_to_a_day_that_can_be_booked(meet: Meet, sqlite_house: House) -> None:
    """AKE's people are added and days are published; then a library can book."""
    carita = meet(COORDINATOR)
    settle(sqlite_house, COORDINATOR, TURKU)
    settle(sqlite_house, "aino", TURKU)
    assert "Ketään ei ole vielä lisätty" in carita.opens("ake_people")
    for name in ("Inka", "Sven"):
        carita.opens("add_ake_person")
        heard = carita.gives(called=name, roles="informatician", languages="fi,sv", person="")
        assert f"{name} on nyt AKE-ihmisten joukossa." in heard
    carita.opens("publish_days")
    heard = carita.gives(first="2026-04-27", last="2026-05-03", weekdays="0,4")
    assert "2 uutta päivää on julkaistu." in heard
    assert "pe 1.5.2026 (Vappu)" in heard
    assert "ma 27.4.2026" in meet("aino").opens("visit", kind="informaticians")


def test_days_are_published_once_and_taken_back(town: House, carita: Chat) -> None:
    """A day published twice is one day; one that is booked cannot be taken back."""
    book(town, "aino", TURKU, MONDAY)
    carita.opens("publish_days")
    heard = carita.gives(first="2026-04-13", last="2026-04-20", weekdays="0,1,2,3,4")
    assert "Yksi uusi päivä on julkaistu." in heard
    assert "5 päivää oli jo julkaistu." in heard
    carita.opens("visit_days")
    assert next(label for label in carita.buttons() if "Ota" in label) == "Ota pois 14.4."
    carita.presses("Ota pois 14.4.")
    assert MONDAY + timedelta(days=1) not in free_days(town, "raija", RAUMA)
    carita.opens("withdraw_day", day="2026-04-13")
    assert "day" in carita.asked()


@pytest.mark.parametrize(
    ("first", "last"),
    [("2026-04-20", "2026-04-13"), ("2025-04-13", "2025-04-20"), ("2026-04-13", "2036-04-13")],
)
def test_a_span_of_days_makes_sense(carita: Chat, first: str, last: str) -> None:
    """One that ends first, has passed or is endless is asked again."""
    carita.opens("publish_days")
    carita.gives(first=first, last=last, weekdays="0")
    assert carita.asked() == ["last"]


def test_a_day_with_too_few_people_says_so(carita: Chat) -> None:
    """The days table tells why a published day is not offered."""
    carita.opens("add_absence")
    person = next(o.value for o in carita.last.asks[0].options)
    heard = carita.gives(person=person, first="2026-04-13", last="2026-04-14")
    assert "Inka on poissa 13.4.–14.4.2026" in heard
    assert carita.opens("visit_days").count("Liian harva AKE-ihmisistä on vapaana") == 2
    assert "13.4.–14.4." in carita.opens("ake_people")
    carita.opens("drop_absence")
    carita.picks("Inka, 13.4.–14.4.2026")
    assert "Liian harva" not in carita.opens("visit_days")


def test_an_absence_shows_which_visits_need_others(town: House, carita: Chat) -> None:
    """Somebody else has to go; a coordinator chooses whom, with the load in view."""
    hire(town, "Sari")
    visit = book(town, "aino", TURKU, MONDAY)
    carita.opens("add_absence")
    gone = visit.crew[0]
    heard = carita.gives(person=gone, first="2026-04-13", last="2026-04-13")
    assert "on poissa 13.4.2026, eikä" in heard
    assert "tarvitaan joku muu lähtijä" in heard
    carita.opens("choose_crew")
    assert carita.asked() == ["visit"] or not carita.asked()


def test_the_table_of_visits(town: House, carita: Chat) -> None:
    """With who goes and how often, the visits near, and neighbours that AKE has not met."""
    book(town, "aino", TURKU, MONDAY)
    book(town, "liisa", LIETO, MONDAY + timedelta(days=1))
    heard = carita.opens("bookings")
    assert "AKE-informaatikot Turun pääkirjastossa" in heard
    assert "Inka (2 vierailua) ja Sven (2 vierailua)" in heard
    assert "Muut vierailut lähellä: Liedon pääkirjasto, ti 14.4.2026" in heard
    unvisited = heard.split("Lähellä vielä käymättä: ")[1]
    assert "Kaarina" in unvisited
    assert "Lieto" not in unvisited.split("\n")[0]


def test_choosing_who_goes(town: House, carita: Chat) -> None:
    """Two of those that are free; the library and the two are told."""
    sari = hire(town, "Sari")
    visit = book(town, "aino", TURKU, MONDAY)
    carita.opens("choose_crew", visit=visit.id)
    carita.moves(Move.EDIT, "crew")
    assert "Sari (1 vierailu)" in carita.hears()
    carita.gives(crew=sari.id)
    assert "lähtee 2 henkilöä" in carita.hears()
    free = [option.value for option in carita.last.asks[0].options]
    stays_home = next(one for one in free if one not in visit.crew)
    assert "Sven" in next(carita.spoken(o.label) for o in carita.last.asks[0].options)
    assert "Matkaan lähdössä: Sari ja Sven." in carita.gives(crew=f"{sari.id},{stays_home}")
    assert any("Vierailullenne tulossa: Sari ja Sven." in said for said in hears(town, "aino"))


def test_a_directors_wish_gets_its_day(town: House, carita: Chat) -> None:
    """The day is one on which both can go; the director is told."""
    hire(town, "Johtaja", AkeRole.DIRECTOR)
    dora = Chat(town, "dora")
    dora.opens("visit", kind="director")
    dora.gives(wished="Toukokuussa", topics="", officials="yes", staff="8")
    carita.opens("set_visit_day")
    carita.picks(
        "Kirjastopalvelujohtaja ja Lupa- ja valvontaviraston edustaja "
        "Rauman pääkirjastossa, päivä on vielä avoinna"
    )
    carita.gives(day="2026-05-06")
    assert "Kukaan tässä roolissa ei ole vapaana" in carita.hears()
    hire(town, "Tarkastaja", AkeRole.AUTHORITY)
    heard = carita.gives(day="2026-05-06")
    assert "Matkaan lähdössä: Johtaja ja Tarkastaja." in heard or "Johtaja" in carita.sends()
    assert "Vierailusta on sovittu" in hears(town, "dora")[-1]


def test_a_presentation_is_confirmed_or_declined(town: House, carita: Chat) -> None:
    """One person goes, or the library is told why not."""
    for name, day in (("aino", "2026-05-04"), ("liisa", "2026-05-05")):
        chat = Chat(town, name)
        chat.opens("visit", kind="presentation")
        chat.gives(meeting_day=day, meeting_time="09:30", remote="yes", topics="")
    carita.opens("bookings")
    assert "Vastausta odottavat toiveet" in carita.hears()
    carita.opens("confirm_visit")
    wish = carita.last.asks[0].options[0].value
    carita.gives(visit=wish)
    carita.gives(goes=carita.last.asks[0].options[0].value)
    assert "Vierailusta on sovittu" in hears(town, "aino")[-1]
    carita.opens("decline_wish")
    carita.gives(visit=carita.last.asks[0].options[0].value, why="Kaikki ovat lomalla.")
    assert "Syy: Kaikki ovat lomalla." in hears(town, "liisa")[-1]


def test_rounds_are_moved_opened_and_closed(carita: Chat, town: House) -> None:
    """Each with its own dialog; the table tells how it stands."""
    assert "Vierailut, kevät 2026" in carita.opens("rounds")
    assert "Tila: Auki; Infotilaisuus: –" in carita.hears()
    assert "Luonnos" in carita.hears()
    carita.opens("close_round", round_id="ake_visit-2026-spring", sure="yes")
    assert free_days(town, "aino", TURKU) == ()
    carita.opens("open_round", round_id="ake_visit-2026-spring")
    carita.gives(closes_on="2026-03-01")
    assert carita.asked() == ["closes_on"]
    carita.gives(closes_on="2026-03-31")
    assert free_days(town, "aino", TURKU)
    carita.opens("move_round", round_id="partner-2026-autumn")
    heard = carita.gives(opens_on="2026-08-17", closes_on="2026-09-11")
    assert "auki 17.8.–11.9.2026" in heard
    carita.presses("Aseta infotilaisuus")
    heard = carita.gives(day="2026-09-23", begins="09:00", ends="10:00")
    assert "infotilaisuus on ke 23.9.2026 klo 9.00" in heard.replace("\N{NO-BREAK SPACE}", " ")


def test_a_directors_role_is_confirmed(town: House, carita: Chat) -> None:
    """Who said that they direct a library is told what a coordinator decided."""
    settle(town, "dina", LIETO, directs=False)
    carita.opens("confirm_director", person=known(town, "dina").id)
    assert "Dina, Lieto" in carita.hears()
    carita.presses("Vahvista")
    assert "olet kirjastosi johtaja" in hears(town, "dina")[-1]
    assert "Kukaan ei odota" in carita.opens("decide_director")


def test_only_the_role_that_was_shown_is_confirmed(town: House, carita: Chat) -> None:
    """Who says another municipality after the coordinator has looked is looked at anew."""
    settle(town, "dina", LIETO, directs=False)
    carita.opens("confirm_director", person=known(town, "dina").id)
    settle(town, "dina", TURKU, directs=False)
    assert "Dina, Turku" in carita.presses("Vahvista")
    said = known(town, "dina").directs
    assert said is not None
    assert not said.confirmed


def test_a_missing_library_is_suggested(town: House, carita: Chat) -> None:
    """A coordinator adds it, and the one who missed it hears of it."""
    aino = Chat(town, "aino")
    aino.opens("suggest_library")
    aino.gives(kind="branch", name_fi="Runosmäen kirjasto", name_sv="Runosbackens bibliotek")
    assert "Runosmäen kirjasto (lähikirjasto, Turku)" in hears(town, COORDINATOR)[-1]
    assert "Yksi ehdotettu kirjasto odottaa" in carita.opens("desk")
    assert "Runosmäen kirjasto" in carita.presses("Ehdotetut kirjastot")
    carita.gives(accept="yes")
    assert "nyt luettelossa: Runosmäen kirjasto" in hears(town, "aino")[-1]
    assert "Runosmäen kirjasto" in [aino.spoken(o.label) for o in options(aino, "profile", "home")]


def options(chat: Chat, dialog: str, question: str) -> tuple[Option, ...]:
    chat.opens(dialog)
    chat.moves(Move.EDIT, question)
    return next(ask.options for ask in chat.last.asks if ask.name == question)


def test_who_waits_is_in_the_table(town: House, carita: Chat) -> None:
    """With since when, and what would suit them."""
    with acting(town, "raija") as occasion:
        Line(occasion).join(RAUMA, "Tiistait")
    heard = carita.opens("bookings")
    assert "Rauman pääkirjasto" in heard
    assert "Tiistait" in heard


def test_my_matters(town: House) -> None:
    """All that a library has of visits, with the buttons to act on it."""
    aino = Chat(town, "aino")
    assert "ei ole juuri nyt mitään kesken" in aino.opens("matters")
    book(town, "aino", TURKU, MONDAY, (LIETO,))
    assert "Varattu" in aino.opens("matters")
    assert "Tila: Varattu" in aino.presses("Näytä: AKE-informaatikot Turun pääkirjastossa")
    assert "kutsuttu mukaan" in Chat(town, "liisa").opens("matters")
    raija = Chat(town, "raija")
    raija.opens("wait_for_day", suits="")
    raija.opens("matters")
    assert raija.buttons() == ["Muuta tietojani", "Poista meidät listalta"]
