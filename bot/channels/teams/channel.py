"""Teams as a place where the bot can speak first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import tzinfo

from bot.conversation.ports import Pace, Undelivered, Unsure
from bot.conversation.turns import Address
from bot.dialog import Message
from bot.language.speak import Recalled

from .connector import Failed
from .draw import Drawing
from .place import JSON
from .post import Post

PACE = Pace(a_second=45, burst=45, conversation_a_second=0.5, conversation_burst=6)
"""Teams bears fifty a second in all, seven at once in one conversation and 1,800 an hour there."""


@dataclass(frozen=True)
class TeamsChannel:
    post: Post
    zone: tzinfo
    paged: bool = False
    pace: Pace = PACE
    drawn: dict[str, tuple[Message, JSON]] = field(default_factory=dict, compare=False)
    """What was drawn last in each language: what many are told at once is drawn once."""

    async def send(self, to: Address, message: Message, *, language: str, key: str) -> None:
        """Into the personal chat, or as a new thread in a channel. Raises Undelivered, Unsure."""
        reference: JSON = dict(to.reference)
        activity = self.activity(message, language)
        try:
            if "team" in reference:
                await self.post.thread(reference, activity)
            else:
                await self.post.alone(reference, activity, insist=False)
        except Failed as failed:
            raise told(failed) from None

    def activity(self, message: Message, language: str) -> JSON:
        """The message drawn. It is not to be changed: others may be told the same."""
        known = self.drawn.get(language)
        if known is None or known[0] != message:
            drawing = Drawing(Recalled(language, self.zone), paged=self.paged)
            known = self.drawn[language] = message, drawing.activity(message)
        return known[1]

    async def has(self, to: Address, key: str) -> bool | None:
        """Teams has no way to look a message up by a key of ours."""
        return None


def told(failed: Failed) -> Undelivered | Unsure:
    if not failed.sure:
        return Unsure(str(failed))
    return Undelivered(str(failed), permanent=failed.permanent, after=failed.after)
