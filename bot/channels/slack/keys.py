"""What the door to Slack is opened with."""

from __future__ import annotations

from dataclasses import dataclass

from .web_api import API


@dataclass(frozen=True)
class Keys:
    """One workspace has a bot token; several have a client, and each a token of its own.

    An app token brings what comes in by Socket Mode, a signing secret by HTTP.
    """

    bot_token: str = ""
    app_token: str = ""
    signing_secret: str = ""
    client_id: str = ""
    client_secret: str = ""
    public_url: str = ""
    coordinators_groups: frozenset[str] = frozenset()
    channel_history: bool = False
    api: str = API

    @property
    def scopes(self) -> tuple[str, ...]:
        """What the bot asks a workspace for: no more than these settings need."""
        history = ("channels:history", "groups:history") if self.channel_history else ()
        group = ("usergroups:read",) if self.coordinators_groups else ()
        return (*ALWAYS, *history, *group)


ALWAYS = (
    "app_mentions:read",
    "channels:read",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:read",
    "im:history",
    "im:write",
    "users:read",
)
