"""What the page keeps, on both databases alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.app import House
from bot.conversation.posts import Post, Unsettled
from bot.conversation.turns import FormId
from bot.dialog import Button, as_is, say
from bot.domain.ids import PersonId

pytestmark = pytest.mark.contract
AT = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
HELLO = Post("varsat", "1", "", say(as_is("Hei"), buttons=(Button(as_is("Omat"), "profile"),)), AT)


def add(house: House, *posts: Post) -> list[Post | None]:
    with house.ledger.unit() as unit:
        added = [unit.posts.add(post) for post in posts]
        unit.commit()
    return added


def test_a_post_comes_back_as_it_was(both_houses: House) -> None:
    """Words, buttons, the question that was open and what could not stand."""
    again = Unsettled(FormId("a", 3), {"joy": "ilo"}, {"joy": as_is("Liian lyhyt.")})
    whole = replace(HELLO, author="aino", asked=as_is("Mistä iloitset?"), unsettled=again)
    [added] = add(both_houses, whole)
    assert added is not None
    with both_houses.ledger.unit() as unit:
        assert unit.posts.find(added.id) == added == replace(whole, id=added.id)
        assert unit.posts.find(added.id + 1) is None


def test_a_key_is_posted_once_in_its_place(both_houses: House) -> None:
    """The same key in another place is another post."""
    first, again, elsewhere = add(both_houses, HELLO, HELLO, replace(HELLO, place="digi"))
    assert (first is not None, again, elsewhere is not None) == (True, None, True)
    with both_houses.ledger.unit() as unit:
        assert unit.posts.has("varsat", "1")
        assert not unit.posts.has("varsat", "2")


def test_posts_are_read_from_the_newest(both_houses: House) -> None:
    """A page of them at a time, the oldest of a page first."""
    posts = add(both_houses, *(replace(HELLO, key=str(n)) for n in range(5)))
    ids = [post.id for post in posts if post]
    with both_houses.ledger.unit() as unit:
        assert [p.id for p in unit.posts.latest("varsat", 2)] == ids[-2:]
        assert [p.id for p in unit.posts.latest("varsat", 2, before=ids[-2])] == ids[1:3]
        assert [p.id for p in unit.posts.since("varsat", ids[2])] == ids[3:]


def test_what_is_unread_is_counted(both_houses: House) -> None:
    """One's own words are not new to oneself, and what was read stays read."""
    [first, *_rest] = add(
        both_houses,
        HELLO,
        replace(HELLO, key="2", author="aino"),
        replace(HELLO, key="3", author="saga"),
        replace(HELLO, key="4", place="digi"),
    )
    assert first is not None
    with both_houses.ledger.unit() as unit:
        assert unit.posts.unread("aino", ["varsat", "digi", "x"]) == {"varsat": 2, "digi": 1}
        unit.posts.read("aino", "varsat", first.id)
        unit.posts.read("aino", "varsat", first.id - 1)
        assert unit.posts.unread("aino", ["varsat"]) == {"varsat": 1}


def test_the_clock_is_kept(both_houses: House) -> None:
    """How far ahead it is; nothing, until somebody moves it."""
    with both_houses.ledger.unit() as unit:
        assert unit.posts.ahead() == timedelta()
        for hours in (1, 30):
            unit.posts.move_ahead(timedelta(hours=hours))
            assert unit.posts.ahead() == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 x", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(16), "image/png"),
        ("Kuitti, 12,50 €".encode(), "text/plain"),
        (b"\xff\xfe\xfd", "application/octet-stream"),
    ],
)
def test_a_file_is_known_by_its_content(both_houses: House, content: bytes, kind: str) -> None:
    """Whatever it is called; and the same file of the same person is kept once."""
    with both_houses.ledger.unit() as unit:
        aino = unit.people.by_identity("web", "aino", "Aino").id
        saga = unit.people.by_identity("web", "saga", "Saga").id
        file = unit.files.add(aino, "kuitti.exe", content, AT)
        assert unit.files.add(aino, "kuitti.exe", content, AT) == file
        assert unit.files.add(saga, "kuitti.exe", content, AT) != file
        kept = unit.files.find(file)
        assert kept is not None
        assert (kept.person, kept.media_type, kept.size) == (PersonId(aino), kind, len(content))
        assert unit.files.content(file) == content
        assert unit.files.find("0" * 32) is None
        with pytest.raises(KeyError):
            unit.files.content("0" * 32)
