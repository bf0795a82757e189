"""Files that people hand in, fetched at once and kept by ourselves."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.conversation.turns import MOST_FILES, Attached, Sender
from bot.dialog import Phrase

from . import words
from .house import House
from .limits import FILE_BYTES
from .workspace import JSON, Refused, Slack, Unreached

PAGES = (b"<!doctype html", b"<html")
"""What a login page begins with: Slack gives one, and no error, where it does not let us in."""


class NotTaken(Exception):
    """A file that cannot be taken, and why."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why.text)
        self.why = why


@dataclass(frozen=True)
class Fetched:
    name: str
    content: bytes


async def attached(house: House, slack: Slack, sender: Sender, files: Sequence[JSON]) -> Attached:
    """The files of a message, which may carry more than are taken. Raises NotTaken."""
    kept = await keep(house, slack, sender, files[:MOST_FILES])
    return Attached(tuple(kept), len(files[MOST_FILES:]))


async def keep(house: House, slack: Slack, sender: Sender, files: Iterable[JSON]) -> list[str]:
    """The ids of the files in the house, which has its own copies. Raises NotTaken."""
    fetched = await asyncio.gather(*(fetch(slack, file) for file in files))
    return await house.off_loop(lambda: kept(house, sender, fetched))


def kept(house: House, sender: Sender, fetched: Iterable[Fetched]) -> list[str]:
    now = house.clock.now()
    with house.ledger.unit() as unit:
        person = unit.people.by_identity(sender.channel, sender.id, sender.name).id
        ids = [unit.files.add(person, file.name, file.content, now) for file in fetched]
        unit.commit()
        return [*ids]


async def fetch(slack: Slack, file: JSON) -> Fetched:
    """Raises NotTaken for what is too large, is not there, or is not what it is said to be."""
    name = str(file.get("name") or file.get("title") or file["id"])
    if file.get("size", 0) > FILE_BYTES:
        raise NotTaken(words.too_large(name))
    try:
        file = await described(slack, file)
        content = await slack.fetch(str(file["url_private_download"]), FILE_BYTES)
    except (Refused, Unreached, KeyError):
        raise NotTaken(words.not_fetched(name)) from None
    if len(content) > FILE_BYTES:
        raise NotTaken(words.too_large(name))
    if not content or content.lstrip()[:14].lower().startswith(PAGES):
        raise NotTaken(words.not_fetched(name))
    return Fetched(name, content)


async def described(slack: Slack, file: JSON) -> JSON:
    """Slack tells of some files only that they are there."""
    if "url_private_download" in file:
        return file
    return dict((await slack.call("files.info", {"file": file["id"]}))["file"])
