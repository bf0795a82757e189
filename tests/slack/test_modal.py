"""A person does things in modals: begun by a command, filled, sent and closed."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from bot.app import House
from bot.channels.slack.desk import Patience
from tests.trips import STATION

from . import payloads
from .kinds import TOLD
from .people import Actor, NotThere, labels
from .web_api import Refusal
from .workspace import JSON
from .world import Mode, World, play

PDF = b"%PDF-1.7 a receipt"
SLOW = Patience(at_once=0, answer=0)


async def opened(w: World, command: str = "/retki", words: str = "") -> Actor:
    aino = w.meet("aino")
    await aino.commands(command, words)
    await w.rests()
    return aino


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_a_command_opens_a_form_and_the_form_is_sent(house: House, mode: Mode) -> None:
    """All that is open is asked at once, by Socket Mode and by HTTP alike."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        await aino.fills(place="Castle", day="2026-03-05", guests="1")
        await aino.fills(bus="castle 2")
        assert await aino.submits() == {}
        assert "Kyllä" in str(aino.modal)
        await aino.reads("Kyllä")

    play(house, scene, mode)
    assert STATION.booked == [("castle-2", date(2026, 3, 5), 1, "")]


def test_what_is_wrong_is_said_at_its_input(house: House) -> None:
    """In the person's language, at the question, and what else was filled stays."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        await aino.fills(guests="kolme kymmentä", place="Castle", day="2026-03-01")
        wrong = await aino.submits()
        assert wrong == {"day": "Se päivä meni jo.", "guests": "Anna luku väliltä 1–30."}
        await aino.fills(guests="2", day="2026-03-05")
        await aino.fills(bus="castle 1")
        assert await aino.submits() == {}
        await aino.fills(group="2B")
        assert await aino.submits() == {}

    play(house, scene)
    assert STATION.booked == [("castle-1", date(2026, 3, 5), 2, "2B")]


def test_a_pick_brings_the_questions_that_waited_for_it(house: House) -> None:
    """The modal follows along, and what was typed and picked elsewhere in it stays."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        await aino.fills(guests="7", day="2026-03-05")
        assert "Millä bussilla?" not in str(aino.modal)
        await aino.fills(place="Castle")
        _block, bus = aino.input("bus")
        assert [each["text"]["text"] for each in bus["options"]] == ["castle 1", "castle 2"]
        assert aino.stack[-1].values["guests"]["count"]["value"] == "7"
        assert aino.stack[-1].values["day"]["day"]["selected_date"] == "2026-03-05"

    play(house, scene)


def test_another_pick_drops_what_no_longer_fits(house: House) -> None:
    """With another place there are other buses, and the one picked before is not kept."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        await aino.fills(place="Castle", day="2026-03-05")
        await aino.fills(bus="castle 1", place="Harbour")
        _block, bus = aino.input("bus")
        assert [each["value"] for each in bus["options"]] == ["harbour-1", "harbour-2"]
        assert aino.stack[-1].values["bus"][bus["action_id"]]["selected_option"] is None

    play(house, scene)


def test_a_form_still_being_filled_books_nothing(house: House) -> None:
    """When the last pick answers all there is, the form waits to be sent all the same."""

    async def scene(w: World) -> None:
        aino = await opened(w, "/molemmat")
        await aino.fills(first="A")
        await aino.fills(second="a1", third="jotain")
        await aino.fills(first="B")
        await w.rests()
        assert "Valmis" not in str(aino.modal)

    play(house, scene)


def test_a_form_sent_twice_does_its_work_once(house: House) -> None:
    """Whoever sends it again because the line was slow reads what was said the first time."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        await aino.fills(place="Castle", day="2026-03-05", guests="1")
        await aino.fills(bus="castle 2")
        sent = aino.stack[-1]
        assert await aino.submits() == {}
        answer = await aino.interacts(payloads.submitted(sent, "T0AKE", aino.trigger()))
        assert "Kyllä" in str(answer["view"])
        await w.rests()
        assert len([post for post in aino.read() if "Kyllä" in post.text]) == 1

    play(house, scene)
    assert len(STATION.booked) == 1


