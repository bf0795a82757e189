"""Where the bot sits: installed and put out, in personal chats, group chats and channels."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.conversation.turns import Address, Greeted, Turn
from bot.language.speak import Speech

from . import words
from .connector import Failed, address
from .draw import Drawing
from .house import House
from .place import CHANNEL, JSON, Place, digest, text
from .post import Post
from .read import Left, Met, Named
from .spoken import entries

log = logging.getLogger(__name__)
LANGUAGES = ("fi", "sv")


@dataclass(frozen=True)
class Rooms:
    house: House
    post: Post
    known: set[str] = field(default_factory=set)
    """Rooms that were entered since the start: those need not be looked up in each turn."""

    async def __call__(self, event: Met | Left | Named) -> None:
        match event:
            case Met(place) if place.shared:
                await self.met(place)
            case Met(place, again=True) if place.person:
                await self.house.off_loop(lambda: self.remember(place))
            case Met(place) if place.person:
                await self.greeted(place)
            case Left(place, rooms) if place.shared:
                self.known.clear()
                await self.house.off_loop(lambda: self.leave(place, rooms))
            case Left(place) if place.person:
                await self.house.off_loop(lambda: self.forget(place))
            case Named(place, room):
                named = {room: place.title}
                await self.house.off_loop(lambda: self.note(place, named))

    async def heard(self, place: Place) -> None:
        """Something was said to the bot in a room, so it sits there."""
        if place.shared and place.room not in self.known:
            await self.entered(place)

    async def greeted(self, place: Place) -> None:
        """Teams tells of one installation twice, so the greeting is one turn a day."""
        now = self.house.clock.now()
        key = f"met {now:%Y-%m-%d}@{digest(place.sender.id)}"
        turn = Turn(key, place.sender, place.address, Greeted(), now)
        reply = await self.house.answer(turn)
        if not reply.again:
            drawing = Drawing(Speech(reply.language, self.house.zone), digest(place.sender.id))
            await self.hello(place, drawing.activity(reply.message))

    async def hello(self, place: Place, activity: JSON) -> None:
        """Said for itself: there is nothing to reply to."""
        try:
            await self.post.reply(replace(place, activity=""), activity)
        except Failed as failed:
            log.warning("a greeting did not reach Teams: %s", failed)

    async def met(self, place: Place) -> None:
        if await self.entered(place):
            told = "\n\n".join(speech(words.HELLO_ROOM) for speech in self.speeches())
            await self.hello(place, Drawing(self.speeches()[0]).words(told))

    async def entered(self, place: Place) -> bool:
        """Whether the room is new. AKE is asked what it is for; the team's others are noted."""
        named = await self.channels(place)
        here = named.pop(place.room, "") or place.title or self.group()
        enter: Callable[[], bool] = lambda: self.house.entrance.enter(place.address, here)  # noqa: E731
        new = await self.house.off_loop(enter)
        await self.house.off_loop(lambda: self.note(place, named))
        self.known.add(place.room)
        return new

    def group(self) -> str:
        """What a group chat is called, which mostly has no name."""
        return " / ".join(speech(words.GROUP) for speech in self.speeches())

    def speeches(self) -> list[Speech]:
        return [Speech(language, self.house.zone) for language in LANGUAGES]

    async def channels(self, place: Place) -> dict[str, str]:
        """The channels of a team, by id; the first one has no name of its own."""
        if not place.team:
            return {}
        url = address(place.service, "v3", "teams", place.team)
        try:
            team = text(await self.post.connector.insist("GET", url), "name")
            listed = await self.post.connector.insist("GET", f"{url}/conversations")
        except Failed as failed:
            log.warning("a team could not be read: %s", failed)
            return {}
        return {
            text(each, "id"): " / ".join(filter(None, [team, text(each, "name")]))
            for each in entries(listed, "conversations")
            if text(each, "id")
        }

    def note(self, place: Place, named: Mapping[str, str]) -> None:
        """Know other channels of a team by name, so that they can be chosen."""
        with self.house.ledger.unit() as unit:
            for room, name in named.items():
                unit.seats.enter(there(place, room), name or room)
            unit.commit()

    def leave(self, place: Place, rooms: tuple[str, ...]) -> None:
        """Some rooms, or all of the team or the chat that it came from."""
        now = self.house.clock.now()
        with self.house.ledger.unit() as unit:
            for seat in unit.seats.addresses(CHANNEL):
                of_team = place.team and seat.reference.get("team") == {"id": place.team}
                all_of_it = not rooms and (of_team or seat.conversation == place.room)
                if seat.conversation in rooms or all_of_it:
                    unit.seats.leave(seat, now)
            unit.commit()

    def remember(self, place: Place) -> None:
        """A person who was greeted before: how to write to them may have changed."""
        with self.house.ledger.unit() as unit:
            who = unit.people.by_identity(CHANNEL, place.sender.id, place.name).id
            unit.addresses.note(who, place.address, self.house.clock.now())
            unit.commit()

    def forget(self, place: Place) -> None:
        with self.house.ledger.unit() as unit:
            who = unit.people.by_identity(CHANNEL, place.sender.id, place.name).id
            unit.addresses.forget(who, place.address)
            unit.commit()


def there(place: Place, room: str) -> Address:
    """Another channel of the same team."""
    return replace(place, conversation=room, kind="channel").address
