"""Who one can be on the page, and the rooms there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.conversation.turns import Address, Input, Sender, Turn
from bot.dialog import Phrase, _

CHANNEL = "web"


@dataclass(frozen=True)
class Persona:
    """An invented person."""

    id: str
    name: str
    about: Phrase

    @property
    def sender(self) -> Sender:
        return Sender(CHANNEL, self.id, self.name)

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split()[:2])

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True)
class Room:
    """Where things are said: one's own conversation with the bot, or a channel of many readers."""

    id: str
    name: Phrase
    private: bool = False


OWN = Room("chat", _("My own conversation"), private=True)


@dataclass(frozen=True)
class Viewer:
    """Somebody in a room."""

    who: Persona
    room: Room

    @property
    def place(self) -> str:
        return place(self.who, self.room)

    @property
    def address(self) -> Address:
        return Address(CHANNEL, self.place, private=self.room.private)

    def turn(self, key: str, given: Input, at: datetime) -> Turn:
        """A turn whose id is this person's own: nobody else can repeat it."""
        return Turn(f"{self.who.id}/{key}", self.who.sender, self.address, given, at)

    def at(self, room: Room) -> Viewer:
        return Viewer(self.who, room)


@dataclass(frozen=True)
class Company:
    """Everybody one can be, and every room."""

    people: tuple[Persona, ...]
    networks: tuple[Room, ...]

    @property
    def rooms(self) -> tuple[Room, ...]:
        return (OWN, *self.networks)

    def viewer(self, asked: Mapping[str, str]) -> Viewer:
        """Who and where, as an address or a cookie says; somebody in any case."""
        who = next((p for p in self.people if p.id == asked.get("who")), self.people[0])
        room = next((r for r in self.rooms if r.id == asked.get("room")), OWN)
        return Viewer(who, room)

    def name(self, author: str) -> str:
        return next((person.name for person in self.people if person.id == author), author)

    def places(self) -> Iterator[str]:
        yield from (place(person, OWN) for person in self.people)
        yield from (room.id for room in self.networks)


def place(who: Persona, room: Room) -> str:
    return who.sender.private if room.private else room.id
