"""One letter out of the house, or one question about a letter, and what came of it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.conversation.letters import Letter, Ready, Settled, State
from bot.conversation.ports import Channel, Clock, Undelivered
from bot.domain.notifications import Doubt, Why

from .backoff import MOST_TRIES, backoff
from .pace import Paces

log = logging.getLogger(__name__)

TIMEOUT = 30.0
"""Seconds that a channel may take to send or to answer."""

SOON = timedelta(seconds=10)
"""How long after a broken line the channel is asked: it may still be writing."""


@dataclass(frozen=True)
class Sender:
    """Sends through one channel. Never raises: whatever happens, a letter has a fate."""

    channel: Channel
    paces: Paces
    clock: Clock
    timeout: float = TIMEOUT

    async def __call__(self, ready: Ready) -> Settled:
        if ready.letter.in_doubt:
            return await self.asked(ready)
        again = self.paces.wait(self.channel.pace, ready.to, self.clock.now())
        if again is not None:
            return later(ready.letter, again, tries=ready.letter.tries - 1)
        return await self.sent(ready)

    async def sent(self, ready: Ready) -> Settled:
        letter, key = ready.letter, ready.letter.notification.key
        try:
            async with asyncio.timeout(self.timeout):
                await self.channel.send(ready.to, ready.message, language=ready.language, key=key)
        except Undelivered as undelivered:
            return self.refused(ready, undelivered)
        except Exception as error:  # noqa: BLE001 (a broken line has many names, a bug any)
            tell("perhaps sent", letter, error)
            return Settled(letter, State.SENDING, self.clock.now() + SOON)
        return Settled(letter, State.SENT, self.clock.now())

    def refused(self, ready: Ready, undelivered: Undelivered) -> Settled:
        letter, now = ready.letter, self.clock.now()
        tell("not sent", letter, undelivered)
        if undelivered.permanent:
            return Settled(letter, State.FAILED, now, Why.GONE)
        if letter.tries >= MOST_TRIES:
            return Settled(letter, State.FAILED, now, Why.UNREACHABLE)
        wait = backoff(letter.notification.key, letter.tries)
        if undelivered.after is not None:
            until = now + timedelta(seconds=undelivered.after)
            self.paces.rest(ready.to, until, whole=undelivered.whole)
            wait = timedelta(seconds=undelivered.after)
        return later(letter, now + wait, tries=letter.tries)

    async def asked(self, ready: Ready) -> Settled:
        """Whether a letter that somebody may have sent has arrived."""
        letter = ready.letter
        try:
            async with asyncio.timeout(self.timeout):
                there = await self.channel.has(ready.to, letter.notification.key)
        except Undelivered as undelivered:
            if undelivered.permanent:
                return Settled(letter, State.UNKNOWN, self.clock.now(), Why.UNSURE)
            return self.ask_later(letter, undelivered)
        except Exception as error:  # noqa: BLE001 (as above)
            return self.ask_later(letter, error)
        return doubted(letter, there, self.clock.now())

    def ask_later(self, letter: Letter, error: Exception) -> Settled:
        tell("not answered", letter, error)
        if letter.tries >= MOST_TRIES:
            return Settled(letter, State.UNKNOWN, self.clock.now(), Why.UNSURE)
        wait = backoff(letter.notification.key, letter.tries)
        return Settled(letter, State.SENDING, self.clock.now() + wait)


def doubted(letter: Letter, there: bool | None, now: datetime) -> Settled:
    """What becomes of a letter in doubt, by the channel's word or else by its own rule."""
    if there:
        return Settled(letter, State.SENT, now)
    if there is None and (letter.notification.doubt is Doubt.ASK or letter.doubts):
        return Settled(letter, State.UNKNOWN, now, Why.UNSURE)
    doubts = letter.doubts if there is False else letter.doubts + 1
    return Settled(letter, State.WAITING, now, tries=letter.tries, doubts=doubts)


def later(letter: Letter, due: datetime, *, tries: int) -> Settled:
    return Settled(letter, State.WAITING, due, tries=tries, doubts=letter.doubts)


def tell(what: str, letter: Letter, error: Exception) -> None:
    """For the log: which kind of letter and what went wrong, never to whom or what it says."""
    why = str(error) if isinstance(error, Undelivered) else type(error).__name__
    log.warning("%s: letter %s, %s (%s)", what, letter.id, letter.notification.opens, why)
