"""What Slack sends, as it sends it."""

from __future__ import annotations

from itertools import count
from typing import Any
from uuid import uuid4

from .workspace import BOT, JSON, Shown

NUMBERS = count(1)


def event(team: str, about: JSON) -> JSON:
    known = {"enterprise_id": None, "team_id": team, "user_id": BOT, "is_bot": True}
    number = next(NUMBERS)
    return {
        "token": "x",
        "team_id": team,
        "api_app_id": "A0APP",
        "type": "event_callback",
        "event_id": f"Ev{number:09d}",
        "event_time": 1780000000,
        "event": {"event_ts": f"1780000000.{number:06d}", **about},
        "authorizations": [{**known, "is_enterprise_install": False}],
        "is_ext_shared_channel": False,
    }


def said(team: str, message: JSON, channel: str, *, private: bool) -> JSON:
    """A message as an event: in private, or one that names the bot."""
    about = message | {"channel": channel, "team": team, "client_msg_id": str(uuid4())}
    if private:
        about["channel_type"] = "im"
        about |= {"subtype": "file_share", "upload": False} if message.get("files") else {}
    else:
        about["type"] = "app_mention"
    return event(team, about)


def command(team: str, user: str, name: str, words: str, trigger: str, where: str) -> JSON:
    """`name` is the command with its slash."""
    return {
        "token": "x",
        "team_id": team,
        "team_domain": "ake",
        "channel_id": where,
        "channel_name": "directmessage" if where.startswith("D") else "ake",
        "user_id": user,
        "user_name": user.lower(),
        "command": name,
        "text": words,
        "api_app_id": "A0APP",
        "is_enterprise_install": "false",
        "response_url": "https://hooks.slack.com/commands/x",
        "trigger_id": trigger,
    }


def interaction(team: str, user: str, about: JSON) -> JSON:
    who = {"id": user, "username": user.lower(), "name": user.lower(), "team_id": team}
    known: JSON = {"token": "x", "api_app_id": "A0APP", "enterprise": None, "user": who}
    return known | {"team": {"id": team, "domain": "ake"}, "is_enterprise_install": False} | about


def acted(block: JSON, element: JSON, given: JSON, trigger: str) -> JSON:
    """Something was pressed or picked."""
    told = ("type", "action_id", "text")
    made: JSON = {name: element[name] for name in told if name in element}
    made |= {"block_id": block["block_id"], "action_ts": "1780000000.000001", **given}
    return {"type": "block_actions", "actions": [made], "trigger_id": trigger}


def on_post(message: JSON, channel: JSON, values: JSON) -> JSON:
    where = {"type": "message", "message_ts": message["ts"], "channel_id": channel["id"]}
    return {
        "container": where | {"is_ephemeral": False},
        "channel": {"id": channel["id"], "name": channel.get("name", "directmessage")},
        "message": message,
        "state": {"values": values},
        "response_url": "https://hooks.slack.com/actions/x",
    }


def on_view(shown: Shown, team: str) -> JSON:
    return {"container": {"type": "view", "view_id": shown.id}, "view": shown.json(team)}


def submitted(shown: Shown, team: str, trigger: str) -> JSON:
    about: JSON = {"type": "view_submission", "trigger_id": trigger, "response_urls": []}
    return about | {"view": shown.json(team)}


def closed(shown: Shown, team: str) -> JSON:
    return {"type": "view_closed", "view": shown.json(team), "is_cleared": False}


def called_up(shortcut: str, trigger: str, on: Any = None) -> JSON:
    """A shortcut, from the menu or `on` a message with its channel."""
    about: JSON = {"callback_id": shortcut, "action_ts": "1780000000.1", "trigger_id": trigger}
    if on is None:
        return about | {"type": "shortcut"}
    message, channel = on
    where = {"id": channel["id"], "name": channel.get("name", "directmessage")}
    more = {"message": message, "message_ts": message["ts"], "channel": where}
    hook = {"response_url": "https://hooks.slack.com/app/x"}
    return about | {"type": "message_action"} | more | hook
