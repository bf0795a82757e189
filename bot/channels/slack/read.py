"""What Slack sends, into who did what and where."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2s

from bot.conversation.turns import Address, Input, Said, Sender, Turn

from .blocks import JSON
from .typed import unescaped
from .values import inputs

TALK = "/ake"
"""The command for anything: what is written after it is understood as if it were said."""
ATTACH = "attach_receipts"
"""The shortcut on a message that takes its files."""
TALKS = {"talk_fi": "apua", "talk_sv": "hjälp"}
"""The shortcuts that begin a talk, and the word they stand for: it tells the language too."""
HELP = "?"
"""What a command or a mention stands for that has no words with it."""


@dataclass(frozen=True)
class Spot:
    """Where in a workspace something was said: a conversation, and a thread in it or none."""

    team: str
    channel: str
    thread: str = ""
    private: bool = True


@dataclass(frozen=True)
class Heard:
    """Who did something, where, and what name the deed has in Slack: the same deed, the same id."""

    id: str
    sender: Sender
    spot: Spot
    trigger: str = ""

    @property
    def user(self) -> str:
        """The person's id in their workspace."""
        return self.sender.id.partition("/")[2]

    @property
    def key(self) -> str:
        """What the answer to this is called."""
        return f"turn/{self.id}"

    def turn(self, given: Input, at: datetime) -> Turn:
        return Turn(self.id, self.sender, self.address, given, at)

    @property
    def address(self) -> Address:
        """What is pressed and filled is private to the person, wherever it was found."""
        if not self.spot.private:
            return room(self.spot.team, self.spot.channel)
        reference = {"team": self.spot.team, "user": self.user}
        return Address("slack", self.sender.private, reference=reference)


@dataclass(frozen=True)
class Message:
    """What somebody wrote to the bot, with the files they sent along."""

    heard: Heard
    words: str
    files: tuple[JSON, ...] = field(default=())


def room(team: str, channel: str) -> Address:
    """A channel of many readers."""
    reference = {"team": team, "channel": channel}
    return Address("slack", f"{team}/{channel}", private=False, reference=reference)


def sender(team: str, user: str, name: str = "") -> Sender:
    return Sender("slack", f"{team}/{user}", name)


# Events


def message(event: JSON) -> Message | None:
    """A message in private or one that names the bot. None for what nobody wrote to the bot:
    edits, deletions, and what programs post.
    """
    said = event["event"]
    private = said.get("channel_type") == "im"
    if said["type"] not in ("message", "app_mention") or "bot_id" in said or "user" not in said:
        return None
    if said.get("subtype") not in (None, "file_share") or not (private or is_mention(said)):
        return None
    thread = said.get("thread_ts") or ("" if private else said["ts"])
    spot = Spot(event["team_id"], said["channel"], thread, private)
    who = sender(event["team_id"], said["user"])
    files = tuple(said.get("files") or ())
    words = unescaped(said.get("text") or "") or HELP
    return Message(Heard(event["event_id"], who, spot), words, files)


def is_mention(said: JSON) -> bool:
    return bool(said["type"] == "app_mention")


# What is pressed, filled and called up


def command(payload: JSON) -> tuple[Heard, Said]:
    who = sender(payload["team_id"], payload["user_id"], payload.get("user_name", ""))
    spot = Spot(payload["team_id"], payload["channel_id"])
    heard = Heard(payload["trigger_id"], who, spot, payload["trigger_id"])
    text, name = unescaped(payload.get("text") or ""), payload["command"]
    return heard, Said((text or HELP) if name == TALK else f"{name} {text}".strip())


def interaction(payload: JSON) -> Heard:
    """Anything done with a shortcut, a button, a modal or the home tab."""
    user = payload["user"]
    team = (payload.get("team") or {}).get("id") or user["team_id"]
    channel = (payload.get("channel") or {}).get("id", "")
    thread = (payload.get("message") or {}).get("thread_ts", "")
    trigger = payload.get("trigger_id", "")
    who = sender(team, user["id"], user.get("name") or user.get("username") or "")
    return Heard(deed(payload), who, Spot(team, channel, thread), trigger)


def deed(payload: JSON) -> str:
    """The name of a deed: for a modal the state it was in and what was sent, so that the same form
    sent twice is the same; for anything else the trigger, which is new each time.
    """
    view = payload.get("view") or {}
    match payload["type"]:
        case "view_submission":
            filled = json.dumps(list(inputs(view["state"])), sort_keys=True).encode()
            return f"{view['id']}.{view['hash']}.{blake2s(filled, digest_size=8).hexdigest()}"
        case "view_closed":
            return f"{view['id']}.{view['hash']}.closed"
        case "block_suggestion":
            return ""
    return str(payload["trigger_id"])


def pressed_in_private(payload: JSON) -> bool:
    """Whether a button was pressed in the person's own conversation with the bot."""
    return (payload.get("channel") or {}).get("name") == "directmessage"