def test_losing_the_race_asks_one_question_again(house: House) -> None:
    """When somebody else was first, only that is asked again, and the rest need not be."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        await aino.fills(place="Castle", day="2026-03-05", guests="1")
        await aino.fills(bus="castle 2")
        STATION.beaten = True
        assert await aino.submits() == {}
        assert "Joku ehti ensin." in str(aino.modal)
        assert [block["block_id"] for block in asks(aino.modal)] == ["bus"]
        await aino.fills(bus="castle 1")
        assert await aino.submits() == {}
        assert "Ole hyvä ja tarkista" in str(aino.modal) or "Lähetä" in str(aino.modal["submit"])
        await aino.submits()

    play(house, scene)
    assert [bus for bus, *_rest in STATION.booked] == ["castle-1"]


def test_an_older_form_changes_nothing_and_shows_where_things_are(house: House) -> None:
    """A modal left open while the dialog went on elsewhere is answered with the present one."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        old = aino.stack[-1]
        await aino.says("Castle")
        await aino.reads("Minä päivänä?")
        answer = await aino.interacts(payloads.submitted(old, "T0AKE", aino.trigger()))
        assert "jo vanha" in str(answer["view"]["blocks"][0])
        assert "Minne?" in str(answer["view"])

    play(house, scene)
    assert STATION.booked == []


def test_what_is_wrong_on_an_earlier_page_is_asked_anew(house: House) -> None:
    """Where the question is no longer in the modal, the modal goes back to it and says why."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.commands("/molemmat")
        await w.rests()
        await aino.fills(first="A", third="no")
        await aino.fills(second="a2")
        assert await aino.submits() == {}
        assert "Eka ei käy." in str(aino.modal)
        assert [block["block_id"] for block in asks(aino.modal)] == ["first"]

    play(house, scene)


def test_every_kind_of_question_has_its_input(house: House) -> None:
    """Figures with commas, days, times, long lists that are searched, and files of one's own."""

    async def scene(w: World) -> None:
        aino = await opened(w, "/kaikki")
        await aino.fills(
            words="kyllä & <ei>", number="7", price="1 234,50 €", way="57,5 km",
            day="2026-05-12", at="09:30", sure="Kyllä", few="Toka", some="Kaksikymmentä 7",
            library="Kirjasto 299", boxes=["Kaksikymmentä 1", "Kaksikymmentä 3"],
            several=["t3", "t11"], libraries=["Kirjasto 7", "Kirjasto 300"],
            files=[("kuitti.pdf", PDF)],
        )  # fmt: skip
        assert await aino.submits() == {}

    play(house, scene)
    [told] = TOLD
    files = told.pop("files")
    assert told == {
        "words": "kyllä & <ei>",
        "story": "",
        "number": 7,
        "price": 123450,
        "way": Decimal("57.5"),
        "day": date(2026, 5, 12),
        "at": time(9, 30),
        "sure": True,
        "few": "b",
        "some": "t7",
        "library": "lib-299",
        "boxes": ("t1", "t3"),
        "several": ("t3", "t11"),
        "libraries": ("lib-007", "lib-300"),
    }
    assert isinstance(files, tuple)
    with house.ledger.unit() as unit:
        assert [unit.files.content(file) for file in files] == [PDF]


def test_a_long_list_is_searched(house: House) -> None:
    """At most a hundred names come back, those that begin with what is typed first."""

    async def scene(w: World) -> None:
        aino = await opened(w, "/kaikki")
        block, element = aino.input("library")
        assert element["type"] == "external_select"
        assert len(await aino.searches(block["block_id"], element, "")) == 100
        found = await aino.searches(block["block_id"], element, "kirjasto 30")
        assert [each["value"] for each in found][:3] == ["lib-030", "lib-300", "lib-301"]
        assert await aino.searches(block["block_id"], element, "olematon") == []

    play(house, scene)


def test_what_is_kept_is_read_back_before_it_is_changed(house: House) -> None:
    """A dialog that changes what is kept shows it first; each answer can be changed there."""

    async def scene(w: World) -> None:
        aino = await opened(w, "/ake")
        await aino.presses("Omat tiedot")
        await w.rests()
        await aino.fills(language="svenska", home="Turun pääkirjasto")
        assert await aino.submits() == {}
        await aino.presses("Ändra mina uppgifter")
        await w.rests()
        assert aino.modal["callback_id"] == "reads_back"
        assert aino.modal["submit"]["text"] == "Skicka"
        await aino.presses("Ändra", question='"at":"home"')
        await w.rests()
        await aino.fills(home="Raumo huvudbibliotek")
        assert await aino.submits() == {}
        assert await aino.submits() == {}
        assert "Raumo huvudbibliotek" in str(aino.modal)

    play(house, scene)


