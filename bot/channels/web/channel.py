"""The page as a place where the bot can speak first."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.ports import Pace, Undelivered
from bot.conversation.posts import Post
from bot.conversation.turns import Address
from bot.dialog import Message

from .live import Live
from .page import Page


@dataclass(frozen=True)
class WebChannel:
    """A post is kept with its key, so the page can always tell whether one is there."""

    page: Page
    live: Live
    pace = Pace(a_second=1000, burst=1000, conversation_a_second=1000, conversation_burst=1000)

    async def send(self, to: Address, message: Message, *, language: str, key: str) -> None:
        """Each reader sees it in their own language, not in this one. Raises Undelivered."""
        if to.conversation not in self.page.company.places():
            raise Undelivered("no such place on the page", permanent=True)
        post = Post(to.conversation, key, "", message, self.page.now())
        added = await self.page.house.off_loop(lambda: self.add(post))
        if added is not None:
            self.live.tell(added)

    def add(self, post: Post) -> Post | None:
        with self.page.house.ledger.unit() as unit:
            added = unit.posts.add(post)
            unit.commit()
        return added

    async def has(self, to: Address, key: str) -> bool | None:
        return await self.page.house.off_loop(lambda: self.there(to.conversation, key))

    def there(self, place: str, key: str) -> bool:
        with self.page.house.ledger.unit() as unit:
            return unit.posts.has(place, key)
