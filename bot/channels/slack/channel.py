"""Slack as a place where the bot can speak first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.ports import Pace, Undelivered, Unsure
from bot.conversation.turns import Address
from bot.dialog import Message
from bot.domain.languages import Language
from bot.language.speak import Speech

from .posting import has, letter, named
from .read import Spot
from .workspace import GONE, Refused, Slack, Unreached, Workspaces

PACE = Pace(a_second=8, burst=20, conversation_a_second=1, conversation_burst=1)
"""A channel takes about one post a second, and a whole workspace some hundreds a minute."""


@dataclass(frozen=True)
class SlackChannel:
    workspaces: Workspaces
    speech: Callable[[Language], Speech]
    pace: Pace = PACE

    async def send(self, to: Address, message: Message, *, language: str, key: str) -> None:
        """A message too long for one post is sent in parts, each of which is there once."""
        slack, spot = await self.found(to), place(to)
        parts = named(message, self.speech(Language(language)), key)
        for name, part in parts.items():
            if len(parts) > 1 and await self.there(slack, spot, name):
                continue
            try:
                await slack.call("chat.postMessage", letter(spot, part, name))
            except Refused as refused:
                raise undelivered(refused) from None
            except Unreached as unreached:
                raise Unsure from unreached

    async def has(self, to: Address, key: str) -> bool | None:
        return await self.there(await self.found(to), place(to), key)

    async def there(self, slack: Slack, spot: Spot, key: str) -> bool | None:
        try:
            return await has(slack, spot, key)
        except Refused as refused:
            raise undelivered(refused) from None
        except Unreached:
            raise Undelivered("unreached", permanent=False) from None

    async def found(self, to: Address) -> Slack:
        slack = await self.workspaces.of(str(to.reference["team"]))
        if slack is None:
            raise Undelivered("not installed there", permanent=True)
        return slack


def place(to: Address) -> Spot:
    channel = to.reference.get("channel") or to.reference["user"]
    return Spot(str(to.reference["team"]), str(channel))


def undelivered(refused: Refused) -> Undelivered:
    return Undelivered(refused.error, permanent=refused.error in GONE, after=refused.after)
