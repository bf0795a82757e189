"""What a coordinator finds on the desk, and what a person finds among their own matters."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.coffee.hours import CoffeeHour, CoffeeKind
from bot.domain.ids import CoffeeHourId, NetworkKey
from bot.domain.names import Name
from dialogs.desk.menu import AREAS
from tests.chat import Chat, StillClock
from tests.houses import COORDINATOR, Meet
from tests.partners.people import AURA, MARTTILA, TURKU, at, registered
from tests.visits.acting import acting

MORNING, VARSAT = CoffeeHourId("morning"), NetworkKey("varsat")
TITLE = Name("Aamukahvit", "Morgonkaffe")


def rows(chat: Chat, caption: str) -> dict[str, tuple[str, list[str]]]:
    """The state and the buttons of each row of a table, by its first cell."""
    [table] = [one for one in chat.last.tables if chat.spoken(one.caption) == caption]
    return {
        chat.spoken(row.cells[0]): (
            chat.spoken(row.cells[-1]),
            [chat.spoken(button.label) for button in row.buttons],
        )
        for row in table.rows
    }


def test_every_area_stands_on_the_desk_with_its_ways(meet: Meet) -> None:
    """In an empty house nothing waits, and yet every button opens what it names."""
    carita = at(meet, COORDINATOR, TURKU)
    assert "Juuri nyt mikään ei odota vastaustasi." in carita.opens("desk")
    areas = rows(carita, "AKEn työt")
    assert len(areas) == len(AREAS)
    assert areas["Kumppanikirjastot"][0].startswith("Odottaa kumppania: 0.")
    for area in AREAS:
        for kind in area.opens:
            carita.opens(kind.name)
            assert carita.last.text or carita.last.tables or carita.last.asks


def test_a_closed_round_waits_until_its_pairs_are_confirmed(meet: Meet, clock: StillClock) -> None:
    """While libraries still register nothing waits; then the pairs do, and the invitations."""
    for name, home in (("aino", AURA), ("maija", MARTTILA)):
        registered(at(meet, name, home))
    carita = at(meet, COORDINATOR, TURKU)
    assert "Juuri nyt mikään ei odota vastaustasi." in carita.opens("desk")
    clock.moves(days=15)
    heard = carita.opens("desk")
    assert "2 kirjastoa odottaa kumppania" in heard
    assert "Infotilaisuuden kutsut ovat lähettämättä." in heard
    carita.presses("Paripöytä")
    carita.presses("Vahvista kaikki")
    carita.gives(sure="yes")
    heard = carita.opens("desk")
    assert "odottaa kumppania" not in heard
    assert rows(carita, "AKEn työt")["Kumppanikirjastot"][0].startswith(
        "Odottaa kumppania: 0. Pareja: 1."
    )


def test_ones_matters_hold_coffee_and_the_info_session(meet: Meet, clock: StillClock) -> None:
    """What one has said yes to stands there with the way out; what waits for an answer, too."""
    aino = at(meet, "aino", AURA)
    registered(aino)
    with acting(aino.house, "aino") as occasion:
        starts = clock.now() + timedelta(3)
        hour = CoffeeHour(MORNING, VARSAT, CoffeeKind.OPEN, TITLE, ("fi", "sv"), starts, 45)
        occasion.records.coffee_hours.add(hour)
    assert "Aamukahvit" not in aino.says("/omat")
    aino.opens("coffee_attend", hour=MORNING, comes="yes")
    carita = at(meet, COORDINATOR, TURKU)
    carita.opens("invite_info", place="https://kokous.example/info")
    clock.moves(days=1)
    aino.says("/omat")
    [(state, _out)] = rows(aino, "Etäkahvit").values()
    assert state == "Olet tulossa"
    found = rows(aino, "Kumppanikirjastot")
    [(state, answers)] = [told for name, told in found.items() if "Infotilaisuus" in name]
    assert (state, answers) == ("Et ole vielä kertonut, tuletko", ["Tulen mukaan", "En pääse"])
    aino.presses("Tulen mukaan")
    aino.says("/omat")
    found = rows(aino, "Kumppanikirjastot")
    [(state, answers)] = [told for name, told in found.items() if "Infotilaisuus" in name]
    assert (state, answers) == ("Olet tulossa", ["En pääse"])
