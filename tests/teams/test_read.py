from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.teams.place import Malformed, Place
from bot.channels.teams.read import (
    Left,
    Met,
    Misread,
    Named,
    Nothing,
    Searched,
    Turned,
    Unknown,
    Wanted,
    read,
)
from bot.channels.teams.spoken import File
from bot.conversation.turns import FormId, Gave, Moved, Opened, Said
from bot.dialog import Move

from .posted import AINO, TENANT, activity, executed, submitted

JSON = dict[str, Any]


def turned(posted: JSON) -> Turned:
    event = read(posted)
    assert isinstance(event, Turned)
    return event


def test_a_personal_message_is_words() -> None:
    """What is typed in a personal chat comes through as it was typed, from who it was."""
    event = turned(activity("personal"))
    assert (event.input, event.files, event.invoked) == (Said("moi"), (), False)
    assert (event.place.sender.id, event.place.sender.name) == (f"{TENANT}/{AINO}", "Aino Virtanen")
    assert event.place.address.private
    assert event.place.address.conversation == event.place.sender.private


def test_a_reference_is_plain_protocol() -> None:
    """What is kept for writing later is JSON in the protocol's own words, always the same."""
    place = turned(activity("personal")).place
    later = turned(activity("personal", id="2", text="hei", timestamp="2026-05-05T00:00:00Z")).place
    assert place.reference == later.reference
    assert place.reference == {
        "serviceUrl": activity("personal")["serviceUrl"],
        "conversation": {"id": activity("personal")["conversation"]["id"]},
        "bot": {"id": activity("personal")["recipient"]["id"]},
        "user": {"id": activity("personal")["from"]["id"], "aadObjectId": AINO},
        "tenantId": TENANT,
    }


def test_the_bots_own_name_is_not_part_of_the_words() -> None:
    """In a group the bot is mentioned to be heard; who else is mentioned stays in the words."""
    assert turned(activity("group")).input == Said("apua")
    assert turned(activity("channel")).input == Said("/kieli Sven Söderlund")


def test_a_thread_belongs_to_its_channel() -> None:
    """The reply goes into the thread, what is remembered is the channel."""
    place = turned(activity("channel")).place
    assert place.shared
    assert place.conversation.endswith(";messageid=1772434900000")
    assert place.address.conversation == "19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2"
    assert not place.address.private
    assert place.reference["team"] == {"id": "19:712c61d0ef384e5fa681ba90ca943398@thread.tacv2"}
    assert "user" not in place.reference


def test_one_moment_in_two_chats_is_two_turns() -> None:
    """Teams names a message after its moment, so the turn's id also tells where and whose."""
    here, there = activity("personal"), activity("personal")
    there["conversation"]["id"] = "a:other"
    other = activity("personal")
    other["from"]["aadObjectId"] = "0" * 36
    ids = {turned(each).place.turn for each in (here, there, other, here)}
    assert len(ids) == 3
    assert all(len(each) <= 200 for each in ids)


def test_a_press_carries_the_answers_by_name() -> None:
    """The inputs come under the names of the questions; what was left empty is an empty answer."""
    ours = {"do": "answer", "form": ["d", 3], "asks": ["host", "km", "seats", "extras"], "of": "aa"}
    data = {"ake": ours | {"figures": ["km"]}, "host": "853-main", "km": "1 257,5 km", "seats": 4}
    event = turned(executed(data))
    answers = {"host": "853-main", "km": "1257.5", "seats": "4", "extras": ""}
    assert event.input == Gave(answers, FormId("d", 3))
    assert (event.invoked, event.whose) == (True, "aa")


def test_an_older_client_presses_with_a_message() -> None:
    """Action.Submit says the same as Action.Execute, and is answered by a message."""
    data = {"ake": {"do": "move", "form": ["d", 1], "move": "back"}}
    assert turned(submitted(data)).input == turned(executed(data)).input
    assert turned(submitted(data)).input == Moved(Move.BACK, "", FormId("d", 1))
    assert not turned(submitted(data)).invoked


