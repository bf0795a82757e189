"""What comes of what is written to the bot, in private or by its name among others."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.inbox import Reply
from bot.conversation.turns import Event, Input, Said
from bot.dialog import say

from . import words
from .desk import Desk
from .posting import in_private, unsaid, write
from .read import Heard, Message, message, room
from .uploads import NotTaken, attached
from .workspace import JSON, Refused, Slack


@dataclass(frozen=True)
class Events:
    desk: Desk

    async def carry(self, event: Event) -> bool:
        """One event that was written down before. Taken up again, it is answered once all the
        same: it is crossed off when the answer is there, and the conversation is asked for that.
        """
        body = dict(event.content)
        slack = await self.desk.workspaces.of(str(body["team_id"]))
        written = message(body)
        if slack is not None and written is not None:
            async with self.desk.line(written.heard):
                await self.written(slack, written)
        elif slack is not None:
            await self.moved(slack, body)
        return False

    async def moved(self, slack: Slack, body: JSON) -> None:
        """The bot was put into a channel, or out of one."""
        if body["event"]["type"] == "member_joined_channel":
            await self.seated(slack, body)
        elif body["event"]["type"] in ("channel_left", "group_left"):
            await self.unseated(body)

    async def written(self, slack: Slack, written: Message) -> None:
        heard = written.heard
        try:
            reply = await self.desk.answer(slack, heard, await self.given(slack, written))
        except NotTaken as refused:
            reply = await self.desk.beside(heard, refused.why)
        await self.reply(slack, heard, reply)

    async def given(self, slack: Slack, written: Message) -> Input:
        """Files say more than the words that came along."""
        if not written.files:
            return Said(written.words)
        house, sender = self.desk.house, written.heard.sender
        return await attached(house, slack, sender, written.files)

    async def reply(self, slack: Slack, heard: Heard, reply: Reply) -> None:
        speech, key = self.desk.house.speech(reply.language), heard.key
        hidden = reply.private and not heard.spot.private
        spot = in_private(heard) if hidden else heard.spot
        try:
            await write(slack, spot, reply.message, speech, key, again=reply.again)
            if hidden:
                told = say(words.IN_PRIVATE)
                await write(slack, heard.spot, told, speech, f"{key}/where", again=reply.again)
        except Refused as error:
            unsaid(error, "not answered")

    async def seated(self, slack: Slack, event: JSON) -> None:
        """The bot was put into a channel; a coordinator can tie it to a network now."""
        joined = event["event"]
        if joined["user"] != slack.bot:
            return
        told = await slack.call("conversations.info", {"channel": joined["channel"]})
        address = room(event["team_id"], joined["channel"])
        name = str(told["channel"].get("name") or "")
        await self.desk.house.off_loop(lambda: self.desk.house.entrance.enter(address, name))

    async def unseated(self, event: JSON) -> None:
        address = room(event["team_id"], event["event"]["channel"])
        await self.desk.house.off_loop(lambda: self.desk.house.entrance.leave(address))
