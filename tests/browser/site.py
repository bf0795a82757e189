"""The page on a port of its own, as a browser finds it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page
from starlette.applications import Starlette

from bot.app import web_app
from bot.local_page import LocalPage


@dataclass(frozen=True)
class Site:
    local: LocalPage
    address: str

    def at(self, who: str = "aino", room: str = "chat") -> str:
        return f"{self.address}/?who={who}&room={room}#now"


@contextmanager
def served(local: LocalPage) -> Iterator[Site]:
    with running(web_app(local.house, local.door.app()), local.live.close) as address:
        yield Site(local, address)


@contextmanager
def running(app: Starlette, stop: Callable[[], None] = lambda: None) -> Iterator[str]:
    """Where the app answers; `stop` is done before it stops."""
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # a browser quicker than the server waits
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            stop()
            thread.join(10)


@contextmanager
def tab(browser: Browser, **how: object) -> Iterator[Page]:
    """A tab of someone in Finland; whatever the page complains of breaks the test."""
    context: BrowserContext = browser.new_context(
        locale="fi-FI",
        timezone_id="Europe/Helsinki",
        **how,  # type: ignore[arg-type]
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        yield page
        assert complaints == []
    finally:
        context.close()
