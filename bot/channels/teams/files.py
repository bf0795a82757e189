"""Files that people send in a chat, fetched from where Teams has put them."""

from __future__ import annotations

from dataclasses import dataclass

import aiohttp
from yarl import URL

from bot.dialog import Phrase

from . import words
from .connector import Connector, Failed
from .hosts import Hosts
from .spoken import File

LARGEST = 10 * 1024 * 1024
"""Bytes of one file."""
TIMEOUT = aiohttp.ClientTimeout(total=30)


class Unfetched(Exception):
    """A file could not be had. `why` is told to the one who sent it."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why.text)
        self.why = why


@dataclass(frozen=True)
class Fetch:
    connector: Connector
    hosts: Hosts

    async def __call__(self, file: File) -> bytes:
        """The content of a file. Raises Unfetched."""
        if not self.hosts.keeps_files(file.url, ours=file.ours):
            raise Unfetched(words.unfetched(file.name))
        try:
            content = await self.read(file)
        except (aiohttp.ClientError, TimeoutError, Failed):
            raise Unfetched(words.unfetched(file.name)) from None
        if not content:
            raise Unfetched(words.empty(file.name))
        return content

    async def read(self, file: File) -> bytes:
        """Only what Teams itself keeps is asked for with our token."""
        token = await self.connector.tokens.token() if file.ours else ""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        url = URL(file.url, encoded=True)
        async with self.connector.session.get(
            url, headers=headers, timeout=TIMEOUT, allow_redirects=False
        ) as response:
            if response.status != 200:
                raise Failed(str(response.status))
            content = bytearray()
            async for chunk in response.content.iter_chunked(65_536):
                content += chunk
                if len(content) > LARGEST:
                    raise Unfetched(words.too_large(file.name))
            return bytes(content)
