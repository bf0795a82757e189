"""The Web API of a fake Slack, with its scopes, its limits and whatever faults are put into it."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from .workspace import BOT, JSON, Posted, Shown, SlackError, Workspace

SCOPES = {
    "auth.test": (),
    "chat.postMessage": ("chat:write",),
    "chat.update": ("chat:write",),
    "views.open": (),
    "views.update": (),
    "views.push": (),
    "views.publish": (),
    "conversations.open": ("im:write",),
    "conversations.info": ("channels:read", "groups:read", "im:read"),
    "conversations.history": ("im:history", "channels:history", "groups:history"),
    "conversations.replies": ("im:history", "channels:history", "groups:history"),
    "users.info": ("users:read",),
    "usergroups.users.list": ("usergroups:read",),
    "files.info": ("files:read",),
    "files.getUploadURLExternal": ("files:write",),
    "files.completeUploadExternal": ("files:write",),
}
"""Any one of which is needed."""
TRIGGER_LIVES = 3.0


@dataclass
class Trigger:
    workspace: Workspace
    user: str
    until: float
    used: bool = False


@dataclass
class Refusal:
    """What a call is answered with instead: a word, a server's fault, or a time to wait."""

    error: str = ""
    status: int = 200
    after: int | None = None
    done: bool = False
    """Whether it is done all the same, and only the answer is lost."""


