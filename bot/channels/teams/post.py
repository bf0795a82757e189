"""What the bot says in Teams: into the thread, over a card, or to one person alone."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

from .connector import Connector, Failed, activities, address
from .place import JSON, Place, part, text


@dataclass(frozen=True)
class Post:
    connector: Connector
    tasks: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    """What is still to be done although its turn has been answered, by the message's address."""
    newest: dict[str, JSON] = field(default_factory=dict)
    """What each of these messages is to become next."""

    async def reply(self, place: Place, activity: JSON) -> None:
        """Answer in the conversation, in a channel in its thread. Raises Failed."""
        url = activities(place.service, place.conversation, *filter(None, [place.activity]))
        told = {"conversation": {"id": place.conversation}, "recipient": {"id": place.user}}
        again = {"replyToId": place.activity} if place.activity else {}
        await self.connector.insist(
            "POST", url, {**activity, **told, **again, "from": {"id": place.bot}}
        )

    def replace_later(self, place: Place, activity: JSON) -> None:
        """Put the new card over the one pressed for good: the reply to a press lasts only until
        the client is opened again.
        """
        if not place.pressed:
            return
        url = activities(place.service, place.room, place.pressed)
        told = {"id": place.pressed, "conversation": {"id": place.room}}
        self.newest[url] = {**activity, **told, "from": {"id": place.bot}}
        if url not in self.tasks:
            self.tasks[url] = asyncio.create_task(self.replace(url))

    async def replace(self, url: str) -> None:
        """One card after another, so that none lands on a newer one; of those that come while
        one is on its way only the newest.
        """
        try:
            while body := self.newest.pop(url, None):
                with suppress(Failed):  # the one who pressed has seen it already
                    await self.connector.insist("PUT", url, body)
        finally:
            del self.tasks[url]

    async def alone(self, reference: JSON, activity: JSON, *, insist: bool = True) -> None:
        """Say something where a reference leads. Raises Failed."""
        conversation = text(part(reference, "conversation"), "id")
        url = activities(text(reference, "serviceUrl"), conversation)
        told = {"conversation": {"id": conversation}, "from": part(reference, "bot")}
        if user := part(reference, "user"):
            told["recipient"] = user
        send = self.connector.insist if insist else self.connector.once
        await send("POST", url, {**activity, **told})

    async def thread(self, reference: JSON, activity: JSON) -> None:
        """Begin a thread in a channel. Raises Failed."""
        room = text(part(reference, "conversation"), "id")
        url = address(text(reference, "serviceUrl"), "v3", "conversations")
        told = {
            "isGroup": True,
            "bot": part(reference, "bot"),
            "tenantId": text(reference, "tenantId"),
            "channelData": {"channel": {"id": room}},
            "activity": activity,
        }
        await self.connector.once("POST", url, told)

    async def begin(self, place: Place) -> JSON:
        """A personal chat with the sender; the reference to it. Raises Failed."""
        url = address(place.service, "v3", "conversations")
        told = {
            "isGroup": False,
            "bot": {"id": place.bot},
            "members": [{"id": place.user}],
            "tenantId": place.tenant,
            "channelData": {"tenant": {"id": place.tenant}},
        }
        begun = text(await self.connector.insist("POST", url, told), "id")
        if not begun:
            raise Failed("no conversation", permanent=True)
        return {
            "serviceUrl": place.service,
            "conversation": {"id": begun},
            "bot": {"id": place.bot},
            "user": {"id": place.user, "aadObjectId": place.person},
            "tenantId": place.tenant,
        }
