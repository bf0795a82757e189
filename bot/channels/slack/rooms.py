"""Which channels the bot sits in: Slack tells, and else it finds out when it is spoken to."""

from __future__ import annotations

from dataclasses import dataclass, field

from .desk import Desk
from .posting import unsaid
from .read import Spot, room
from .workspace import JSON, Refused, Slack, Unreached


@dataclass(frozen=True)
class Rooms:
    desk: Desk
    known: set[str] = field(default_factory=set)
    """Those it was spoken to in since the start, which are not looked up again."""

    async def moved(self, slack: Slack, body: JSON) -> None:
        """The bot was put into a channel, or out of one."""
        event, team = body["event"], str(body["team_id"])
        if event["type"] == "member_joined_channel" and event["user"] == slack.bot:
            await self.enter(slack, team, event["channel"])
        elif event["type"] in ("channel_left", "group_left"):
            await self.leave(team, event["channel"])

    async def heard(self, slack: Slack, spot: Spot) -> None:
        """Somebody spoke to it there, so it sits there, even if nobody told when it was put in."""
        if spot.private or spot.channel in self.known:
            return
        self.known.add(spot.channel)
        try:
            await self.enter(slack, spot.team, spot.channel)
        except (Refused, Unreached) as error:
            unsaid(error, "a channel could not be looked up")
            if isinstance(error, Unreached):
                self.known.discard(spot.channel)

    async def enter(self, slack: Slack, team: str, channel: str) -> None:
        """A coordinator can tie it to a network now. Raises Refused, Unreached."""
        told = await slack.call("conversations.info", {"channel": channel})
        address, name = room(team, channel), str(told["channel"].get("name") or "")
        await self.desk.house.off_loop(lambda: self.desk.house.entrance.enter(address, name))

    async def leave(self, team: str, channel: str) -> None:
        self.known.discard(channel)
        await self.desk.house.off_loop(lambda: self.desk.house.entrance.leave(room(team, channel)))