@dataclass
class Api:
    """What calls do. `refusals` are used up one by one, by method."""

    workspaces: dict[str, Workspace] = field(default_factory=dict)
    calls: list[tuple[str, JSON]] = field(default_factory=list)
    refusals: dict[str, deque[Refusal]] = field(default_factory=lambda: defaultdict(deque))
    triggers: dict[str, Trigger] = field(default_factory=dict)
    skew: float = 0.0
    base: str = ""

    def refuse(self, method: str, *refusals: Refusal) -> None:
        self.refusals[method].extend(refusals)

    def called(self, method: str) -> list[JSON]:
        return [asked for name, asked in self.calls if name == method]

    def now(self) -> float:
        return asyncio.get_running_loop().time() + self.skew

    def trigger(self, workspace: Workspace, user: str) -> str:
        made = uuid4().hex
        self.triggers[made] = Trigger(workspace, user, self.now() + TRIGGER_LIVES)
        return made

    def by_token(self, token: str) -> Workspace:
        for workspace in self.workspaces.values():
            if workspace.token == token:
                return workspace
        raise SlackError("invalid_auth" if token else "not_authed")

    def call(self, method: str, token: str, asked: JSON) -> JSON:
        self.calls.append((method, asked))
        if method not in SCOPES:
            raise SlackError("unknown_method")
        workspace = self.by_token(token)
        self.granted(workspace, method, asked)
        doing: Callable[[Workspace, JSON], JSON] = getattr(self, method.replace(".", "_"))
        return {"ok": True, **doing(workspace, asked)}

    def granted(self, workspace: Workspace, method: str, asked: JSON) -> None:
        wanted = set(SCOPES[method])
        if method in ("conversations.history", "conversations.replies"):
            private = workspace.channels[workspace.at(asked["channel"])]["is_im"]
            wanted = {"im:history"} if private else {"channels:history"}
        if wanted and not wanted & workspace.scopes:
            raise SlackError("missing_scope", needed=",".join(sorted(wanted)))

    # Methods

    def auth_test(self, workspace: Workspace, _asked: JSON) -> JSON:
        return {"team_id": workspace.id, "user_id": BOT, "bot_id": "B0BOT", "url": self.base}

    def chat_postMessage(self, workspace: Workspace, asked: JSON) -> JSON:  # noqa: N802
        posted = workspace.post(asked)
        return {"channel": posted.channel, "ts": posted.ts, "message": posted.json()}

    def chat_update(self, workspace: Workspace, asked: JSON) -> JSON:
        edited = workspace.edit(asked)
        return {"channel": edited.channel, "ts": edited.ts}

    def pulled(self, asked: JSON) -> Trigger:
        trigger = self.triggers.get(asked.get("trigger_id") or "")
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if trigger.until < self.now():
            raise SlackError("expired_trigger_id")
        trigger.used = True
        return trigger

    def views_open(self, workspace: Workspace, asked: JSON) -> JSON:
        user = self.pulled(asked).user
        workspace.stacks[user] = []
        return {"view": workspace.push(asked["view"], user).json(workspace.id)}

    def views_push(self, workspace: Workspace, asked: JSON) -> JSON:
        user = self.pulled(asked).user
        if not workspace.stacks[user]:
            raise SlackError("invalid_trigger_id")
        return {"view": workspace.push(asked["view"], user).json(workspace.id)}

    def views_update(self, workspace: Workspace, asked: JSON) -> JSON:
        return {"view": workspace.redraw(asked["view_id"], asked["view"]).json(workspace.id)}

    def views_publish(self, workspace: Workspace, asked: JSON) -> JSON:
        user = asked["user_id"]
        shown: Shown = workspace.show(asked["view"], user, workspace.homes.get(user))
        workspace.homes[user] = shown
        return {"view": shown.json(workspace.id)}

    def conversations_open(self, workspace: Workspace, asked: JSON) -> JSON:
        if asked["users"] not in workspace.people:
            raise SlackError("user_not_found")
        return {"channel": {"id": workspace.private(asked["users"])}}

    def conversations_info(self, workspace: Workspace, asked: JSON) -> JSON:
        return {"channel": workspace.channels[workspace.at(asked["channel"])]}

    def conversations_history(self, workspace: Workspace, asked: JSON) -> JSON:
        channel = workspace.at(asked["channel"])
        if channel != asked["channel"]:
            raise SlackError("channel_not_found")
        return self.told(workspace, asked, lambda one: one.channel == channel and not one.thread)

    def conversations_replies(self, workspace: Workspace, asked: JSON) -> JSON:
        return self.told(workspace, asked, lambda one: asked["ts"] in (one.ts, one.thread))

    def told(self, workspace: Workspace, asked: JSON, wanted: Callable[[Any], bool]) -> JSON:
        all_of_it = asked.get("include_all_metadata") == "true"
        found = [each for each in reversed(workspace.messages) if wanted(each)]
        limit = int(asked.get("limit", 100))
        return {"messages": [each.json(metadata=all_of_it) for each in found[:limit]]}

    def users_info(self, workspace: Workspace, asked: JSON) -> JSON:
        if asked["user"] not in workspace.people:
            raise SlackError("user_not_found")
        return {"user": workspace.people[asked["user"]]}

    def usergroups_users_list(self, workspace: Workspace, asked: JSON) -> JSON:
        if asked["usergroup"] not in workspace.groups:
            raise SlackError("no_such_subteam")
        return {"users": workspace.groups[asked["usergroup"]]}

    def files_info(self, workspace: Workspace, asked: JSON) -> JSON:
        if asked["file"] not in workspace.files:
            raise SlackError("file_not_found")
        url = f"{self.base}/files/{workspace.id}/{asked['file']}"
        return {"file": {"id": asked["file"], "url_private_download": url, "size": 1}}

    def files_getUploadURLExternal(self, workspace: Workspace, asked: JSON) -> JSON:  # noqa: N802
        made = workspace.name("F")
        workspace.uploads[made] = {"name": asked["filename"], "length": int(asked["length"])}
        return {"upload_url": f"{self.base}/upload/{workspace.id}/{made}", "file_id": made}

    def files_completeUploadExternal(self, workspace: Workspace, asked: JSON) -> JSON:  # noqa: N802
        for each in asked["files"]:
            upload = workspace.uploads[each["id"]]
            if "content" not in upload:
                raise SlackError("file_not_found")
            made = workspace.file(self.base, upload["name"], upload["content"], BOT)
            made["title"] = each["title"]
            channel = workspace.at(asked["channel_id"], writing=True)
            if channel != asked["channel_id"]:
                raise SlackError("channel_not_found")
            posted = Posted(workspace.ts(), channel, BOT, "", files=[made])
            workspace.messages.append(posted)
        return {"files": asked["files"]}
