"""What the channel asks of Slack: one workspace's Web API, by whoever speaks to it."""

from __future__ import annotations

from typing import Any, Protocol

JSON = dict[str, Any]


class Refused(Exception):
    """Slack said no: `error` is its own word for why, `after` the seconds to wait if it said so."""

    def __init__(self, error: str, after: float | None = None) -> None:
        super().__init__(error)
        self.error = error
        self.after = after


class Unreached(Exception):
    """The line broke: nobody can tell whether Slack did what it was asked to."""


class Slack(Protocol):
    """One workspace. Everything raises Refused or Unreached."""

    @property
    def bot(self) -> str:
        """The bot's own user id here."""
        ...

    @property
    def good(self) -> bool:
        """False once Slack has said that the token is taken back."""
        ...

    async def call(self, method: str, arguments: JSON, *, patient: bool = False) -> JSON:
        """`patient` waits where Slack asks to; never before an answer that Slack waits for."""
        ...

    async def fetch(self, url: str, most: int) -> bytes:
        """The content of a file, or the first `most` bytes and one more of it."""
        ...

    async def upload(self, channel: str, name: str, title: str, content: bytes) -> None: ...


class Workspaces(Protocol):
    """All workspaces that the bot is installed in."""

    async def of(self, team: str) -> Slack | None:
        """None where the bot is not installed, or no longer."""
        ...


TAKEN_BACK = frozenset(
    ("account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked")
)
"""Slack's words for a token that is not good any more."""

GONE = TAKEN_BACK | frozenset(
    (
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "user_disabled",
        "user_not_found",
    )
)
"""Slack's words for a conversation that nobody can be reached in any more."""
