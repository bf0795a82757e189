"""A workspace as Slack keeps it: people, conversations, messages, modals, files.

Everything the bot sends is held against Slack's own types and limits; what Slack would refuse is
refused here in its own words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias

from .judge import elements, wrong_blocks, wrong_view

JSON: TypeAlias = dict[str, Any]
BOT = "U0BOT"


class SlackError(Exception):
    """What Slack answers instead of doing it."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error, more)
        self.answer: JSON = {"ok": False, "error": error, **more}


@dataclass
class Posted:
    """A message in a conversation."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[JSON] = field(default_factory=list)
    thread: str = ""
    files: list[JSON] = field(default_factory=list)
    metadata: JSON | None = None

    def json(self, *, metadata: bool = False) -> JSON:
        told: JSON = {"type": "message", "ts": self.ts, "user": self.user, "text": self.text}
        ours = {"bot_id": "B0BOT", "app_id": "A0APP"} if self.user == BOT else {}
        parts = {"blocks": self.blocks, "thread_ts": self.thread, "files": self.files}
        told |= ours | {name: part for name, part in parts.items() if part}
        return told | ({"metadata": self.metadata} if metadata and self.metadata else {})


@dataclass
class Shown:
    """A modal or a home tab as somebody sees it, with what stands in its inputs."""

    id: str
    user: str
    view: JSON
    hash: str
    values: dict[str, dict[str, JSON]] = field(default_factory=dict)

    def json(self, team: str) -> JSON:
        given = {"callback_id": "", "private_metadata": "", "external_id": "", **self.view}
        kept = {"clear_on_close": False, "notify_on_close": False, "submit": None, "close": None}
        ids = {"id": self.id, "team_id": team, "app_id": "A0APP", "bot_id": "B0BOT"}
        state = {"state": {"values": self.values}, "hash": self.hash}
        more = {"root_view_id": self.id, "previous_view_id": None, "app_installed_team_id": team}
        title = {"title": {"type": "plain_text", "text": "Home", "emoji": True}}
        return title | kept | given | ids | state | more


EMPTY: dict[str, tuple[str, Callable[[], Any]]] = {
    "checkboxes": ("selected_options", list),
    "multi_static_select": ("selected_options", list),
    "multi_external_select": ("selected_options", list),
    "radio_buttons": ("selected_option", lambda: None),
    "static_select": ("selected_option", lambda: None),
    "external_select": ("selected_option", lambda: None),
    "datepicker": ("selected_date", lambda: None),
    "timepicker": ("selected_time", lambda: None),
    "plain_text_input": ("value", lambda: None),
    "file_input": ("files", list),
}
INITIAL = ("initial_value", "initial_option", "initial_options", "initial_date", "initial_time")


def inputs(view: JSON) -> Iterator[tuple[str, JSON]]:
    """What can be filled in a view, by the blocks' names."""
    for block in view["blocks"]:
        yield from ((block["block_id"], each) for each in elements(block) if each["type"] in EMPTY)


def empty(element: JSON) -> JSON:
    """The value of an input that nobody has touched."""
    key, nothing = EMPTY[element["type"]]
    initial = next((element[name] for name in INITIAL if name in element), nothing())
    return {"type": element["type"], key: initial}


