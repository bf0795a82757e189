"""Coffee hours from the plan to the cup, as people go through it."""

from __future__ import annotations

import pytest

from bot.app import House
from bot.dialog import Move
from bot.domain.ids import NetworkKey
from bot.domain.rooms import Room
from tests.chat import Chat, StillClock
from tests.houses import Meet
from tests.outbox.conftest import built
from tests.outbox.office import Office

TUESDAY = {"day": "2026-03-10", "wall": "09:00", "length": "45", "language": "fi+sv"}
DIGI = {**TUESDAY, "audience": "digi", "link": "https://example.org/kahvit", "topic": "Tekoäly"}


@pytest.fixture
def office(sqlite_house: House, clock: StillClock) -> Office:
    return built(sqlite_house, clock)


@pytest.fixture
def carita(meet: Meet) -> Chat:
    return meet("carita")


@pytest.fixture
def aino(meet: Meet) -> Chat:
    """In the digital working group."""
    chat = meet("aino")
    chat.opens("profile", language="fi", home="853-main", networks="digi", directs="no")
    chat.sends()
    return chat


@pytest.fixture
def sven(meet: Meet) -> Chat:
    """Speaks Swedish and is in no network."""
    chat = meet("sven", language="sv")
    chat.opens("profile", language="sv", home="445-main", networks="", directs="no")
    chat.sends()
    return chat


def planned(carita: Chat) -> str:
    carita.opens("coffee_new")
    return carita.gives(**DIGI, guest="")


@pytest.mark.usefixtures("aino", "sven")
def test_those_concerned_are_reminded_three_times(office: Office, carita: Chat) -> None:
    """A week, a day and a quarter before: those of the network, and nobody else."""
    assert "kalenterissa" in planned(carita)
    assert office.delivers() == []
    for hours in (24.5, 6 * 24, 23.4):
        office.clock.moves(hours=hours)
        office.delivers()
    texts = [text for text in office.wire.texts() if "Digityöryhmä" in text]
    assert [text.split(":")[0] for text in texts] == [
        "Viikon päästä on etäkahvit",
        "Etäkahvit lähestyvät",
        "Etäkahvit alkavat kohta",
    ]
    assert all("https://example.org/kahvit" in text for text in texts)


def test_a_room_hears_in_both_languages(office: Office, carita: Chat) -> None:
    """The audience's room is reminded too, in each of its languages."""
    room = office.sits_in("digi-huone")
    with office.house.ledger.unit() as unit:
        unit.rooms.save(Room(room.room, "test", "digi-huone", NetworkKey("digi")))
        unit.commit()
    planned(carita)
    office.clock.moves(days=7)
    office.delivers()
    [post] = [text for text in office.wire.texts() if "lähestyvät" in text]
    assert "Kaffestunden närmar sig" in post


def test_what_is_turned_off_is_not_said(office: Office, carita: Chat, aino: Chat) -> None:
    """A kind of reminder that a person turns off stays away, also when it was planned before."""
    planned(carita)
    aino.opens("reminders")
    aino.moves(Move.EDIT, "leads")
    aino.gives(leads="week,soon")
    assert "muistutan sinua etäkahveista viikkoa ennen ja varttia ennen" in aino.sends()
    office.clock.moves(days=7)
    office.delivers()
    assert not [text for text in office.wire.texts() if "lähestyvät" in text]


@pytest.mark.usefixtures("aino")
def test_moving_tells_everybody_and_reminds_anew(office: Office, carita: Chat) -> None:
    """The old reminders fall silent, the new time is told at once and reminded of."""
    planned(carita)
    carita.opens("coffee_desk")
    carita.presses("Siirrä")
    carita.gives(day="2026-03-12")
    office.delivers()
    assert any(
        "uusi aika" in text and "torstaina 12.3.2026" in text for text in office.wire.texts()
    )
    office.clock.moves(days=7, hours=1)
    office.delivers()
    assert not [text for text in office.wire.texts() if "10.3.2026" in text]
    office.clock.moves(days=2)
    office.delivers()
    assert [text for text in office.wire.texts() if "lähestyvät" in text]


