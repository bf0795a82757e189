"""Booking, changing and waiting, as people go through it."""

from __future__ import annotations

import pytest

from bot.app import House
from bot.dialog import Move
from bot.domain.ids import PairId, RegistrationId, RoundId, ServicePointId
from bot.domain.occasion import Occasion
from bot.domain.partners.pairs import Member, Pair
from bot.domain.partners.registrations import Registration, RegistrationState, Told
from bot.domain.visits.line import Line
from tests.chat import Chat, StillClock
from tests.houses import COORDINATOR, house
from tests.visits.acting import LIETO, MONDAY, RAUMA, TURKU, acting, book, hears, settle

INFORMATICIANS = {
    "kind": "informaticians",
    "day": "2026-04-14",
    "length": "whole",
    "joined_by": "",
    "joy": "Satutunnit",
    "problem": "",
    "topics": "",
    "thought_over": "yes",
    "staff": "12",
    "media": "interview",
}

FINNISH = {
    "kind": "Millaista vierailua toivotte?",
    "day": "Mikä päivä sopii teille?",
    "booked": "Nähdään Turun pääkirjastossa tiistaina 14.4.2026!",
    "crew": "Teille tulossa: Inka ja Sven.",
}
SWEDISH = {
    "kind": "Vad för slags besök önskar ni?",
    "day": "Vilken dag passar er?",
    "booked": "Vi ses på Pargas huvudbibliotek tisdagen den 14.4.2026!",
    "crew": "Inka och Sven kommer till er.",
}
ROUND = RoundId("partner-2026-spring")
SPEAKERS = pytest.mark.parametrize(("name", "words"), [("aino", FINNISH), ("sven", SWEDISH)])


def form(chat: Chat, **changed: str) -> str:
    """Fill in a form as its pages are shown."""
    answers = INFORMATICIANS | changed
    chat.opens("visit")
    heard = ""
    for _page in range(3):
        if chat.last.asks:
            heard = chat.gives(**{name: answers[name] for name in chat.asked()})
    return heard


@SPEAKERS
def test_by_form(town: House, name: str, words: dict[str, str]) -> None:
    """A form asks what belongs together on one page, and is answered with the day and the crew."""
    chat = Chat(town, name)
    assert words["kind"] in chat.opens("visit")
    assert chat.asked() == ["kind"]
    assert words["day"] in chat.gives(kind="informaticians")
    assert chat.asked()[0] == "day"
    heard = form(chat)
    assert words["booked"] in heard
    assert words["crew"] in heard


@SPEAKERS
def test_by_typing(town: House, name: str, words: dict[str, str]) -> None:
    """A line at a time, with optional questions skipped, and read back before it is sent."""
    chat = Chat(town, name)
    assert words["kind"] in chat.opens("visit")
    assert words["day"] in chat.says("1")
    chat.says("2")
    for _skipped in ("length", "joined_by"):
        chat.moves(Move.SKIP)
    chat.says("Satutunnit")
    for _skipped in ("problem", "topics"):
        chat.moves(Move.SKIP)
    chat.gives(thought_over="yes")
    chat.says("12")
    chat.says("1")
    assert chat.asked() == []
    assert words["booked"] in chat.sends()


def test_after_a_restart_it_goes_on(town: House, sqlite_url: str, clock: StillClock) -> None:
    """Whatever becomes of the process between two messages, no answer is lost."""
    answers = dict(INFORMATICIANS)
    Chat(town, "aino").opens("visit")
    heard = ""
    for _page in range(len(answers)):
        with house(sqlite_url, clock) as reborn:
            chat = Chat(reborn, "aino")
            chat.opens("visit")
            if not chat.last.asks:
                break
            name = chat.asked()[0]
            heard = chat.gives(**{name: answers[name]})
            if not chat.last.asks:
                break
    assert "Nähdään Turun pääkirjastossa" in heard


