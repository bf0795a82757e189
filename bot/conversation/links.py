"""Links that open once: what one person may see or answer outside the chat, for ten minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Protocol

from .turns import Sender

LASTS = timedelta(minutes=10)
VISIT = timedelta(minutes=30)
"""How long the page that a link opened may be used."""
KNOWN = timedelta(days=1)
"""How long it is known whose a link was: its owner is told in their language that it is over."""


@dataclass(frozen=True)
class Link:
    """Whose link it is, and what it opens: `what` is paper, dialog or visit.

    `about` names the paper; a dialog is the one under way, so it needs no more.
    """

    sender: Sender
    what: str
    about: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)


class Links(Protocol):
    """What is kept of links: never the secret itself."""

    def keep(self, digest: str, link: Link, until: datetime) -> None: ...

    def find(self, digest: str, now: datetime) -> Link | None:
        """One that still opens; nothing changes by looking."""
        ...

    def owner(self, digest: str) -> Sender | None:
        """Whose a link is or was, also a day after it opened for the last time."""
        ...

    def use(self, digest: str, now: datetime) -> Link | None:
        """The same, for the last time: of two at once one gets None."""
        ...


def offer(links: Links, link: Link, now: datetime, lasts: timedelta = LASTS) -> str:
    """Keep a link; its secret, which is told to nobody but its owner."""
    secret = token_urlsafe(32)
    links.keep(digest(secret), link, now + lasts)
    return secret


def digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