@pytest.mark.usefixtures("aino")
def test_cancelling_tells_and_silences(office: Office, carita: Chat) -> None:
    """After a cancellation nothing more is said but that it is cancelled."""
    planned(carita)
    carita.opens("coffee_desk")
    carita.presses("Peru kahvit")
    carita.gives(sure="yes")
    office.delivers()
    office.clock.moves(days=9)
    office.delivers()
    told = [text for text in office.wire.texts() if "Digityöryhmä" in text]
    assert len(told) == 1
    assert "peruttu" in told[0]


def test_a_swedish_speaker_finds_follows_and_comes(
    office: Office, carita: Chat, sven: Chat
) -> None:
    """Somebody who follows nothing sees what there is, follows it and says that they come."""
    planned(carita)
    assert "Digiarbetsgruppen" in sven.says("/distanskaffe")
    sven.presses("Välj vad jag följer")
    sven.moves(Move.EDIT, "audiences")
    sven.gives(audiences="digi")
    assert "Digiarbetsgruppen" in sven.sends()
    sven.opens("coffee")
    assert "tisdagen den 10.3.2026" in sven.presses("Jag kommer")
    assert "Jag kan ändå inte komma" in "".join([sven.opens("coffee"), *sven.buttons()])
    office.clock.moves(days=7)
    office.delivers()
    assert any("Kaffestunden närmar sig" in text for text in office.wire.texts())


def test_a_series_skips_holidays_and_keeps_its_hour(carita: Chat) -> None:
    """Every second Tuesday at nine stays at nine over the change to summer time."""
    carita.opens("coffee_series", audience="everyone", start="2026-03-10", until="2026-06-02")
    carita.gives(often="joka toinen viikko tiistaisin klo 9", length="60", holidays="skip")
    heard = carita.gives(language="fi", link="")
    days = ["10.3.", "24.3.", "7.4.", "21.4.", "5.5.", "19.5.", "2.6."]
    assert all(f"ti {day}2026 klo 9.00" in heard.replace("\u00a0", " ") for day in days)
    assert "7 etäkahvihetkeä" in heard.replace("\u00a0", " ")


def test_a_held_hour_counts(carita: Chat, clock: StillClock) -> None:
    """Only what was held counts towards the year's target."""
    planned(carita)
    assert "on pidetty 0" in carita.opens("coffee_desk").replace("\u00a0", " ")
    clock.moves(days=9)
    carita.opens("coffee_desk")
    carita.presses("Kahvit pidettiin")
    carita.gives(heads="14")
    assert "on pidetty yksi" in carita.opens("coffee_desk").replace("\u00a0", " ")


def test_wishes_and_hosts_reach_the_coordinators(office: Office, carita: Chat, aino: Chat) -> None:
    """A wish for a topic and a library that hosts are told to AKE."""
    planned(carita)
    aino.opens("coffee_propose", audience="digi")
    assert "Kerro joko aihe tai vieras" in aino.gives(topic="", guest="")
    aino.gives(topic="Robotit")
    aino.opens("coffee_host")
    assert "Turun pääkirjasto isännöi" in aino.picks("Digityöryhmä, ti 10.3.2026 klo\u00a09.00")
    office.delivers()
    assert any("Robotit" in text for text in office.wire.texts())
    assert any("Turun pääkirjasto isännöi" in text for text in office.wire.texts())


def test_nobody_else_opens_the_desk(aino: Chat) -> None:
    """A worker who sends the desk's dialogs by hand is refused kindly."""
    for dialog in ("coffee_desk", "coffee_new", "coffee_series", "coffee_cancel", "coffee_held"):
        assert "ei ole oikeutta" in aino.opens(dialog)


def test_who_joins_later_is_reminded_as_well(office: Office, carita: Chat, meet: Meet) -> None:
    """Somebody who tells their networks after the plan was made is reminded all the same."""
    planned(carita)
    late = meet("late")
    late.opens("profile", language="sv", home="445-main", networks="digi", directs="no")
    late.sends()
    office.clock.moves(days=7)
    office.delivers()
    assert any("Kaffestunden närmar sig" in text for text in office.wire.texts())
