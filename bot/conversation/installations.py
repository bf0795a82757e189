"""Workspaces that have installed the bot, each with a token of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Installation:
    """`token` is sealed: nobody who reads the database can use it. `bot` is our own id there."""

    channel: str
    workspace: str
    token: str
    bot: str
    at: datetime


class Installations(Protocol):
    def keep(self, installation: Installation) -> None:
        """Of one workspace the newest only."""
        ...

    def find(self, channel: str, workspace: str) -> Installation | None: ...

    def drop(self, channel: str, workspace: str) -> None: ...


class Unreadable(Exception):
    """Something was sealed with another key."""


class Seal(Protocol):
    """Secrets at rest."""

    def seal(self, secret: str) -> str: ...

    def unseal(self, sealed: str) -> str:
        """Raises Unreadable."""
        ...

    def proof(self, words: str, at: datetime) -> str:
        """Something that shows later, and for a while, that it came from us."""
        ...

    def proved(self, proof: str, at: datetime, seconds: int) -> bool: ...
