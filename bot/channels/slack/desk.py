"""Where whatever comes from Slack is taken up: in order for each person, and by their own name."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field, replace
from typing import Any
from weakref import WeakValueDictionary

from bot.conversation.inbox import Reply
from bot.conversation.mishaps import noted
from bot.conversation.turns import Input, Said
from bot.dialog import Phrase, say

from .house import House
from .posting import in_private, unsaid, write
from .read import Heard
from .workspace import JSON, Refused, Slack, Unreached, Workspaces


@dataclass(frozen=True)
class Patience:
    """How long, in seconds, Slack lets us think; an answer and a modal have three in all."""

    at_once: float = 0.7
    """After so long something is shown, and filled in later."""
    arrival: float = 0.5
    """Seconds: by then Slack has taken what it was answered."""
    answer: float = 2.0
    """After so long it is said of a form that it takes a while."""
    name: float = 1.0


@dataclass(frozen=True)
class Desk:
    house: House
    workspaces: Workspaces
    patience: Patience = field(default_factory=Patience)
    lines: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)
    names: dict[str, str] = field(default_factory=dict)
    """What people are called, of those who were heard since the start."""
    under_way: set[asyncio.Task[None]] = field(default_factory=set)

    # Work that nobody waits for

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it beside, to its end; a bug in it is logged and stays there."""
        task = asyncio.get_running_loop().create_task(guarded(work))
        self.under_way.add(task)
        task.add_done_callback(self.under_way.discard)

    async def finish(self) -> None:
        """Wait for all that is under way, and what comes of it."""
        while self.under_way:
            await asyncio.gather(*self.under_way)

    # Turns

    def line(self, heard: Heard) -> asyncio.Lock:
        """Each person's deeds are taken up one after another."""
        return self.lines.setdefault(heard.sender.id, asyncio.Lock())

    async def answer(self, slack: Slack, heard: Heard, given: Input) -> Reply:
        known = replace(heard, sender=replace(heard.sender, name=await self.name(slack, heard)))
        return await self.house.answer(known.turn(given, self.house.clock.now()))

    async def beside(self, heard: Heard, *said: Phrase) -> Reply:
        """Something the channel itself has to say, with what is open in the conversation."""
        turn = heard.turn(Said(""), self.house.clock.now())
        now = await self.house.off_loop(lambda: self.house.inbox.present(turn))
        told = replace(now.message, text=said) if now.message.form else say(*said)
        return replace(now, message=told, still=True)

    async def name(self, slack: Slack, heard: Heard) -> str:
        """What the person is called, as Slack's own list of members has it."""
        who = heard.sender.id
        if who not in self.names:
            asked = slack.call("users.info", {"user": heard.user})
            try:
                self.names[who] = real_name(await asyncio.wait_for(asked, self.patience.name))
            except (Refused, Unreached, TimeoutError):
                return heard.sender.name
        return self.names[who] or heard.sender.name

    async def tell(self, slack: Slack, heard: Heard, reply: Reply) -> None:
        """Say something in the person's private conversation."""
        spot, speech = in_private(heard), self.house.speech(reply.language)
        try:
            await write(slack, spot, reply.message, speech, heard.key, again=reply.again)
        except (Refused, Unreached) as error:
            unsaid(error, "not told in private")


async def guarded(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception as error:  # noqa: BLE001 (the end of the line: nobody awaits this)
        noted(error)


def real_name(found: JSON) -> str:
    profile = found["user"].get("profile") or {}
    return str(profile.get("real_name") or found["user"].get("real_name") or "")
