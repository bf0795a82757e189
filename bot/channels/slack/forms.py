"""What comes of a form in a modal: picked in, sent and closed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from bot.conversation.inbox import Reply
from bot.conversation.turns import Filled, Gave, Input, Moved
from bot.dialog import Move
from bot.domain.languages import Language

from .draw import ASKS, errors, form_in, redrawn, waiting
from .modals import Modals
from .read import Heard, interaction
from .uploads import NotTaken, keep
from .values import answers, files, picked
from .workspace import JSON, Slack


@dataclass(frozen=True)
class Forms:
    modals: Modals

    async def picked(self, slack: Slack, payload: JSON) -> None:
        """Something was picked that other questions wait for: they are asked from now on."""
        heard, view = interaction(payload), payload["view"]
        given = Gave(picked(view["state"]), form_in(view), Filled.SO_FAR)
        reply = await self.modals.answered(slack, heard, given)
        if not reply.again:
            await self.modals.updated(slack, view["id"], self.refilled(view, reply))

    def refilled(self, view: JSON, reply: Reply) -> JSON:
        house, form = self.modals.desk.house, reply.message.form
        kind = house.inbox.catalogue.get(form.dialog) if form else None
        order = [question.name for question in kind.questions] if kind else []
        return redrawn(view, reply.message, house.speech(reply.language), order)

    async def closed(self, slack: Slack, payload: JSON) -> None:
        """Closing a form stops its dialog; what was answered before can be taken up again."""
        heard, form = interaction(payload), form_in(payload["view"])
        if form is None:
            return
        reply = await self.modals.answered(slack, heard, Moved(Move.CANCEL, form=form))
        if not (reply.still or reply.again) and reply.message.buttons:
            await self.modals.desk.tell(slack, heard, reply)

    async def submitted(self, slack: Slack, payload: JSON) -> JSON:
        """What Slack is told at once: what is wrong, what comes next, or that it takes a while."""
        heard, view = interaction(payload), payload["view"]
        work = asyncio.ensure_future(self.judged(slack, heard, view))
        await asyncio.wait({work}, timeout=self.modals.desk.patience.answer)
        if work.done():
            return await work
        self.modals.desk.spawn(self.late(slack, heard, view, work))
        return shown(waiting(map(self.modals.desk.house.speech, Language)))

    async def judged(self, slack: Slack, heard: Heard, view: JSON) -> JSON:
        try:
            reply = await self.taken(slack, heard, view, Filled.WHOLE)
        except NotTaken as refused:
            return {"response_action": "errors", "errors": await self.untaken(heard, view, refused)}
        speech = self.modals.desk.house.speech(reply.language)
        if wrong := errors(view, reply.message, speech):
            return {"response_action": "errors", "errors": wrong}
        if reply.still and any(ask.problem for ask in reply.message.asks):
            reply = await self.taken(slack, heard, view, Filled.SENT)
        return self.followed(slack, heard, reply)

    def followed(self, slack: Slack, heard: Heard, reply: Reply) -> JSON:
        """What comes of a form is shown in its place, and kept in the private conversation."""
        if reply.message.form is None and not (reply.still or reply.again):
            self.modals.desk.spawn(self.modals.desk.tell(slack, heard, reply))
        return shown(self.modals.drawn(reply))

    async def late(self, slack: Slack, heard: Heard, view: JSON, work: asyncio.Task[JSON]) -> None:
        """The form is no longer shown, so what is wrong in it is asked anew."""
        response = await work
        # Slack shows our answer when it arrives: an update that overtook it would be lost.
        await asyncio.sleep(self.modals.desk.patience.arrival)
        if response["response_action"] == "errors":
            reply = await self.taken(slack, heard, view, Filled.SENT)
            response = self.followed(slack, heard, reply)
        await self.modals.updated(slack, view["id"], response["view"])

    async def taken(self, slack: Slack, heard: Heard, view: JSON, filled: Filled) -> Reply:
        """Carry what was sent. Taken a second time it is another deed. Raises NotTaken."""
        if view["callback_id"] != ASKS:
            return await self.modals.answered(slack, heard, Moved(Move.SEND, form=form_in(view)))
        given = answers(view["state"])
        for question, found in files(view["state"]).items():
            kept = await keep(self.modals.desk.house, slack, heard.sender, found)
            given[question] = ",".join(kept)
        deed = heard if filled is Filled.WHOLE else replace(heard, id=f"{heard.id}.kept")
        answer: Input = Gave(given, form_in(view), filled)
        return await self.modals.answered(slack, deed, answer)

    async def untaken(self, heard: Heard, view: JSON, refused: NotTaken) -> dict[str, str]:
        """A file that cannot be taken is wrong at its question."""
        language = (await self.modals.desk.beside(heard)).language
        told = self.modals.desk.house.speech(language)(refused.why)
        return {question: told for question, found in files(view["state"]).items() if found}


def shown(view: JSON) -> JSON:
    return {"response_action": "update", "view": view}
