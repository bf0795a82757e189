"""What a coordinator sees of what the bot says by itself, and can do about it."""

from __future__ import annotations

import pytest

from bot.conversation.ports import Undelivered
from bot.conversation.turns import Address
from bot.domain.ids import NetworkKey
from bot.domain.languages import Language
from bot.domain.notifications import Doubt, ToRoom
from tests.chat import Chat
from tests.houses import COORDINATOR

from . import office as there
from .office import Office
from .test_trouble import breaks, raising


@pytest.fixture
def carita(office: Office) -> Chat:
    """A coordinator of AKE, who has talked with the bot."""
    chat = Chat(office.house, COORDINATOR)
    chat.says("hei")
    return chat


def test_what_failed_is_told_and_sent_again(office: Office, carita: Chat) -> None:
    """The coordinator hears at once, sees who is missing what and why, and sends it anew."""
    office.plans("hello", office.knows("aino"))
    office.wire.before = raising(Undelivered("blocked", permanent=True))
    office.delivers()
    assert [to.conversation for to, _key, _text in office.wire.written] == ["private:carita"]
    assert "Muistutus" in office.wire.texts()[0]
    heard = carita.opens("undelivered")
    assert "Aino" in heard
    assert "ei enää tavoiteta" in heard
    carita.presses("Lähetä uudelleen")
    assert office.delivers() == ["hello"]
    assert "menneet perille" in carita.opens("undelivered")


def test_what_may_have_arrived_is_decided_by_a_person(office: Office, carita: Chat) -> None:
    """An approval nobody is sure of is listed, and can be left; late presses do nothing."""
    office.wire.tells = None
    office.plans("approved", office.knows("aino"), "approve", doubt=Doubt.ASK)
    breaks(office, TimeoutError(), arrived=True)
    office.clock.moves(minutes=6)
    office.delivers()
    assert "on voinut mennä perille" in carita.opens("undelivered")
    listed = carita.last
    carita.presses("Jätä lähettämättä")
    assert office.states()["approved"] == "moot"
    carita.last = listed
    carita.presses("Lähetä uudelleen")
    assert office.states()["approved"] == "moot"


@pytest.mark.usefixtures("carita")
def test_coordinators_are_told_once_an_hour(office: Office) -> None:
    """A channel that is down does not bury them in messages."""
    aino = office.knows("aino")
    for hour in range(2):
        office.wire.before = raising(Undelivered("blocked", permanent=True), 5)
        for n in range(5):
            office.plans(f"hello{hour}{n}", aino)
        office.delivers()
        office.delivers()
        assert len(office.wire.written) == hour + 1
        office.clock.moves(hours=1)


def test_only_coordinators_see_it(office: Office) -> None:
    """What could not be delivered to others is nobody else's business."""
    aino = Chat(office.house, "aino")
    for dialog in ("undelivered", "coming_posts", "rooms", "send_again", "see_post", "tie_room"):
        assert "sinulla ei ole oikeutta" in aino.opens(dialog)


def test_a_post_is_seen_before_it_goes(office: Office, carita: Chat) -> None:
    """The coordinator sees it as the room will: in both languages, at its time."""
    office.plans("post", office.sits_in("digi"), hours=5)
    assert "digi" in carita.opens("coming_posts")
    heard = carita.presses("Katso")
    assert "maanantaina 2.3.2026 klo\N{NO-BREAK SPACE}14.00" in heard
    assert heard.count("kaikki: kahvit") == 2
    assert carita.buttons() == ["Siirrä", "Peru"]


def test_a_post_about_nothing_is_seen_to_say_nothing(
    office: Office, carita: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is cancelled meanwhile would not be posted, and the preview says so."""
    office.plans("post", office.sits_in("digi"), what="visit", hours=5)
    carita.opens("coming_posts")
    monkeypatch.delitem(there.OFFERED, "visit")
    assert "en julkaise mitään" in carita.presses("Katso")


def test_a_post_is_moved(office: Office, carita: Chat) -> None:
    """To a time that is still ahead and disturbs nobody."""
    office.plans("post", office.sits_in("digi"), hours=5)
    carita.opens("coming_posts")
    carita.presses("Siirrä")
    carita.gives(day="2026-03-02", clock="08:00")
    assert carita.asked() == ["clock"]
    carita.gives(clock="23:00")
    assert carita.asked() == ["day"]
    assert "3.3.2026" in carita.gives(day="2026-03-03", clock="08:00")
    office.clock.moves(hours=5)
    assert office.delivers() == []
    office.clock.moves(hours=18)
    assert office.delivers() == ["post"]


def test_a_post_is_called_off_and_put_back(office: Office, carita: Chat) -> None:
    """Until the minute it goes; what is called off is not planned anew by itself."""
    room = office.sits_in("digi")
    office.plans("post", room, hours=5)
    carita.opens("coming_posts")
    carita.presses("Peru")
    office.plans("post", room, hours=5)
    assert "ei ole tulossa" in carita.opens("coming_posts")
    carita.opens("restore_post", post="post")
    office.clock.moves(hours=5)
    assert office.delivers() == ["post"]


def test_too_late_to_call_off(office: Office, carita: Chat) -> None:
    """What has gone out is not called off, and coming back too late puts nothing back."""
    room = office.sits_in("digi")
    office.plans("post", room, hours=5)
    carita.opens("coming_posts")
    listed = carita.last
    carita.presses("Peru")
    office.clock.moves(hours=6)
    assert "ei voi enää palauttaa" in carita.presses("Palauta")
    office.plans("other", room)
    assert office.delivers() == ["other"]
    carita.last = listed
    assert "ei ole tulossa" in carita.presses("Peru")


def test_a_new_room_is_asked_about_and_tied(office: Office, carita: Chat) -> None:
    """The bot is added to a channel, the coordinators are asked, and its network has a room."""
    entrance = office.house.entrance
    entrance.enter(Address("test", "c1", private=False, reference={"url": "a"}), "Digitutorit")
    entrance.enter(Address("test", "c1", private=False, reference={"url": "b"}), "Digitutorit")
    office.delivers()
    assert "Digitutorit" in office.wire.texts()[0]
    assert len(office.wire.written) == 1
    carita.opens("rooms")
    carita.presses("Muuta: Digitutorit")
    assert "Digityöryhmä" in carita.gives(network="digi", languages="svfi")
    with office.house.ledger.unit() as unit:
        (room,) = unit.rooms.of(NetworkKey("digi"))
        assert room.languages == (Language.SV, Language.FI)
        address = unit.seats.address(room.id)
        assert address is not None
        assert address.reference == {"url": "b"}


def test_another_network_does_not_hear_what_was_meant_for_the_first(
    office: Office, carita: Chat
) -> None:
    """When a room gets another network, what waited for it is taken back."""
    room = office.sits_in("digi")
    office.plans("post", room, hours=1)
    carita.opens("tie_room", room=room.room)
    carita.gives(network="varsat", languages="fi")
    assert "post" not in office.states()


def test_a_room_that_was_left(office: Office, carita: Chat) -> None:
    """A post for a room the bot was put out of is told, and goes when the bot is back."""
    address = Address("test", "c1", private=False)
    office.house.entrance.enter(address, "Digitutorit")
    with office.house.ledger.unit() as unit:
        (room,) = unit.rooms.all()
    office.plans("post", ToRoom(room.id))
    office.house.entrance.leave(address)
    office.delivers()
    assert office.why("post") == "gone"
    office.house.entrance.enter(address, "Digitutorit")
    carita.opens("undelivered")
    carita.presses("Lähetä uudelleen")
    assert "post" in office.delivers()
