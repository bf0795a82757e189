"""What becomes of an event: turns, and what is said because of them."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from bot.conversation.inbox import Reply
from bot.conversation.mishaps import apology
from bot.conversation.turns import MOST_FILES, Attached, Gave, Input, Moved, Said, Turn
from bot.dialog import Phrase
from bot.language.speak import Recalled, Speech

from . import words
from .aside import Aside
from .connector import Failed
from .draw import CARD, Drawing
from .files import Fetch, Unfetched
from .house import House
from .place import JSON, Place, digest
from .post import Post
from .read import Event, Left, Met, Misread, Named, Searched, Turned, Wanted, mine
from .rooms import Rooms
from .roster import Roster
from .search import found

log = logging.getLogger(__name__)
TEXT = "application/vnd.microsoft.activity.message"


@dataclass(frozen=True)
class Take:
    """Carries an event; what an invoke is answered with, or None."""

    house: House
    post: Post
    fetch: Fetch
    rooms: Rooms
    aside: Aside
    roster: Roster

    async def __call__(self, event: Event) -> JSON | None:
        event = await self.roster.named(event)
        match event:
            case Turned() | Wanted() | Misread() if not event.place.person:
                return await self.word(event, words.STRANGER)
            case Turned():
                return await self.turned(event)
            case Wanted():
                return await self.wanted(event)
            case Misread():
                return await self.word(event, words.GARBLED)
            case Searched():
                return await self.searched(event)
            case Met() | Left() | Named():
                await self.rooms(event)
        return None

    # Turns

    async def turned(self, event: Turned) -> JSON | None:
        if not mine(event):
            return await self.word(event, words.NOT_YOURS)
        try:
            given = await self.with_files(event)
        except Unfetched as unfetched:
            return await self.word(event, unfetched.why)
        await self.rooms.heard(event.place)
        reply = await self.house.answer(self.turn(event.place, given))
        if event.invoked:
            return self.late(reply) if too_late(given, reply) else self.shown(event.place, reply)
        if not reply.again:
            await self.said(event.place, reply)
        return None

    def late(self, reply: Reply) -> JSON:
        """The card stays as it is, with what was said when it was pressed in time."""
        words = " ".join(map(self.speech(reply), reply.message.text))
        return {"statusCode": 200, "type": TEXT, "value": words}

    def turn(self, place: Place, given: Input) -> Turn:
        return Turn(place.turn, place.sender, place.address, given, self.house.clock.now())

    async def with_files(self, event: Turned) -> Input:
        """What was sent, its files kept. Raises Unfetched."""
        if not event.files:
            return event.input
        contents = [(file.name, await self.fetch(file)) for file in event.files[:MOST_FILES]]
        now, sender = self.house.clock.now(), event.place.sender

        def keep() -> tuple[str, ...]:
            with self.house.ledger.unit() as unit:
                who = unit.people.by_identity(sender.channel, sender.id, sender.name).id
                kept = tuple(unit.files.add(who, *each, now) for each in contents)
                unit.commit()
            return kept

        left_out = len(event.files[MOST_FILES:])
        return Attached(await self.house.off_loop(keep), left_out)

    async def said(self, place: Place, reply: Reply) -> None:
        if place.shared and reply.private:
            await self.aside(place, reply)
        else:
            await self.sent(place, self.drawing(place, reply).activity(reply.message))

    async def sent(self, place: Place, activity: JSON) -> None:
        try:
            await self.post.reply(place, activity)
        except Failed as failed:
            log.warning("a reply did not reach Teams: %s", failed)

    def shown(self, place: Place, reply: Reply) -> JSON:
        """The card that takes the place of the one pressed, for the presser and then for all."""
        alone = place.shared and reply.private
        drawing = replace(self.drawing(place, reply), in_place=alone)
        card = drawing.card(reply.message)
        if not alone and not reply.still:
            self.post.replace_later(place, drawing.framed(reply.message, card))
        return {"statusCode": 200, "type": CARD, "value": card}

    def drawing(self, place: Place, reply: Reply) -> Drawing:
        return Drawing(self.speech(reply), digest(place.sender.id), paged=self.aside.paged)

    def speech(self, reply: Reply) -> Speech:
        return Recalled(reply.language, self.house.zone)

    # Beside the dialog

    async def wanted(self, event: Wanted) -> JSON | None:
        if not mine(event):
            return await self.word(event, words.NOT_YOURS)
        if event.asked.what == "view":
            return await self.viewed(event)
        return await self.linked(event)

    async def viewed(self, event: Wanted) -> JSON | None:
        """Somebody's own view of a card that shows others nothing."""
        turn = replace(self.turn(event.place, Said("")), id=event.asked.about.get("turn", ""))
        reply = None
        if event.place.had(turn.id):
            reply = await self.house.off_loop(lambda: self.house.inbox.recall(turn))
        if reply is None:
            return await self.word(event, words.NOT_HERE_ANY_MORE)
        return self.shown(event.place, replace(reply, private=True))

    async def linked(self, event: Wanted) -> JSON | None:
        """A link to a paper or to the page, for one person."""
        place = event.place
        say = await self.language(place)
        activity = await self.aside.linked(place, event.asked, say)
        if activity is None:
            return await self.word(event, words.NO_PAGE)
        if event.invoked:
            card = activity["attachments"][0]["content"]
            return {"statusCode": 200, "type": CARD, "value": card}
        if place.shared:
            await self.aside.handed(place, activity, event.asked, say)
        else:
            await self.sent(place, activity)
        return None

    async def searched(self, event: Searched) -> JSON:
        turn = self.turn(event.place, Said(""))
        inbox = self.house.inbox
        options, language = await self.house.off_loop(lambda: inbox.choices(turn, event.name))
        say = Speech(language, self.house.zone)
        results = found(options, event.words, say)[: event.most]
        return {
            "statusCode": 200,
            "type": "application/vnd.microsoft.search.searchResponse",
            "value": {"results": results},
        }

    async def word(self, event: Turned | Wanted | Misread, phrase: Phrase) -> JSON | None:
        """One sentence, and nothing changes."""
        say = await self.language(event.place)
        if event.invoked:
            return {"statusCode": 200, "type": TEXT, "value": say(phrase)}
        await self.sent(event.place, Drawing(say).words(say(phrase)))
        return None

    async def sorry(self, event: Event, error: Exception) -> JSON | None:
        """A bug, noted, and a kind word where somebody waits for one."""
        message = apology(error)
        if isinstance(event, Turned | Wanted | Misread):
            return await self.word(event, message.text[0])
        return None

    async def language(self, place: Place) -> Speech:
        """For a word of the channel's own."""
        turn = self.turn(place, Said(""))
        reply = await self.house.off_loop(lambda: self.house.inbox.present(turn))
        return self.speech(reply)


def too_late(given: Input, reply: Reply) -> bool:
    """Whether what was pressed belongs to a dialog that is over."""
    return isinstance(given, Gave | Moved) and reply.still and reply.message.form is None
