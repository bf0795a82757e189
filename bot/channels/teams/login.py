"""The token that the bot writes to Teams with: one login, kept, renewed before it ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import msal
import requests

from .connector import Failed

AUTHORITY = "https://login.microsoftonline.com"
RESOURCE = "https://api.botframework.com"
AHEAD = timedelta(minutes=15)
"""So long before its end a token is renewed, while the old one is still used."""
LAST = timedelta(minutes=1)
TIMEOUT = 10
log = logging.getLogger(__name__)

Answer = dict[str, Any]
Ask = Callable[[], Answer]
"""Asks for a token, however long it takes; the answer as MSAL gives it. Raises OSError."""


class NoLogin(Failed):
    """Microsoft does not let the bot in. `wrong` where it is because of the settings."""

    def __init__(self, why: str, *, wrong: bool) -> None:
        super().__init__(why)
        self.wrong = wrong


def with_password(app: str, tenant: str, password: str, http: Any = None) -> Ask:  # noqa: ANN401
    """For an app registration of one tenant."""
    made: list[Any] = []

    def ask() -> Answer:
        if not made:  # finding the tenant is a request too, so it waits until it is time
            made.append(
                msal.ConfidentialClientApplication(
                    app,
                    client_credential=password,
                    authority=f"{AUTHORITY}/{tenant}",
                    http_client=http,
                    timeout=TIMEOUT,
                )
            )
        found: Answer = made[0].acquire_token_for_client([f"{RESOURCE}/.default"])
        return found

    return ask


def with_identity(app: str, http: Any = None) -> Ask:  # noqa: ANN401
    """For a managed identity of the machine that the bot runs on."""
    who = msal.UserAssignedManagedIdentity(client_id=app)
    client = msal.ManagedIdentityClient(who, http_client=http or requests.Session())

    def ask() -> Answer:
        found: Answer = client.acquire_token_for_client(resource=RESOURCE)
        return found

    return ask


@dataclass
class Login:
    """Hands out the token. Asking for a new one never holds up the loop."""

    ask: Ask
    now: Callable[[], datetime]
    kept: str = ""
    ends: datetime | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    renewing: asyncio.Task[None] | None = None

    async def token(self) -> str:
        """Raises NoLogin."""
        left = None if self.ends is None else self.ends - self.now()
        if left is None or left < LAST:
            async with self.lock:
                if self.ends is None or self.ends - self.now() < LAST:
                    await self.renew()
        elif left < AHEAD and (self.renewing is None or self.renewing.done()):
            self.renewing = asyncio.create_task(self.renew_ahead())
        return self.kept

    async def renew(self) -> None:
        """Raises NoLogin."""
        asked_at = self.now()
        try:
            answer = await asyncio.to_thread(self.ask)
        except (OSError, ValueError, KeyError, msal.exceptions.MsalError) as error:
            # MSAL says ValueError where a tenant is not found, and where its answer is not JSON.
            raise NoLogin(type(error).__name__, wrong=isinstance(error, ValueError)) from None
        if "access_token" not in answer:
            why = str(answer.get("error_description") or answer.get("error") or "no token")
            raise NoLogin(why.splitlines()[0][:300], wrong=True)
        self.kept = answer["access_token"]
        self.ends = asked_at + timedelta(seconds=int(answer["expires_in"]))

    async def renew_ahead(self) -> None:
        try:
            await self.renew()
        except NoLogin as error:
            log.warning("the login at Microsoft was not renewed yet: %s", error)

    def forget(self) -> None:
        """The token was refused: the next one is asked for anew."""
        self.ends = None