def test_a_day_lost_meanwhile_is_asked_again(town: House) -> None:
    """The other answers are kept, and only the day has to be chosen anew."""
    aino = Chat(town, "aino")
    aino.opens("visit", **{k: v for k, v in INFORMATICIANS.items() if k != "staff"})
    assert aino.asked() == ["staff"]
    book(town, "raija", RAUMA, MONDAY.replace(day=14))
    heard = aino.gives(staff="12")
    assert "Joku ehti juuri varata päivän ti 14.4.2026." in heard
    assert aino.asked() == ["day"]
    assert "Nähdään Turun pääkirjastossa keskiviikkona" in aino.gives(day="2026-04-15")


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("kind", "everyone"),
        ("day", "2026-04-12"),
        ("day", "tomorrow"),
        ("day", "😀" * 4000),
        ("length", "a week"),
        ("joined_by", "684-main"),
        ("joy", ""),
        ("joy", "x" * 1001),
        ("staff", "-1"),
        ("staff", "201"),
        ("thought_over", "perhaps"),
        ("media", "\N{NULL}"),
    ],
)
def test_a_bad_answer_is_asked_again(town: House, question: str, given: str) -> None:
    """Said kindly, with nothing of the other answers lost and nothing booked."""
    aino = Chat(town, "aino")
    aino.opens("visit")
    if question not in aino.asked():
        aino.gives(**{name: INFORMATICIANS[name] for name in aino.asked()})
    asked = aino.asked()
    aino.gives(**{name: INFORMATICIANS[name] for name in asked if name != question})
    if question in aino.asked():
        aino.gives(**{question: given})
    assert question in aino.asked()
    assert any(ask.problem for ask in aino.last.asks if ask.name == question)
    with acting(town, "aino") as occasion:
        assert occasion.records.visits.of(TURKU) == ()


def test_outside_a_round_there_is_a_way_on(town: House, clock: StillClock) -> None:
    """One is told when it opens, is offered to hear of it, and to wait for a day."""
    clock.moves(days=20)
    aino = Chat(town, "aino")
    heard = aino.opens("visit", kind="informaticians")
    assert "voi varata ti 16.2.2027 alkaen" in heard
    assert aino.buttons() == ["Kerro, kun se avautuu", "Ottakaa meidät odotuslistalle"]
    assert "Kerron sinulle, kun kierros avautuu tiistaina 16.2.2027" in aino.presses(
        "Kerro, kun se avautuu"
    )
    clock.at = clock.at.replace(year=2027, month=2, day=16, hour=12)
    assert "voi nyt varata" in hears(town, "aino")[0]


def test_a_library_with_a_visit_moves_that_one(town: House) -> None:
    """Booking again shows the visit there is, with what can be done with it."""
    aino = Chat(town, "aino")
    form(aino, joined_by=LIETO)
    heard = aino.opens("visit", kind="informaticians")
    assert "on jo tulossa vierailu" in heard
    aino.presses("Siirrä vierailu")
    assert "2026-04-14" not in [option.value for option in aino.last.asks[0].options]
    assert "Nähdään Turun pääkirjastossa perjantaina 17.4.2026!" in aino.gives(day="2026-04-17")
    assert "Vierailu on siirtynyt" in hears(town, "liisa")[-1]


def test_details_are_read_back_and_changed(town: House) -> None:
    """One answer at a time; the contact person is told what a colleague changed."""
    form(Chat(town, "aino"))
    settle(town, "anna", TURKU)
    anna = Chat(town, "anna")
    assert "Satutunnit" in anna.opens("edit_visit")
    anna.moves(Move.EDIT, "joy")
    anna.gives(joy="Kirjakahvila")
    assert "tiedot on muutettu" in anna.sends()
    assert "Kirjakahvila" in hears(town, "aino")[-1]


def test_cancelling_asks_whether_one_is_sure(town: House) -> None:
    """No leaves everything as it was; yes frees the day, and the reason is passed on."""
    aino = Chat(town, "aino")
    form(aino, joined_by=LIETO)
    aino.opens("cancel_visit")
    assert "pysyy ennallaan" in aino.gives(sure="no")
    aino.presses("Peru vierailu")
    aino.gives(sure="yes")
    assert "Vierailu on peruttu" in aino.gives(why="Remontti")
    assert "Syy: Remontti" in hears(town, "liisa")[-1]
    assert "ei ole tulossa vierailuja" in aino.opens("cancel_visit")


def test_an_offer_is_taken(town: House, clock: StillClock) -> None:
    """A day that frees is held for the first in the line, who takes it with a button."""
    for number, name in enumerate(("aino", "liisa", "sven", "raija")):
        clock.moves(minutes=1)
        form(Chat(town, name), day=f"2026-04-{13 + number}", joined_by="")
    pia = Chat(town, "pia")
    settle(town, "pia", ServicePointId("430-main"))
    form(pia, day="2026-04-17", joined_by="")
    oili = Chat(town, "oili")
    settle(town, "oili", ServicePointId("680-main"))
    assert "Vapaita päiviä ei juuri nyt ole" in oili.opens("visit", kind="informaticians")
    oili.presses("Ottakaa meidät odotuslistalle")
    assert "odotuslistalla" in oili.gives(suits="Tiistait")
    Chat(town, "raija").opens("cancel_visit", sure="yes", why="")
    assert "Teille vapautui vierailupäivä to 16.4.2026" in hears(town, "oili")[0]
    oili.opens("day_offered", offer=offered(town, "oili"))
    oili.presses("Otamme päivän")
    assert "day" not in oili.asked()


