"""Rooms: channels of many readers that the bot sits in, tied to a network or an audience."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .ids import NetworkKey
from .languages import Language
from .notifications import RoomId


@dataclass(frozen=True)
class Room:
    """`network` is None until a coordinator has tied the room to one.

    What is posted is said in each of `languages`, in this order. `off` names the reminders of
    coffee hours that are not posted there (RE-1).
    """

    id: RoomId
    channel: str
    name: str
    network: NetworkKey | None = None
    languages: tuple[Language, ...] = (Language.FI, Language.SV)
    off: frozenset[str] = frozenset()


class Rooms(Protocol):
    """The rooms that the bot sits in now."""

    def all(self) -> tuple[Room, ...]: ...

    def find(self, room: RoomId) -> Room | None:
        """None for a room that the bot has left."""
        ...

    def of(self, network: NetworkKey) -> tuple[Room, ...]:
        """Where what concerns this network or audience is posted."""
        ...

    def save(self, room: Room) -> None:
        """Keep its network, its languages and what is off."""
        ...
