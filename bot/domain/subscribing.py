"""A person's own calendar feed."""

from __future__ import annotations

from secrets import token_urlsafe

from .feeds import digest
from .occasion import Occasion


class NoPage(Exception):
    """The bot has no address where other programs find it."""


class CalendarFeed:
    """The feed of the one who acts. Its secret is told once and never kept."""

    def __init__(self, occasion: Occasion) -> None:
        self.who = occasion.who.id
        self.page = occasion.page
        self.feeds = occasion.records.feeds

    @property
    def can_be(self) -> bool:
        return bool(self.page)

    @property
    def is_on(self) -> bool:
        return self.feeds.has(self.who)

    def begin(self) -> str:
        """A link of their own; any from before is good no more. Raises NoPage."""
        if not self.can_be:
            raise NoPage
        secret = token_urlsafe(32)
        self.feeds.drop(self.who)
        self.feeds.add(digest(secret), self.who)
        return f"{self.page}/calendar/{secret}.ics"

    def stop(self) -> None:
        self.feeds.drop(self.who)
