"""The manifest by which a workspace makes the app: commands from the dialogs, scopes as needed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bot.conversation.stage import Catalogue
from bot.language.speak import Speech

from .blocks import JSON
from .keys import Keys
from .read import TALK

BASE = Path(__file__).parents[3] / "manifest" / "slack" / "manifest.json"
MOST_COMMANDS = 50
"""Slack takes no more of them."""
DESCRIPTION = 100
REVOKED = ("app_uninstalled", "tokens_revoked")


def manifest(keys: Keys, catalogue: Catalogue, finnish: Speech, swedish: Speech) -> JSON:
    """Raises ValueError where there are more commands than Slack takes."""
    made: JSON = json.loads(BASE.read_text("utf-8"))
    url = f"{keys.public_url}/slack/events" if keys.signing_secret and keys.public_url else ""
    commands = [one(*each, url) for each in described(catalogue, finnish, swedish)]
    if len(commands) > MOST_COMMANDS:
        raise ValueError(f"Slack takes {MOST_COMMANDS} commands, and there are {len(commands)}")
    made["features"]["slash_commands"] = commands
    made["oauth_config"] = {"scopes": {"bot": list(keys.scopes)}}
    settings = made["settings"] | {"socket_mode_enabled": not url}
    made["settings"] = settings
    if keys.client_id:
        made["oauth_config"]["redirect_urls"] = [f"{keys.public_url}/slack/oauth_redirect"]
        settings["event_subscriptions"]["bot_events"] += REVOKED
    if url:
        settings["interactivity"] |= {"request_url": url, "message_menu_options_url": url}
        settings["event_subscriptions"]["request_url"] = url
    return made


def described(
    catalogue: Catalogue, finnish: Speech, swedish: Speech
) -> Iterator[tuple[str, str, str]]:
    """Each command with what it is for in both languages, and a hint; each word once."""
    seen = {TALK}
    yield TALK, "Kerro, mitä haluat tehdä / Säg vad du vill göra", "apua / hjälp"
    for kind in catalogue.values():
        about = f"{finnish(kind.title)} / {swedish(kind.title)}"
        for word in kind.commands:
            if f"/{word}" not in seen:
                seen.add(f"/{word}")
                yield f"/{word}", about, ""


def one(command: str, about: str, hint: str, url: str) -> JSON:
    made: JSON = {"command": command, "description": about[:DESCRIPTION], "should_escape": False}
    return made | ({"usage_hint": hint} if hint else {}) | ({"url": url} if url else {})
