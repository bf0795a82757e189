"""What comes of what is written to the bot, in private or by its name among others."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.inbox import Reply
from bot.conversation.turns import Event, Input, Said
from bot.dialog import say

from . import words
from .desk import Desk
from .posting import in_private, unsaid, write
from .read import Heard, Message, message
from .rooms import Rooms
from .uploads import NotTaken, attached
from .workspace import Refused, Slack


@dataclass(frozen=True)
class Events:
    desk: Desk
    rooms: Rooms

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
            await self.rooms.moved(slack, body)
        return False

    async def written(self, slack: Slack, written: Message) -> None:
        heard = written.heard
        try:
            reply = await self.desk.answer(slack, heard, await self.given(slack, written))
        except NotTaken as refused:
            reply = await self.desk.beside(heard, refused.why)
        await self.reply(slack, heard, reply)
        await self.rooms.heard(slack, heard.spot)

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