def test_a_button_opens_a_dialog_with_what_it_knows() -> None:
    """A button's dialog and the answers it brings come through."""
    data = {"ake": {"do": "open", "opens": "visit", "given": {"kind": "director"}}}
    assert turned(submitted(data)).input == Opened("visit", {"kind": "director"})


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"ake": []},
        {"ake": {"do": "answer", "form": ["d"], "asks": []}},
        {"ake": {"do": "answer", "form": ["d", "1"], "asks": []}},
        {"ake": {"do": "answer", "form": ["d", 1], "asks": "all"}},
        {"ake": {"do": "answer", "form": ["d", 1], "asks": ["x"]}, "x": {"y": 1}},
        {"ake": {"do": "answer", "form": ["d", 1], "asks": ["x"]}, "x": "y" * 30_000},
        {"ake": {"do": "move", "form": ["d", 1], "move": "fly"}},
        {"ake": {"do": "open", "opens": ""}},
        {"ake": {"do": "open", "opens": "visit", "given": {"a": 1}}},
        {"ake": {"do": "delete"}},
        "words",
    ],
)
def test_a_value_of_another_shape_is_misread(value: Any) -> None:
    """What no card of ours sends is told apart, and never guessed at."""
    assert isinstance(read(executed(value)), Misread)
    assert isinstance(read(submitted(value)), Misread)


def test_a_search_asks_for_options() -> None:
    """Letters typed into a list that is searched name the question and what to look for."""
    event = read(activity("search"))
    assert isinstance(event, Searched)
    assert (event.name, event.words, event.most) == ("home", "Åb", 15)


def test_a_paper_is_wanted() -> None:
    """A press on a document's button is not a turn of the dialog."""
    data = {"ake": {"do": "paper", "about": {"kind": "claim"}, "facts": {"claim": "7"}}}
    event = read(submitted(data))
    assert isinstance(event, Wanted)
    assert (event.asked.what, event.asked.facts) == ("paper", {"claim": "7"})


def test_files_are_found_with_where_they_lie() -> None:
    """A file of a personal chat needs no token of ours; a pasted picture does."""
    [file] = turned(activity("file")).files
    assert file.name == "kuitti.pdf"
    assert file.url.startswith("https://kunta-my.sharepoint.com/")
    assert not file.ours
    [picture] = turned(activity("picture")).files
    url = "https://smba.trafficmanager.net/emea/v3/attachments/0-weu-d1-abc/views/original"
    assert picture == File("image", url, ours=True)


@pytest.mark.parametrize("kind", ["edited", "reacted", "member_joined"])
def test_edits_reactions_and_others_who_join_are_nothing(kind: str) -> None:
    """What is not meant for the bot is let be."""
    assert isinstance(read(activity(kind)), Nothing)


def test_another_bot_is_not_answered() -> None:
    """Two bots that answer one another would never stop."""
    other = {"id": "28:another", "name": "Toinen botti"}
    assert isinstance(read(activity("group", **{"from": other})), Nothing)


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        ("installed", Met),
        ("team_joined", Met),
        ("removed", Left),
        ("team_left", Left),
        ("channel_deleted", Left),
        ("channel_created", Named),
    ],
)
def test_coming_and_going_is_noticed(kind: str, event: type) -> None:
    """The bot installed, put into a team, put out, and channels that come and go."""
    assert isinstance(read(activity(kind)), event)


def test_an_invoke_never_offered_is_unknown() -> None:
    """Teams is told so, instead of being answered with nothing."""
    assert isinstance(read(activity("execute", name="task/fetch")), Unknown)


@pytest.mark.parametrize("missing", ["serviceUrl", "conversation"])
def test_what_is_no_activity_is_malformed(missing: str) -> None:
    """Without a conversation or a way back there is nothing to answer."""
    posted = activity("personal")
    del posted[missing]
    with pytest.raises(Malformed):
        read(posted)


WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(kind=st.sampled_from(["personal", "channel", "execute", "search", "file"]), wild=st.data())
def test_nothing_that_is_posted_breaks_the_reading(kind: str, wild: st.DataObject) -> None:
    """Whatever stands in an activity's fields, it is read as something or is malformed."""
    posted = activity(kind)
    name = wild.draw(st.sampled_from(sorted(posted)))
    posted[name] = wild.draw(WILD)
    with suppress(Malformed):
        assert isinstance(read(posted).place, Place)
