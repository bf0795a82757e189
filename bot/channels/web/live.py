"""Who is looking at the page now, and is told of each new post."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from bot.conversation.posts import Post

BREATH = 15.0
"""Seconds after which a silent line is used, so that a broken one is noticed."""
WAITING = 200
"""Posts that one listener may have waiting; a line that is stuck longer is let go."""


class Live:
    """Lives on the event loop, and is only spoken to from there."""

    def __init__(self) -> None:
        self.lines: set[asyncio.Queue[Post | None]] = set()
        self.closed = False

    def tell(self, *posts: Post) -> None:
        for line in [*self.lines]:
            for post in posts:
                self.put(line, post)

    def put(self, line: asyncio.Queue[Post | None], post: Post | None) -> None:
        try:
            line.put_nowait(post)
        except asyncio.QueueFull:
            self.lines.discard(line)

    def close(self) -> None:
        """Let everybody go: no server stops while a line is open."""
        self.closed = True
        for line in [*self.lines]:
            self.put(line, None)

    @contextmanager
    def line(self) -> Iterator[asyncio.Queue[Post | None]]:
        line: asyncio.Queue[Post | None] = asyncio.Queue(WAITING)
        self.lines.add(line)
        try:
            yield line
        finally:
            self.lines.discard(line)

    async def listen(self, line: asyncio.Queue[Post | None]) -> AsyncIterator[Post | None]:
        """Each new post, and None for every breath without one. Ends when the line is let go."""
        while not self.closed and line in self.lines:
            try:
                async with asyncio.timeout(BREATH):
                    post = await line.get()
            except TimeoutError:
                yield None
                continue
            if post is None:
                return
            yield post
