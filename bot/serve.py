"""Answering by HTTP until told to stop."""

from __future__ import annotations

import gc
import socket
import sys
from collections.abc import Callable

import uvicorn

from bot.app import Opening, build, web_app
from bot.local_page import open_page
from bot.settings import LOOPBACK, Settings

SOON = 0.002
"""Seconds; Python's own 0.005 let doors wait while the workers reckoned."""

GRACE = 5
"""Seconds that those being answered have left when the bot is told to stop."""


class CannotServe(Exception):
    """The address cannot be served; the text says what to do."""


class Server(uvicorn.Server):
    """Tells when it can be reached, and lets go of open pages before it waits for anybody."""

    def __init__(
        self, config: uvicorn.Config, ready: Callable[[], None], stop: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self.ready, self.stop = ready, stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            settle_down()
            self.ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.stop()
        await super().shutdown(sockets)


def settle_down() -> None:
    """What is built stays to the end: to look for garbage in it costs a third of the time.

    And the doors' loop gets its turn soon while a worker reckons.
    """
    sys.setswitchinterval(SOON)
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def serve(settings: Settings, say: Callable[[str], None]) -> int:
    """Raises CannotServe, and whatever keeps the house from being built."""
    page_on = not settings.elsewhere
    if page_on and settings.host not in LOOPBACK:
        raise CannotServe(
            "AKE_HOST: the local page is for this machine only, so the address must be 127.0.0.1."
        )
    with bound(settings) as listening:
        page = open_page(settings) if page_on else None
        house = page.house if page else build(settings)
        app = web_app(house, page.door.app() if page else None, doors(settings))
        config = uvicorn.Config(
            app,
            access_log=False,
            log_config=None,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=GRACE,
        )
        let_go = page.live.close if page else lambda: None
        Server(config, lambda: say(f"The bot is at {settings.here}/"), let_go).run([listening])
    return 0


def doors(settings: Settings) -> list[Opening]:
    """Those that are set up; what they need is imported only then. Raises SettingsError."""
    found: list[Opening] = []
    if settings.uses("teams"):
        from bot.teams import teams_door  # noqa: PLC0415 (heavy, and most do without)

        found.append(teams_door(settings))
    if settings.uses("slack"):
        from bot.slack import checked, slack_open  # noqa: PLC0415 (as above)

        checked(settings)
        found.append(slack_open)
    return found


def bound(settings: Settings) -> socket.socket:
    """The address, taken before anything slow begins; nobody is heard there yet."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    taken = socket.socket(family)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((settings.host, settings.port))
    except OSError as error:
        taken.close()
        raise CannotServe(
            f"AKE_PORT: {settings.host}:{settings.port} cannot be used ({error.strerror}). "
            "Is the bot running already? Another port can be set."
        ) from None
    return taken