def test_a_closed_form_is_stopped_and_can_be_taken_up(house: House) -> None:
    """Closing it is stopping; what was answered comes back with a button in private."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        await aino.fills(place="Castle", day="2026-03-05")
        await aino.closes()
        stopped = await aino.reads("lopetin tähän")
        await aino.presses("Jatka sittenkin", stopped)
        await w.rests()
        assert "Millä bussilla?" in str(aino.modal)

    play(house, scene)


def test_a_form_closed_untouched_is_not_talked_of(house: House) -> None:
    """Nobody is written to because they looked at a form; what they write next is no answer."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        await aino.closes()
        await w.rests()
        assert aino.read() == []
        await aino.says("Castle")
        await w.rests()
        assert "Minä päivänä?" not in aino.read()[-1].text

    play(house, scene)


def test_a_light_modal_comes_at_once_where_the_answer_takes_time(house: House) -> None:
    """It speaks both languages, and is filled when the answer is there."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        [light] = w.slack.api.called("views.open")
        assert "Hetki" in str(light["view"])
        assert "ögonblick" in str(light["view"])
        assert "Minne?" in str(aino.modal)

    play(house, scene, patience=SLOW)


def test_a_form_whose_judgement_takes_time_says_so(house: House) -> None:
    """The person is not left without a word; then the modal shows what came of it."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        await aino.fills(place="Castle", day="2026-03-05", guests="1")
        await aino.fills(bus="castle 2")
        assert await aino.submits() == {}
        await w.rests()
        assert "Kyllä" in str(aino.modal)

    play(house, scene, patience=SLOW)
    assert len(STATION.booked) == 1


def test_what_is_wrong_and_comes_late_is_asked_anew(house: House) -> None:
    """Slack takes errors only at once: later, what is right is kept and the rest asked again."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        await aino.fills(place="Castle", day="2026-03-01", guests="1")
        assert await aino.submits() == {}
        await w.rests()
        assert "Se päivä meni jo." in str(aino.modal)
        assert "place" not in [block["block_id"] for block in asks(aino.modal)]

    play(house, scene, patience=SLOW)


@pytest.mark.parametrize("refusal", ["expired_trigger_id", "ratelimited", "broken"])
def test_where_no_modal_can_be_opened_the_dialog_is_held_in_private(
    house: House, refusal: str
) -> None:
    """A trigger that was too old is not tried again: the first question is asked in a message."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        late = {
            "expired_trigger_id": Refusal("expired_trigger_id"),
            "ratelimited": Refusal(after=1),
            "broken": Refusal(status=503),
        }
        w.slack.api.refuse("views.open", late[refusal])
        await aino.commands("/retki")
        await aino.reads("Minne?")
        assert len(w.slack.api.called("views.open")) == 1

    play(house, scene)


def test_a_list_too_long_for_a_modal_is_whole_in_private(house: House) -> None:
    """The modal shows what fits and says where the rest is; nothing is left out there."""

    async def scene(w: World) -> None:
        aino = await opened(w, "/pitka")
        assert "yksityisviestinä" in str(aino.modal["blocks"][-1])
        pressable = [label for post in aino.read() for label in labels(post.blocks)]
        assert pressable == [f"Avaa {n}" for n in range(80)]

    play(house, scene)


def test_a_bug_is_a_kind_word(house: House) -> None:
    """Something that breaks in the bot is told as such, in the modal, and nothing is lost."""

    async def scene(w: World) -> None:
        aino = await opened(w, "/rikki")
        assert "viite" in str(aino.modal)

    play(house, scene)


def test_what_cannot_be_done_now_is_told(house: House) -> None:
    """A dialog that is closed says why instead of asking."""

    async def scene(w: World) -> None:
        aino = await opened(w, "/kiinni")
        assert "Nyt on kiinni." in str(aino.modal)
        assert "submit" not in aino.modal

    play(house, scene)


def test_only_what_is_on_the_screen_can_be_done(house: House) -> None:
    """The person of these tests does what Slack's own program lets one do, and no more."""

    async def scene(w: World) -> None:
        aino = await opened(w)
        with pytest.raises(NotThere):
            await aino.submits()
        with pytest.raises(NotThere):
            await aino.fills(place="Kuu")

    play(house, scene)


def asks(view: JSON) -> list[JSON]:
    return [block for block in view["blocks"] if block["type"] == "input"]
