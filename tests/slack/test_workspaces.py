"""Several workspaces install the bot, each with a token that nobody can read in the database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.app import House
from bot.channels.slack.installed import ManyWorkspaces
from bot.channels.slack.web_api import Web, connections
from bot.conversation.installations import Unreadable
from bot.store.installations import INSTALLATIONS
from bot.store.secrets import Secrets
from tests.chat import StillClock
from tests.loops import run

KEY = "a long secret of the one who runs the bot"


def test_a_workspaces_token_is_kept_sealed_and_dropped(house: House) -> None:
    """It is good after a restart, unreadable without the key, and gone when uninstalled."""

    async def scene() -> None:
        async with connections() as session:

            def many(key: str) -> ManyWorkspaces:
                return ManyWorkspaces(
                    lambda token, bot: Web(session, token, bot), house, Secrets(key)
                )

            await many(KEY).keep("T1", "xoxb-first", "U1")
            await many(KEY).keep("T1", "xoxb-second", "U1")
            found = await many(KEY).of("T1")
            assert isinstance(found, Web)
            assert (found.bot, found.headers) == ("U1", {"Authorization": "Bearer xoxb-second"})
            assert await many(KEY).of("T2") is None
            assert await many("another key").of("T1") is None
            await many(KEY).drop("T1")
            assert await many(KEY).of("T1") is None

    run(scene())


def test_the_database_alone_tells_no_token(house: House) -> None:
    """What is kept is not what was given."""

    async def scene() -> None:
        async with connections() as session:
            many = ManyWorkspaces(lambda token, bot: Web(session, token), house, Secrets(KEY))
            await many.keep("T1", "xoxb-secret", "U1")

    run(scene())
    with house.ledger.engine.connect() as connection:
        [kept] = connection.execute(select(INSTALLATIONS.c.token)).scalars()
    assert "xoxb" not in kept


def test_a_secret_is_unsealed_with_its_key_only() -> None:
    """Another key is told from the right one."""
    sealed = Secrets(KEY).seal("quiet")
    assert Secrets(KEY).unseal(sealed) == "quiet"
    with pytest.raises(Unreadable):
        Secrets("another").unseal(sealed)


def test_a_proof_is_good_for_a_while() -> None:
    """An installation that takes longer than ten minutes begins anew."""
    clock, secrets = StillClock(), Secrets(KEY)
    proof = secrets.proof("install", clock.now())
    assert secrets.proved(proof, clock.now() + timedelta(seconds=599), 600)
    assert not secrets.proved(proof, clock.now() + timedelta(seconds=601), 600)
    assert not secrets.proved("made up", clock.now(), 600)
