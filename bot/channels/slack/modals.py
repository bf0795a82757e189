"""What comes of commands, shortcuts and modals: a modal is opened at once, and follows along."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass

from bot.conversation.inbox import Reply
from bot.conversation.turns import Input, Said
from bot.domain.languages import Language

from . import words
from .desk import Desk
from .draw import modal, overflows, waiting
from .posting import unsaid
from .read import ATTACH, TALKS, Heard, command, interaction
from .uploads import NotTaken, attached
from .workspace import JSON, Refused, Slack, Unreached


@dataclass(frozen=True)
class Modals:
    desk: Desk

    # What begins with a trigger, which lives three seconds

    async def commanded(self, slack: Slack, payload: JSON) -> None:
        heard, said = command(payload)
        await self.show(slack, heard, self.answered(slack, heard, said))

    async def called(self, slack: Slack, payload: JSON) -> None:
        """A shortcut was picked, from the menu or on a message."""
        heard = interaction(payload)
        if payload["callback_id"] == ATTACH:
            given = self.attached(slack, heard, payload["message"].get("files") or [])
            await self.show(slack, heard, given)
            return
        said = Said(TALKS.get(payload["callback_id"], TALKS["talk_fi"]))
        await self.show(slack, heard, self.answered(slack, heard, said))

    async def attached(self, slack: Slack, heard: Heard, found: list[JSON]) -> Reply:
        if not found:
            return await self.desk.beside(heard, words.NO_FILES)
        try:
            given = await attached(self.desk.house, slack, heard.sender, found)
        except NotTaken as refused:
            return await self.desk.beside(heard, refused.why)
        return await self.answered(slack, heard, given)

    async def answered(self, slack: Slack, heard: Heard, given: Input) -> Reply:
        async with self.desk.line(heard):
            return await self.desk.answer(slack, heard, given)

    async def show(self, slack: Slack, heard: Heard, answer: Awaitable[Reply]) -> None:
        """Open a modal with the answer, or a light one first if that takes time."""
        work = asyncio.ensure_future(answer)
        await asyncio.wait({work}, timeout=self.desk.patience.at_once)
        if work.done():
            await self.open(slack, heard, await work)
            return
        light = await self.opened(slack, heard, waiting(map(self.desk.house.speech, Language)))
        reply = await work
        if light is None or not await self.updated(slack, light, self.drawn(reply)):
            await self.desk.tell(slack, heard, reply)

    async def open(self, slack: Slack, heard: Heard, reply: Reply) -> None:
        """What a modal cannot show goes into the private conversation."""
        if reply.again:
            return
        view = await self.opened(slack, heard, self.drawn(reply))
        if view is None or overflows(reply.message, self.desk.house.speech(reply.language)):
            await self.desk.tell(slack, heard, reply)

    async def opened(self, slack: Slack, heard: Heard, view: JSON) -> str | None:
        """The id of the view; None where the trigger was too old. Never tried twice: a trigger
        does not outlive the waiting.
        """
        try:
            shown = await slack.call("views.open", {"trigger_id": heard.trigger, "view": view})
        except (Refused, Unreached) as error:
            unsaid(error, "modal not opened")
            return None
        return str(shown["view"]["id"])

    async def updated(self, slack: Slack, view_id: str, view: JSON) -> bool:
        """False where the modal was closed meanwhile."""
        try:
            await slack.call("views.update", {"view_id": view_id, "view": view}, patient=True)
        except (Refused, Unreached) as error:
            unsaid(error, "modal not updated")
            return False
        return True

    def drawn(self, reply: Reply) -> JSON:
        return modal(reply.message, self.desk.house.speech(reply.language))
