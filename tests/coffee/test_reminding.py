"""Who is reminded of coffee hours, where, and what becomes of it when plans change."""

from __future__ import annotations

import pytest

from bot.app import House
from bot.dialog import Move
from tests.chat import Chat, StillClock
from tests.houses import Meet
from tests.outbox.conftest import built
from tests.outbox.office import Office

from .test_journeys import DIGI

NEXT_WEEK = {**DIGI, "guest": ""}
"""On Tuesday the 10th of March at nine; it is Monday the 2nd at nine."""


@pytest.fixture
def office(sqlite_house: House, clock: StillClock) -> Office:
    return built(sqlite_house, clock)


@pytest.fixture
def carita(meet: Meet) -> Chat:
    return meet("carita")


def planned(carita: Chat) -> None:
    carita.opens("coffee_new")
    carita.gives(**NEXT_WEEK)


def tie(office: Office, carita: Chat, network: str, languages: str) -> str:
    """The bot is added to a channel, and a coordinator says what it serves."""
    room = office.sits_in(f"{network}-huone").room
    carita.opens("tie_room", room=room)
    carita.gives(network=network, languages=languages)
    return room


def posts(office: Office) -> list[str]:
    return [text for to, _key, text in office.wire.written if to.conversation.endswith("-huone")]


def test_a_room_tied_later_is_reminded_as_well(office: Office, carita: Chat) -> None:
    """The hour was planned first and the channel came after it: it is posted all the same."""
    planned(carita)
    tie(office, carita, "digi", "fisv")
    tie(office, carita, "varsat_children", "sv")
    office.clock.moves(days=7)
    office.delivers()
    [post] = posts(office)
    assert "Etäkahvit lähestyvät: Digityöryhmä" in post
    assert "Kaffestunden närmar sig: Digiarbetsgruppen" in post
    assert post.index("lähestyvät") < post.index("närmar sig")


def test_who_says_they_come_is_reminded(office: Office, carita: Chat, meet: Meet) -> None:
    """Somebody who follows nothing and comes this once is reminded; who then cannot, is not."""
    planned(carita)
    sven, sanna = meet("sven", language="sv"), meet("sanna", language="sv")
    for guest in (sven, sanna):
        guest.opens("profile", language="sv", home="445-main", networks="", directs="no")
        guest.sends()
        guest.opens("coffee")
        guest.presses("Jag kommer")
    sanna.opens("coffee")
    sanna.presses("Jag kan ändå inte komma")
    office.clock.moves(days=7)
    office.delivers()
    reminded = [to.conversation for to, _key, text in office.wire.written if "närmar sig" in text]
    assert reminded == ["private:sven"]


def test_a_moved_hour_is_reminded_of_to_those_who_come(
    office: Office, carita: Chat, meet: Meet
) -> None:
    """They are told of the new time, and reminded before it."""
    planned(carita)
    sven = meet("sven", language="sv")
    sven.opens("coffee")
    sven.presses("Tulen mukaan")
    carita.opens("coffee_desk")
    carita.presses("Siirrä")
    carita.gives(day="2026-03-12")
    office.clock.moves(days=9)
    office.delivers()
    heard = [text for to, _key, text in office.wire.written if to.conversation == "private:sven"]
    assert [text.split(":")[0] for text in heard][-1] == "Etäkahvit lähestyvät"


def test_what_is_cancelled_is_no_longer_among_the_posts(office: Office, carita: Chat) -> None:
    """A coordinator who looks at what is coming sees only what is going to be posted."""
    tie(office, carita, "digi", "fi")
    planned(carita)
    assert carita.opens("coming_posts").count("digi-huone") == 3
    carita.opens("coffee_desk")
    carita.presses("Siirrä")
    carita.gives(day="2026-03-12")
    office.delivers()
    assert carita.opens("coming_posts").count("digi-huone") == 3
    carita.opens("coffee_desk")
    carita.presses("Peru kahvit")
    carita.gives(sure="yes")
    office.delivers()
    assert "ei ole tulossa" in carita.opens("coming_posts")
    assert len(posts(office)) == 2


def test_a_post_speaks_of_the_time_that_is_left(office: Office, carita: Chat) -> None:
    """Moved nearer to the coffee hour, it does not say that it is a week away."""
    tie(office, carita, "digi", "fi")
    planned(carita)
    carita.opens("coming_posts")
    week = carita.last.tables[0].rows[0].buttons[0].given["post"]
    assert "Viikon päästä" in carita.opens("see_post", post=week)
    carita.presses("Siirrä")
    carita.gives(day="2026-03-06", clock="12:00")
    office.clock.moves(days=4, hours=3)
    office.delivers()
    [post] = posts(office)
    assert "Etäkahvit lähestyvät" in post


def test_a_post_is_not_moved_to_where_it_would_say_nothing(office: Office, carita: Chat) -> None:
    """After the hour there is nothing to remind of, and the coordinator hears it at once."""
    tie(office, carita, "digi", "fi")
    planned(carita)
    carita.opens("coming_posts")
    carita.presses("Siirrä")
    heard = carita.gives(day="2026-03-10", clock="12:00")
    assert "ei olisi enää ajankohtainen" in heard
    assert carita.asked() == ["day"]
    assert "5.3.2026" in carita.gives(day="2026-03-05", clock="12:00")


def test_each_reminder_of_a_room_can_be_turned_off(office: Office, carita: Chat) -> None:
    """A channel that wants only the last minutes gets nothing before, and more when it asks."""
    room = tie(office, carita, "digi", "fi")
    planned(carita)
    carita.opens("tie_room", room=room)
    carita.moves(Move.EDIT, "leads")
    carita.picks("Varttia ennen")
    carita.sends()
    assert carita.opens("coming_posts").count("digi-huone") == 1
    carita.opens("tie_room", room=room)
    carita.moves(Move.EDIT, "leads")
    carita.picks("Edellisenä päivänä", "Varttia ennen")
    carita.sends()
    assert carita.opens("coming_posts").count("digi-huone") == 2
    office.clock.moves(days=6)
    office.delivers()
    assert posts(office) == []
    office.clock.moves(days=1, hours=1)
    office.delivers()
    assert len(posts(office)) == 1