def offered(town: House, name: str) -> str:
    with acting(town, name) as occasion:
        return Line(occasion).open_offers()[0].id


def test_reminders_come_a_week_and_a_day_before(town: House, clock: StillClock) -> None:
    """With the visit as it is then; of a cancelled one nothing is said."""
    form(Chat(town, "aino"), joined_by=LIETO)
    clock.at = clock.at.replace(month=4, day=7, hour=5, minute=0)
    assert "Vierailu lähestyy" in hears(town, "aino")[-1]
    assert "Satutunnit" in hears(town, "aino")[-1]
    assert "Satutunnit" not in hears(town, "liisa")[-1]
    Chat(town, "aino").opens("cancel_visit", sure="yes", why="")
    assert not any("lähestyy" in said for said in hears(town, "aino"))


def test_a_guest_library_sees_and_may_stay_away(town: House) -> None:
    """It sees when and where, but not what the host has told; it may say no."""
    form(Chat(town, "aino"), joined_by=LIETO)
    liisa = Chat(town, "liisa")
    assert "kutsuttu mukaan" in hears(town, "liisa")[0]
    liisa.opens("visits")
    heard = liisa.presses("Näytä: AKE-informaatikot Turun pääkirjastossa")
    assert "Satutunnit" not in heard
    assert "Aino" not in heard
    assert liisa.buttons() == ["Emme pääse tulemaan"]
    assert "isäntäkirjastolle" in liisa.presses("Emme pääse tulemaan")
    assert "ei ole tulossa vierailuja" in liisa.opens("visits")


def test_others_see_nothing(town: House) -> None:
    """A neighbour's visit can be neither listed nor shown, whatever is sent."""
    visit = book(town, "aino", TURKU, MONDAY)
    raija = Chat(town, "raija")
    assert "ei ole tulossa vierailuja" in raija.opens("visits")
    for dialog in ("show_visit", "edit_visit", "move_visit", "cancel_visit", "visit_booked"):
        heard = raija.opens(dialog, visit=visit.id)
        assert "Turun" not in heard


def test_the_directors_visit(town: House) -> None:
    """Only a confirmed director wishes for it; no days are asked."""
    raija = Chat(town, "raija")
    assert "toivoa vain kirjastonjohtaja" in raija.opens("visit", kind="director")
    dora = Chat(town, "dora")
    dora.opens("visit", kind="director")
    assert dora.asked() == ["wished", "topics", "officials", "staff"]
    heard = dora.gives(wished="Toukokuussa", topics="", officials="yes", staff="8")
    assert "ehdottavat vierailulle päivää" in heard
    assert "Lupa- ja valvontaviraston edustaja" in hears(town, COORDINATOR)[-1]


def test_the_presentation_for_a_board(town: House) -> None:
    """The board's own day and time; the place is asked where it is no remote meeting."""
    aino = Chat(town, "aino")
    aino.opens("visit", kind="presentation")
    assert aino.asked() == ["meeting_day", "meeting_time", "remote", "topics"]
    aino.gives(meeting_day="2026-03-01", meeting_time="09:30", remote="no", topics="")
    assert aino.asked() == ["meeting_day", "place"]
    heard = aino.gives(meeting_day="2026-05-04", place="Turun kaupungintalo")
    assert "vahvistavat, kuka tulee" in heard
    assert "Vaski-kirjastojen johtoryhmä" in hears(town, COORDINATOR)[-1]


def test_the_partner_library_can_join_from_afar(town: House) -> None:
    """It stands first among those that may join, though it is no neighbour (AV-9)."""
    with acting(town, COORDINATOR) as occasion:
        members = tuple(Member(each, registered(occasion, each)) for each in (RAUMA, TURKU))
        pair = Pair(PairId("pair"), ROUND, members, occasion.today)
        occasion.records.pairs.keep(pair)
    aino = Chat(town, "aino")
    aino.opens("visit", kind="informaticians")
    joined = next(ask for ask in aino.last.asks if ask.name == "joined_by")
    assert aino.spoken(joined.options[0].label) == "Rauman pääkirjasto"
    assert "Nähdään" in form(Chat(town, "aino"), joined_by=RAUMA)


def registered(occasion: Occasion, point: ServicePointId) -> RegistrationId:
    told = Told("Satutunnit")
    registration = RegistrationId(f"registration-{point}")
    paired = RegistrationState.PAIRED
    occasion.records.registrations.keep(
        Registration(registration, point, paired, told, None, occasion.now, ROUND)
    )
    return registration
