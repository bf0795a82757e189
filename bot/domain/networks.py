"""Networks, working groups and audiences: everything people meet in or are invited as."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import NetworkKey
from bot.domain.names import Name


class NetworkKind(StrEnum):
    NETWORK = "network"
    WORKING_GROUP = "working_group"
    AUDIENCE = "audience"
    """No group of its own: those a coffee hour is meant for (CO-3)."""


class Membership(StrEnum):
    NAMED = "named"
    NAMED_OPEN = "named_open"
    """Members are named, and anyone may ask to become one."""
    OPEN = "open"
    NATIONAL = "national"
    """Members are named, from all over the country."""
    AD_HOC = "ad_hoc"
    """Called together when there is a need."""


@dataclass(frozen=True)
class Network:
    key: NetworkKey
    kind: NetworkKind
    membership: Membership
    name: Name
    aliases: tuple[str, ...]
    """Former names and shorter ones, in either language (D-27)."""
    cadence: Name | None
    """How often it meets, in the words of its plan."""

    @property
    def has_named_members(self) -> bool:
        """Those whose travel to a meeting is paid (TC-2)."""
        return self.membership in (Membership.NAMED, Membership.NAMED_OPEN, Membership.NATIONAL)
