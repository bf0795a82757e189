"""The hosts that the bot has to do with, and no others: its token must not go astray."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

SERVICES = (
    "smba.trafficmanager.net",
    ".botframework.com",
    ".teams.microsoft.com",
    ".teams.microsoft.us",
)
FILES = (".sharepoint.com", ".sharepoint.us")
"""Where Teams keeps the files of personal chats: their addresses need no token."""


@dataclass(frozen=True)
class Hosts:
    """A name that begins with a dot stands for all that end with it.

    `secure` is left out only where the bot is tried out on one's own machine.
    """

    services: tuple[str, ...] = SERVICES
    files: tuple[str, ...] = FILES
    secure: bool = True

    def serves(self, url: str) -> bool:
        """Whether the Bot Connector speaks from there."""
        return self.among(url, self.services)

    def keeps_files(self, url: str, *, ours: bool) -> bool:
        return self.among(url, self.services if ours else self.files)

    def among(self, url: str, names: tuple[str, ...]) -> bool:
        try:
            parts = urlsplit(url)
            port, host = parts.port, parts.hostname or ""
        except ValueError:
            return False
        if parts.scheme not in (("https",) if self.secure else ("https", "http")):
            return False
        if parts.username or parts.password or (self.secure and port not in (None, 443)):
            return False
        return any(host.endswith(name) if name[0] == "." else host == name for name in names)


LOCAL = Hosts(services=("127.0.0.1", "localhost"), files=("127.0.0.1", "localhost"), secure=False)
"""Of a bot that is tried out on one's own machine."""
