"""AKE's coordinators as the members of user groups."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from .house import House
from .installed import CHANNEL
from .workspace import Refused, Unreached, Workspaces

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Coordinators:
    """Each group is named with its workspace, or alone where there is one workspace only.

    Never by what a group is called: whoever may name groups in a workspace could then be one.
    """

    house: House
    workspaces: Workspaces
    groups: frozenset[str]
    known: dict[str, list[str]] = field(default_factory=dict)
    """Who was found in each; where one cannot be read, they stay known."""

    async def read(self) -> None:
        for group in self.groups:
            try:
                self.known[group] = await self.members(*parts(group))
            except (Refused, Unreached) as error:
                log.warning("slack: a group of coordinators cannot be read: %s", error)
        everyone = (who for members in self.known.values() for who in members)
        self.house.ledger.appoint(CHANNEL, everyone)

    async def members(self, team: str, group: str) -> list[str]:
        """Nobody where the bot is not installed any more. Raises Refused, Unreached."""
        slack = await self.workspaces.of(team)
        if slack is None:
            return []
        team = team or str((await slack.call("auth.test", {}))["team_id"])
        found = await slack.call("usergroups.users.list", {"usergroup": group})
        return [f"{team}/{user}" for user in found["users"]]


def parts(group: str) -> tuple[str, str]:
    """The workspace, empty where it is not told, and the group's own id."""
    team, _slash, own = group.rpartition("/")
    return team, own
