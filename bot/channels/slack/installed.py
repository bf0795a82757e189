"""The workspaces that the bot is installed in, and the way to each."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.conversation.installations import Installation, Seal, Unreadable

from .house import House
from .workspace import TAKEN_BACK, Refused, Slack, Unreached

Connect = Callable[[str, str], Slack]
"""From a token and the bot's own id to a workspace."""
CHANNEL = "slack"
log = logging.getLogger(__name__)


@dataclass
class OneWorkspace:
    """The workspace of the one token in the settings, whatever team it turns out to be."""

    connect: Connect
    token: str
    slack: Slack | None = None

    async def of(self, team: str) -> Slack | None:
        if self.slack is None or not self.slack.good:
            unnamed = self.connect(self.token, "")
            found = await unnamed.call("auth.test", {})
            self.slack = self.connect(self.token, str(found["user_id"]))
        return self.slack

    async def trouble(self) -> str:
        """What to tell those who watch over the bot, where Slack does not take its token."""
        try:
            await self.of("")
        except Refused as refused:
            if refused.error in TAKEN_BACK:
                return f"Slack does not take AKE_SLACK_BOT_TOKEN: {refused.error}."
        except Unreached as unreached:
            log.info("slack: the token could not be tried: %s", unreached)
        return ""


@dataclass
class ManyWorkspaces:
    """Whichever workspaces have installed the bot, each with its own sealed token."""

    connect: Connect
    house: House
    seal: Seal
    known: dict[str, Slack] = field(default_factory=dict)

    async def of(self, team: str) -> Slack | None:
        """What another replica has learnt, that it was put out or installed anew, shows in the
        token: one that is not good any more is looked for again.
        """
        if team not in self.known or not self.known[team].good:
            found = await self.house.off_loop(lambda: self.find(team))
            token = self.opened(found)
            if found is None or token is None:
                return None
            self.known[team] = self.connect(token, found.bot)
        return self.known[team]

    def find(self, team: str) -> Installation | None:
        with self.house.ledger.unit() as unit:
            return unit.installations.find(CHANNEL, team)

    def opened(self, found: Installation | None) -> str | None:
        """None also where the key has been changed: then the bot is to be installed anew."""
        try:
            return self.seal.unseal(found.token) if found else None
        except Unreadable:
            return None

    async def keep(self, team: str, token: str, bot: str) -> None:
        at = self.house.clock.now()
        installation = Installation(CHANNEL, team, self.seal.seal(token), bot, at)

        def keep() -> None:
            with self.house.ledger.unit() as unit:
                unit.installations.keep(installation)
                unit.commit()

        await self.house.off_loop(keep)
        self.known.pop(team, None)

    async def drop(self, team: str) -> None:
        def drop() -> None:
            with self.house.ledger.unit() as unit:
                unit.installations.drop(CHANNEL, team)
                unit.commit()

        await self.house.off_loop(drop)
        self.known.pop(team, None)
