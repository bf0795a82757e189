from __future__ import annotations

import asyncio
import json
import threading
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.teams.login import Login, NoLogin, with_identity, with_password
from tests.chat import StillClock
from tests.loops import run


class Microsoft:
    """Answers like login.microsoftonline.com, and like the identity of a machine in Azure."""

    def __init__(self, answer: dict[str, Any] | None = None, status: int = 200) -> None:
        self.told = answer or {"token_type": "Bearer", "expires_in": 3600}
        self.status = status
        self.asked: Counter[str] = Counter()
        self.threads: set[str] = set()
        self.out = False

    def get(self, url: str, **_more: object) -> Microsoft.Response:
        return self.answer(url)

    def post(self, url: str, **_more: object) -> Microsoft.Response:
        return self.answer(url)

    def close(self) -> None:
        pass

    def answer(self, url: str) -> Microsoft.Response:
        if self.out:
            raise ConnectionError("no network")
        self.threads.add(threading.current_thread().name)
        self.asked["token" if url.endswith("/token") else "place"] += 1
        if "openid-configuration" in url:
            base = "https://login.microsoftonline.com/tenant/oauth2/v2.0"
            places = {
                "authorization_endpoint": f"{base}/authorize",
                "token_endpoint": f"{base}/token",
            }
            issuer = "https://login.microsoftonline.com/tenant/v2.0"
            return self.Response(200, {**places, "issuer": issuer})
        told = {"access_token": f"token {sum(self.asked.values())}", **self.told}
        if "discovery/instance" in url:
            told = {"tenant_discovery_endpoint": "https://login.microsoftonline.com/tenant"}
            return self.Response(200, {**told, "metadata": []})
        if not url.endswith("/token") or self.status == 200:
            return self.Response(200, told)
        return self.Response(self.status, self.told)

    class Response:
        def __init__(self, status: int, body: dict[str, Any]) -> None:
            self.status_code, self.text = status, json.dumps(body)
            self.headers = {"content-type": "application/json"}

        def raise_for_status(self) -> None:
            if self.status_code >= 400:
                raise ConnectionError(str(self.status_code))


@pytest.fixture
def microsoft() -> Microsoft:
    return Microsoft()


@pytest.fixture
def login(microsoft: Microsoft, clock: StillClock) -> Login:
    return Login(with_password("app", "tenant", "secret", microsoft), clock.now)


def test_one_login_serves_all_turns(login: Login, microsoft: Microsoft) -> None:
    """A hundred turns at once ask Microsoft for one token, in another thread than the loop's."""

    async def once() -> None:
        found = await asyncio.gather(*(login.token() for _turn in range(100)))
        assert len(set(found)) == 1

    run(once())
    assert microsoft.asked["token"] == 1
    assert all("asyncio" in name for name in microsoft.threads)


def test_a_token_is_renewed_before_it_ends(
    login: Login, microsoft: Microsoft, clock: StillClock
) -> None:
    """Near its end the old token still serves while a new one is fetched beside the turn."""

    async def once() -> None:
        first = await login.token()
        clock.moves(minutes=50)
        login.ask = lambda: {"access_token": "new", "expires_in": 3600}
        assert await login.token() == first
        assert login.renewing is not None
        await login.renewing
        assert await login.token() == "new"

    run(once())
    assert microsoft.asked["token"] == 1


def test_a_renewal_that_fails_leaves_the_old_token(login: Login, clock: StillClock) -> None:
    """Where Microsoft is out of reach near the end, the token serves on as long as it is good."""

    async def once() -> None:
        first = await login.token()
        clock.moves(minutes=50)

        def out() -> dict[str, Any]:
            raise ConnectionError

        login.ask = out
        assert await login.token() == first
        assert login.renewing is not None
        await login.renewing
        assert await login.token() == first
        clock.moves(minutes=10)
        with pytest.raises(NoLogin) as failed:
            await login.token()
        assert not failed.value.wrong

    run(once())


def test_a_forgotten_token_is_asked_for_anew(login: Login) -> None:
    """When Teams refuses a token, the next one is another."""

    async def once() -> None:
        await login.token()
        login.ask = lambda: {"access_token": "new", "expires_in": 3600}
        login.forget()
        assert await login.token() == "new"

    run(once())


def test_a_wrong_secret_is_told_as_wrong(clock: StillClock) -> None:
    """What Microsoft says of a wrong registration is told in one line, and never as a crash."""
    refused = {
        "error": "invalid_client",
        "error_description": "AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 1",
    }
    asks = with_password("app", "tenant", "wrong", Microsoft(refused, 401))
    with pytest.raises(NoLogin, match="AADSTS7000215") as failed:
        run(Login(asks, clock.now).token())
    assert failed.value.wrong
    assert "\n" not in str(failed.value)


def test_no_network_is_not_a_wrong_secret(clock: StillClock, microsoft: Microsoft) -> None:
    """Out of reach is told apart from refused: the start is stopped only by the latter."""
    microsoft.out = True
    with pytest.raises(NoLogin) as failed:
        run(Login(with_password("app", "tenant", "secret", microsoft), clock.now).token())
    assert not failed.value.wrong


def test_a_machines_identity_needs_no_secret(clock: StillClock) -> None:
    """On a machine in Azure, the machine itself is asked."""
    ends = int((clock.now() + timedelta(hours=1)).timestamp())
    machine = Microsoft({"token_type": "Bearer", "expires_in": "3600", "expires_on": str(ends)})
    login = Login(with_identity("app", machine), clock.now)
    assert run(login.token()).startswith("token")
    assert machine.asked["token"] == 1
