from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.app import House
from bot.channels.teams import files
from bot.store.files import FILES
from tests.loops import run

from .posted import activity
from .world import World, world

PDF = b"%PDF-1.7\n1 0 obj\n"


def kept(house: House) -> list[tuple[str, str]]:
    with house.ledger.engine.connect() as connection:
        rows = connection.execute(select(FILES.c.name, FILES.c.media_type))
        return [(row.name, row.media_type) for row in rows]


def sent(there: World, path: str, name: str = "kuitti.pdf") -> dict[str, object]:
    found = activity("file")
    [attachment] = found["attachments"]
    attachment["name"] = name
    attachment["content"]["downloadUrl"] = f"{there.connector.url}{path}"
    return found


def test_a_receipt_is_fetched_and_kept(sqlite_house: House) -> None:
    """A file sent in the chat is kept under what it really is, and the person asked what for."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.connector.files["/f/1"] = PDF
            await there.posts(sent(there, "/f/1?tempauth=a%2Bb"))
            assert "authorization" not in there.connector.written[0].headers
            assert there.connector.written[0].path == "/f/1?tempauth=a%2Bb"
            assert there.connector.said()

    run(once())
    assert kept(sqlite_house) == [("kuitti.pdf", "application/pdf")]


def test_a_pasted_picture_is_asked_for_with_our_token(sqlite_house: House) -> None:
    """What lies with the Bot Connector itself is fetched as the bot."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.connector.files["/v3/a/1"] = b"\x89PNG\r\n\x1a\n" + b"0" * 32
            picture = activity("picture")
            picture["attachments"][0]["contentUrl"] = f"{there.connector.url}/v3/a/1"
            await there.posts(picture)
            assert there.connector.written[0].headers["authorization"] == "Bearer our-token"

    run(once())
    assert kept(sqlite_house) == [("image", "image/png")]


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("/gone", None, "En saanut haettua"),
        ("/empty", b"", "on tyhjä"),
        ("/large", b"x" * 3000, "Valitse pienempi"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told(
    sqlite_house: House,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    content: bytes | None,
    told: str,
) -> None:
    """Gone, empty or too large: the sentence names the file, and nothing is kept."""
    monkeypatch.setattr(files, "LARGEST", 2000)

    async def once() -> str:
        async with world(sqlite_house) as there:
            if content is not None:
                there.connector.files[path] = content
            await there.posts(sent(there, path))
            return there.connector.said()[-1]

    heard = run(once())
    assert told in heard
    assert "kuitti.pdf" in heard
    assert kept(sqlite_house) == []


def test_a_file_from_elsewhere_is_not_fetched(sqlite_house: House) -> None:
    """The bot does not fetch what an activity names on any host but Teams' own."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            found = sent(there, "/f/1")
            found["attachments"][0]["content"]["downloadUrl"] = "https://evil.example/kuitti.pdf"  # type: ignore[index]
            await there.posts(found)
            assert "En saanut haettua" in there.connector.said()[-1]

    run(once())


def test_of_one_message_ten_files_are_taken(sqlite_house: House) -> None:
    """What is left out is told, so that it can be sent again."""

    async def once() -> str:
        async with world(sqlite_house) as there:
            found = activity("file")
            [file] = found["attachments"]
            there.connector.files |= {f"/f/{n}": PDF + bytes([n]) for n in range(12)}
            found["attachments"] = [
                {**file, "content": {"downloadUrl": f"{there.connector.url}/f/{n}"}}
                for n in range(12)
            ]
            await there.posts(found)
            return there.connector.said()[-1]

    assert "2 jäi pois" in run(once())
    assert len(kept(sqlite_house)) == 10
