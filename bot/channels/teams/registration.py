"""What the one who runs the bot has registered at Microsoft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from .connector import Anonymous, Tokens
from .login import Login, with_identity, with_password

SERVICE = "https://smba.trafficmanager.net/teams"
"""Where Teams is written to before it has told of another place."""


@dataclass(frozen=True)
class Registration:
    """`app` is empty for a bot that is tried out on one's own machine, and proves nothing.

    With a `password` it is an app of one tenant, without one the identity of the machine.
    """

    app: str = ""
    tenant: str = ""
    password: str = ""
    tenants: frozenset[str] = frozenset()
    """Whose people are answered; all where it is empty."""
    coordinators: str = ""
    """The team whose members carry AKE's work."""
    public_url: str = ""
    service: str = SERVICE

    def tokens(self, now: Callable[[], datetime]) -> Tokens:
        if not self.app:
            return Anonymous()
        if self.password:
            return Login(with_password(self.app, self.tenant, self.password), now)
        return Login(with_identity(self.app), now)
