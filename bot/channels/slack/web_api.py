"""One workspace's Web API over HTTP.

Slack's own client tries a post anew whose connection broke, which may say it twice, and makes
a connection for each call; a call is a JSON post, so it is made here.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

import aiohttp
import orjson

from .workspace import JSON, TAKEN_BACK, Refused, Unreached

API = "https://slack.com/api/"
TIMEOUT = aiohttp.ClientTimeout(total=25)
TRIES = 3
"""How often Slack is asked again when it asks to wait."""
WRITES = ("chat.", "views.", "conversations.open", "files.complete")
"""What takes its arguments as JSON; the rest takes a form."""
FILES = "files.slack.com"
CHUNK = 65_536

Rest = Callable[[float], Awaitable[object]]


def connections() -> aiohttp.ClientSession:
    """To be made in the loop, one for all workspaces, and closed at the end.

    Told to look for a proxy, aiohttp looks anew for each call, in threads of its own.
    """
    return aiohttp.ClientSession(
        timeout=TIMEOUT,
        trust_env=bool(getproxies()),
        cookie_jar=aiohttp.DummyCookieJar(),
        json_serialize_bytes=orjson.dumps,
    )


class Web:
    def __init__(
        self,
        session: aiohttp.ClientSession,
        token: str,
        bot: str = "",
        api: str = API,
        rest: Rest = asyncio.sleep,
    ) -> None:
        self.session, self.bot, self.api, self.rest = session, bot, api, rest
        self.headers = {"Authorization": f"Bearer {token}"}
        self.good = True

    async def call(self, method: str, arguments: JSON, *, patient: bool = False) -> JSON:
        for _try in range(TRIES if patient else 0):
            try:
                return await self.asked(method, arguments)
            except Refused as refused:
                if refused.after is None:
                    raise
                await self.rest(refused.after)
        return await self.asked(method, arguments)

    async def asked(self, method: str, arguments: JSON) -> JSON:
        sent: JSON = {"json": arguments} if method.startswith(WRITES) else {"data": flat(arguments)}
        try:
            async with self.session.post(
                f"{self.api}{method}", headers=self.headers, **sent
            ) as response:
                if response.status >= 500:
                    raise Unreached(str(response.status))
                answer = json.loads(await response.read() or b"null")
                after = response.headers.get("Retry-After")
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise Unreached(type(error).__name__) from error
        if not isinstance(answer, dict) or not answer.get("ok"):
            raise self.refused(answer, after)
        return answer

    def refused(self, answer: Any, after: str | None) -> Refused:  # noqa: ANN401 (any JSON)
        why = str(answer.get("error")) if isinstance(answer, dict) else "no answer"
        self.good = self.good and why not in TAKEN_BACK
        return Refused(why, float(after) if after and after.isdecimal() else None)

    async def fetch(self, url: str, most: int) -> bytes:
        """The token goes to Slack alone, whatever address a file is said to have."""
        if urlsplit(url).hostname not in (FILES, urlsplit(self.api).hostname):
            raise Refused("foreign_file")
        try:
            async with self.session.get(url, headers=self.headers) as response:
                if response.status != 200:
                    raise Refused(str(response.status))
                content = bytearray()
                async for chunk in response.content.iter_chunked(CHUNK):
                    content += chunk
                    if len(content) > most:
                        break
                return bytes(content)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unreached(type(error).__name__) from error

    async def upload(self, channel: str, name: str, title: str, content: bytes) -> None:
        """Slack takes a file in three steps: where to, the content, and who may see it."""
        asked = {"filename": name, "length": len(content)}
        given = await self.call("files.getUploadURLExternal", asked, patient=True)
        try:
            async with self.session.post(given["upload_url"], data=content) as response:
                if response.status != 200:
                    raise Refused(str(response.status))
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unreached(type(error).__name__) from error
        files = [{"id": given["file_id"], "title": title}]
        done = {"files": files, "channel_id": channel}
        await self.call("files.completeUploadExternal", done, patient=True)


def flat(arguments: JSON) -> dict[str, str]:
    """As a form carries them."""
    return {name: word(value) for name, value in arguments.items()}


def word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
