"""What a message of Teams holds: words, mentions in them, and files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .place import JSON, part, text

FILE = "application/vnd.microsoft.teams.file.download.info"
MENTION = re.compile(r"<at[^>]*>(.*?)</at>", re.DOTALL)


@dataclass(frozen=True)
class File:
    """A file sent in a chat. `ours` where it lies with the Bot Connector and wants our token."""

    name: str
    url: str
    ours: bool = False


def spoken(activity: JSON) -> str:
    """The words, without the name of the bot that was mentioned to be heard."""
    words, bot = text(activity, "text"), text(part(activity, "recipient"), "id")
    for entity in entries(activity, "entities"):
        if text(part(entity, "mentioned"), "id") == bot and text(entity, "text"):
            words = words.replace(text(entity, "text"), " ")
    words = MENTION.sub(r"\1", words).replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")
    return words.strip()


def attached(activity: JSON) -> tuple[File, ...]:
    found = (file(each) for each in entries(activity, "attachments"))
    return tuple(each for each in found if each is not None)


def file(attachment: JSON) -> File | None:
    kind, name = text(attachment, "contentType"), text(attachment, "name")
    if kind == FILE:
        url = text(part(attachment, "content"), "downloadUrl")
        return File(name or "file", url) if url else None
    if kind.startswith("image/") and text(attachment, "contentUrl"):
        return File(name or "image", text(attachment, "contentUrl"), ours=True)
    return None


def entries(of: Mapping[str, Any], name: str) -> list[JSON]:
    found = of.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
