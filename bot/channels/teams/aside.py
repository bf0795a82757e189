"""What is for one person where others read along: said in private, or seen by them alone."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.inbox import Reply
from bot.conversation.links import Link, offer
from bot.conversation.turns import Address
from bot.language.speak import Speech

from . import words
from .connector import Failed
from .draw import Drawing
from .house import House
from .place import CHANNEL, JSON, Place, digest
from .post import Post
from .values import Asked, asking, viewing

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Aside:
    """`public_url` is where people's browsers find the bot's page, if there is one."""

    house: House
    post: Post
    public_url: str = ""

    @property
    def paged(self) -> bool:
        return bool(self.public_url)

    async def __call__(self, place: Place, reply: Reply) -> None:
        """Say a private reply: in the personal chat, or on a card that shows it to them alone."""
        say = Speech(reply.language, self.house.zone)
        drawing = Drawing(say, digest(place.sender.id), paged=self.paged)
        data = viewing(place.turn, drawing.whose)
        await self.given(place, drawing.activity(reply.message), data, say)

    async def given(self, place: Place, activity: JSON, data: JSON, say: Speech) -> None:
        """`data` is what their client asks for where the activity cannot be sent to them."""
        drawing = Drawing(say, digest(place.sender.id))
        told = await self.told(place, activity)
        public = drawing.words(say(words.IN_PRIVATE)) if told else drawing.neutral(data, place.user)
        try:
            await self.post.reply(place, public)
        except Failed as failed:
            log.warning("a reply did not reach Teams: %s", failed)

    async def told(self, place: Place, activity: JSON) -> bool:
        """Whether it could be said in the personal chat; guests often have none."""
        try:
            await self.post.alone(await self.reference(place), activity)
        except Failed as failed:
            log.info("no personal chat: %s", failed)
            return False
        return True

    async def reference(self, place: Place) -> JSON:
        """Where the person can be written to alone. Raises Failed where that is nowhere.

        Teams may have moved to another address since they were heard there: this one is the newest.
        """
        known = await self.house.off_loop(lambda: self.known(place))
        if known is not None:
            return {**known.reference, "serviceUrl": place.service}
        begun = await self.post.begin(place)
        address = Address(CHANNEL, place.sender.private, reference=begun)
        await self.house.off_loop(lambda: self.note(place, address))
        return begun

    def known(self, place: Place) -> Address | None:
        with self.house.ledger.unit() as unit:
            who = unit.people.by_identity(CHANNEL, place.sender.id, place.name).id
            return unit.addresses.newest([who], [CHANNEL]).get(who)

    def note(self, place: Place, address: Address) -> None:
        with self.house.ledger.unit() as unit:
            who = unit.people.by_identity(CHANNEL, place.sender.id, place.name).id
            unit.addresses.note(who, address, self.house.clock.now())
            unit.commit()

    # Links

    async def linked(self, place: Place, asked: Asked, say: Speech) -> JSON | None:
        """A card with a link that opens once; None where the bot has no page."""
        if not self.paged:
            return None
        paper = asked.what == "paper"
        link = Link(place.sender, "paper" if paper else "dialog", asked.about, asked.facts)
        make: Callable[[], str] = lambda: self.offered(link)  # noqa: E731
        secret = await self.house.off_loop(make)
        told = words.paper_link(asked.about.get("title", "")) if paper else words.PAGE_LINK
        url = f"{self.public_url}/once/{secret}"
        return Drawing(say).linked(say(told), say(words.OPEN), url)

    def offered(self, link: Link) -> str:
        with self.house.ledger.unit() as unit:
            secret = offer(unit.links, link, self.house.clock.now())
            unit.commit()
        return secret

    async def handed(self, place: Place, activity: JSON, asked: Asked, say: Speech) -> None:
        """Hand a link over where others read along."""
        await self.given(place, activity, asking(asked, digest(place.sender.id)), say)
