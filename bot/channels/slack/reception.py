"""Who in the channel sees to what Slack sends."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Self

from bot.conversation.doorstep import Doorstep
from bot.conversation.mishaps import apology
from bot.conversation.turns import Event, Said
from bot.domain.languages import Language

from . import words
from .buttons import Buttons
from .desk import Desk
from .draw import modal
from .events import Events
from .fields import found
from .forms import Forms, shown
from .handouts import Handouts
from .home_tab import HomeTab
from .modals import Modals
from .pickers import block_names
from .posting import unsaid
from .read import Heard, Spot, interaction, message, sender
from .rooms import Rooms
from .workspace import JSON, Refused, Slack

Listener = Callable[..., Awaitable[None]]
WRITTEN = ("message", "app_mention")
KEPT = (*WRITTEN, "member_joined_channel", "channel_left", "group_left")
"""Events that must not be lost."""


@dataclass(frozen=True)
class Reception:
    desk: Desk
    doorstep: Doorstep
    modals: Modals
    forms: Forms
    buttons: Buttons
    home: HomeTab

    @classmethod
    def at(cls, desk: Desk) -> Self:
        modals, home = Modals(desk), HomeTab(desk)
        forms = Forms(modals)
        buttons, house = Buttons(forms, home, Handouts(desk)), desk.house
        carry = Events(desk, Rooms(desk)).carry
        doorstep = Doorstep("slack", house.ledger, house.clock, house.off_loop, carry)
        return cls(desk, doorstep, modals, forms, buttons, home)

    def acknowledged(self, take: Callable[[JSON], Coroutine[Any, Any, None]]) -> Listener:
        """Slack hears at once that it arrived. Bolt would forget that it has said so where the
        listener raised right afterwards, so the work is done elsewhere.
        """

        async def listener(ack: Callable[[], Awaitable[object]], body: JSON) -> None:
            await ack()
            self.desk.spawn(take(body))

        return listener

    def not_here(self) -> str:
        """What is told where the bot has no good token, in every language."""
        speeches = map(self.desk.house.speech, Language)
        return "\n".join(speech(words.NOT_HERE) for speech in speeches)

    async def finish(self) -> None:
        """Wait for all that came in, and for what comes of it."""
        await self.doorstep.finish()
        await self.desk.finish()

    async def workspace(self, payload: JSON) -> Slack | None:
        return await self.desk.workspaces.of(team(payload))

    async def let_in(self, team: str) -> Slack | None:
        """The workspace, where the bot is installed in it."""
        try:
            return await self.desk.workspaces.of(team)
        except Refused as error:
            unsaid(error, "nobody let in")
            return None

    async def keep(self, body: JSON) -> bool:
        """Write an event down before Slack hears that it arrived; however often it comes, once.

        False for what only shows how things are now, as the home tab does: that is not kept.
        """
        kind = body["event"]["type"]
        if kind not in KEPT:
            return False
        to_us = kind not in WRITTEN or message(body) is not None
        if to_us and await self.let_in(team(body)):
            content = {name: part for name, part in body.items() if name != "token"}
            whose = f"{body['team_id']}/{body['event'].get('user') or ''}"
            await self.doorstep.receive(Event("slack", body["event_id"], whose, content))
        return True

    async def happened(self, body: JSON) -> None:
        """See to an event that was not kept."""
        event, slack = body["event"], await self.workspace(body)
        if slack is not None and event["type"] == "app_home_opened" and event["tab"] == "home":
            who = sender(body["team_id"], event["user"])
            await self.home.show(slack, Heard(body["event_id"], who, Spot(body["team_id"], "")))

    async def commanded(self, payload: JSON) -> None:
        if slack := await self.workspace(payload):
            await self.modals.commanded(slack, payload)

    async def called(self, payload: JSON) -> None:
        if slack := await self.workspace(payload):
            await self.modals.called(slack, payload)

    async def acted(self, payload: JSON) -> None:
        if slack := await self.workspace(payload):
            await self.buttons.act(slack, payload)

    async def closed(self, payload: JSON) -> None:
        if slack := await self.workspace(payload):
            await self.forms.closed(slack, payload)

    async def submitted(self, payload: JSON) -> JSON:
        """What Slack is told; never an error of ours, which the person could not make out."""
        try:
            slack = await self.workspace(payload)
            return await self.forms.submitted(slack, payload) if slack else {}
        except Exception as error:  # noqa: BLE001 (the door of the house)
            speech = self.desk.house.speech(Language.FI)
            return shown(modal(apology(error), speech))

    async def searched(self, payload: JSON) -> list[JSON]:
        """The options that fit what is being typed."""
        named = block_names(payload["block_id"])
        question = named[1] if named else payload["block_id"]
        turn = interaction(payload).turn(Said(""), self.desk.house.clock.now())
        inbox = self.desk.house.inbox
        options, language = await self.desk.house.off_loop(lambda: inbox.choices(turn, question))
        return found(options, payload.get("value") or "", self.desk.house.speech(language))


def team(payload: JSON) -> str:
    """The workspace that something comes from."""
    named = payload.get("team") or {}
    if isinstance(named, dict):
        named = named.get("id") or payload.get("team_id") or payload["user"]["team_id"]
    return str(named)
