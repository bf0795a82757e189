"""What an open page is told while it is open, as server-sent events."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass

from bot.conversation.posts import Post
from bot.language.speak import Speech

from . import words
from .draw import Drawing
from .live import Live
from .page import Look, Page
from .people import Viewer


@dataclass(frozen=True)
class Stream:
    page: Page
    drawing: Drawing
    live: Live

    async def lines(self, viewer: Viewer, last: int) -> AsyncGenerator[str, None]:
        """`last` is the newest post that the page has; what came since is told first."""
        with self.live.line() as line:
            yield "retry: 2000\n\n"
            missed = await self.page.house.off_loop(lambda: self.page.since(viewer, last))
            for post in missed:
                yield await self.news(viewer, post)
                last = post.id
            async for fresh in self.live.listen(line):
                if fresh is None:
                    yield ":\n\n"
                elif fresh.place != viewer.place or fresh.id > last:
                    yield await self.news(viewer, fresh)

    async def news(self, viewer: Viewer, post: Post) -> str:
        look = await self.page.house.off_loop(lambda: self.page.glance(viewer, post))
        marks = event("unread", json.dumps(self.marks(look)))
        if post.place != viewer.place:
            return marks
        if post.key.startswith(f"{viewer.who.id}/"):
            return event("moved", "", post.id) + marks
        return event("post", self.drawing.article(look), post.id) + marks

    def marks(self, look: Look) -> dict[str, tuple[int, str]]:
        say = Speech(look.language, self.drawing.zone)
        return {place: (count, say(words.unread(count))) for place, count in look.unread.items()}


def event(name: str, data: str, key: int | None = None) -> str:
    """One event; a line break in its data begins a new data line."""
    lines = [f"event: {name}", *(f"data: {line}" for line in data.splitlines() or [""])]
    return "\n".join([*lines, *([f"id: {key}"] if key is not None else [])]) + "\n\n"