@dataclass
class Workspace:
    """One team. `scopes` and `events` are what its installation of the bot was granted."""

    id: str
    token: str
    scopes: set[str]
    events: set[str]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    people: dict[str, JSON] = field(default_factory=dict)
    channels: dict[str, JSON] = field(default_factory=dict)
    messages: list[Posted] = field(default_factory=list)
    stacks: dict[str, list[Shown]] = field(default_factory=lambda: defaultdict(list))
    """Each person's open modals, the topmost last."""
    homes: dict[str, Shown] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    uploads: dict[str, JSON] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    post_faults: Callable[[list[JSON]], list[str]] = wrong_blocks
    view_faults: Callable[[JSON], list[str]] = wrong_view

    def name(self, letter: str) -> str:
        return f"{letter}{next(self.numbers):07d}"

    def ts(self) -> str:
        return f"1780000000.{next(self.numbers):06d}"

    # Conversations

    def channel(self, name: str, *members: str, bot: bool = True) -> str:
        made = self.name("C")
        there = [*members, BOT] if bot else [*members]
        self.channels[made] = {"id": made, "name": name, "is_im": False, "members": there}
        return made

    def private(self, user: str) -> str:
        """The conversation of one person with the bot."""
        for channel in self.channels.values():
            if channel["is_im"] and channel["user"] == user:
                return str(channel["id"])
        made = self.name("D")
        members = [user, BOT]
        self.channels[made] = {"id": made, "is_im": True, "user": user, "members": members}
        return made

    def at(self, channel: str, *, writing: bool = False) -> str:
        found = self.private(channel) if channel in self.people else channel
        if found not in self.channels:
            raise SlackError("channel_not_found")
        if writing and BOT not in self.channels[found]["members"]:
            raise SlackError("not_in_channel")
        return found

    def post(self, asked: JSON) -> Posted:
        channel = self.at(asked["channel"], writing=True)
        text, blocks = self.body(asked)
        thread, metadata = asked.get("thread_ts", ""), asked.get("metadata")
        posted = Posted(self.ts(), channel, BOT, text, blocks, thread, metadata=metadata)
        self.messages.append(posted)
        return posted

    def body(self, asked: JSON) -> tuple[str, list[JSON]]:
        text, blocks = asked.get("text") or "", asked.get("blocks") or []
        if not text and not blocks:
            raise SlackError("no_text")
        if against := self.post_faults(blocks):
            raise SlackError("invalid_blocks", errors=against)
        if blocks and not text:
            raise SlackError("invalid_blocks", errors=["nothing for a notification to show"])
        return text, [{"block_id": self.name("b"), **block} for block in blocks]

    def edit(self, asked: JSON) -> Posted:
        channel = self.at(asked["channel"])
        for message in self.messages:
            if (message.channel, message.ts) == (channel, asked["ts"]):
                if message.user != BOT:
                    raise SlackError("cant_update_message")
                message.text, message.blocks = self.body(asked)
                return message
        raise SlackError("message_not_found")

    # Views

    def show(self, view: JSON, user: str, old: Shown | None = None) -> Shown:
        """A view drawn anew keeps what stands in inputs whose names stay the same."""
        if against := self.view_faults(view):
            raise SlackError("invalid_arguments", errors=against)
        blocks = [{"block_id": self.name("b"), **block} for block in view["blocks"]]
        drawn = {**view, "blocks": blocks}
        kept = old.values if old else {}
        values: dict[str, dict[str, JSON]] = defaultdict(dict)
        for block, element in inputs(drawn):
            action = element["action_id"]
            if element["type"] == "file_input" and "files:read" not in self.scopes:
                raise SlackError("missing_scope", needed="files:read")
            values[block][action] = kept.get(block, {}).get(action) or empty(element)
        name = old.id if old else self.name("V")
        return Shown(name, user, drawn, self.name("h"), dict(values))

    def push(self, view: JSON, user: str) -> Shown:
        if len(self.stacks[user]) >= 3:
            raise SlackError("push_limit_reached")
        shown = self.show(view, user)
        self.stacks[user].append(shown)
        return shown

    def redraw(self, view_id: str, view: JSON) -> Shown:
        for user, stack in self.stacks.items():
            for at, shown in enumerate(stack):
                if shown.id == view_id:
                    stack[at] = self.show(view, user, shown)
                    return stack[at]
        raise SlackError("not_found")

    # Files

    def file(self, base: str, name: str, content: bytes, user: str) -> JSON:
        made = self.name("F")
        self.files[made] = content
        url = f"{base}/files/{self.id}/{made}"
        kind = name.rpartition(".")[2].lower()
        return {
            "id": made,
            "name": name,
            "title": name,
            "mimetype": f"application/{kind}",
            "filetype": kind,
            "user": user,
            "size": len(content),
            "mode": "hosted",
            "url_private": url,
            "url_private_download": url,
            "created": 1780000000,
            "timestamp": 1780000000,
            "user_team": self.id,
            "pretty_type": kind.upper(),
            "editable": False,
            "is_external": False,
            "external_type": "",
            "is_public": False,
            "public_url_shared": False,
            "display_as_bot": False,
            "username": "",
            "channels": [],
            "groups": [],
            "ims": [],
            "permalink": f"https://ake.slack.com/files/{user}/{made}",
        }
