"""What the bot posts by itself: through the outbox into channels, once, also after a crash."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy import select, update

from bot.app import House
from bot.channels.slack.read import room
from bot.conversation.notices import Notices
from bot.dialog import Dialog, Message, Text, as_is, say
from bot.domain.notifications import Notification, RoomId, ToRoom
from bot.outbox.deliver import Deliverer
from bot.outbox.mailroom import LEASE, Mailroom
from bot.store.notifications import NOTIFICATIONS
from tests.chat import Chat, StillClock
from tests.houses import COORDINATOR

from .web_api import Refusal
from .world import World, play


class RemindRoom(Dialog, name="remind", private=False):
    """Speaks to all who read a channel."""

    title = as_is("Muistutus")
    what = Text(as_is("Mistä?"))

    def submit(self) -> Message:
        return say(as_is(f"Muistathan: {self.what}"))


SAID = "Muistathan: kahvit\nMuistathan: kahvit"
"""In both of the channel's languages."""


@dataclass(frozen=True)
class Office:
    """An outbox that writes to a channel of a workspace."""

    w: World
    channel: str
    room: RoomId

    @classmethod
    def at(cls, w: World, *, bot: bool = True) -> Office:
        channel = w.workspace.channel("digi", bot=bot)
        there = room(w.workspace.id, channel)
        with w.house.ledger.unit() as unit:
            entered = RoomId(str(unit.seats.enter(there, "digi")))
            unit.commit()
        return cls(w, channel, entered)

    def plans(self, key: str) -> None:
        planned = Notification(
            key, ToRoom(self.room), self.w.house.clock.now(), "remind", {"what": "kahvit"}
        )
        with self.w.house.ledger.unit() as unit:
            unit.notifications.plan(planned)
            unit.commit()

    async def delivers(self) -> None:
        """As a process does that has just been started."""
        house, channels = self.w.house, {"slack": self.w.channel}
        notices = Notices({**house.inbox.catalogue, "remind": RemindRoom})
        mailroom = Mailroom(house.ledger, notices, house.region, house.clock, channels)
        await Deliverer(mailroom, channels, house.clock, house.workers).deliver()

    def posts(self) -> list[str]:
        return [m.text for m in self.w.workspace.messages if m.channel == self.channel]

    def states(self) -> list[str]:
        with self.w.house.ledger.engine.connect() as connection:
            return list(connection.execute(select(NOTIFICATIONS.c.state)).scalars())


@pytest.mark.parametrize("posted", [True, False], ids=["after the post", "before it"])
def test_a_process_that_died_while_it_posted(house: House, clock: StillClock, posted: bool) -> None:
    """The next one asks the channel for the key: the post is there once."""

    async def scene(w: World) -> None:
        office = Office.at(w)
        office.plans("coffee/1")
        if posted:
            await office.delivers()
        with house.ledger.engine.begin() as connection:
            left = update(NOTIFICATIONS).values(state="sending", settled_at=None, tries=1)
            connection.execute(left.values(holder="dead", leased_until=clock.now()))
        clock.at += LEASE
        await office.delivers()
        assert office.posts() == [SAID]
        assert office.states() == ["sent"]

    play(house, scene)


def test_a_post_that_slack_would_not_take_yet(house: House, clock: StillClock) -> None:
    """It goes after the time that Slack asks for, and not before."""

    async def scene(w: World) -> None:
        office = Office.at(w)
        office.plans("coffee/1")
        w.slack.api.refuse("chat.postMessage", Refusal(after=30))
        await office.delivers()
        clock.moves(seconds=20)
        await office.delivers()
        assert office.posts() == []
        clock.moves(seconds=20)
        await office.delivers()
        assert office.posts() == [SAID]

    play(house, scene)


def test_a_channel_takes_one_post_a_second(house: House, clock: StillClock) -> None:
    """The second of two waits; nothing of it is lost."""

    async def scene(w: World) -> None:
        office = Office.at(w)
        office.plans("coffee/1")
        office.plans("coffee/2")
        await office.delivers()
        assert len(office.posts()) == 1
        clock.moves(seconds=2)
        await office.delivers()
        assert len(office.posts()) == 2

    play(house, scene)


def test_a_channel_that_the_bot_has_left_is_told_to_the_coordinator(sqlite_house: House) -> None:
    """It is not tried for ever: who carries AKE's work sees what did not arrive, and why."""

    async def scene(w: World) -> None:
        carita = Chat(sqlite_house, COORDINATOR)
        carita.says("hei")
        office = Office.at(w, bot=False)
        office.plans("coffee/1")
        await office.delivers()
        assert office.states()[0] == "failed"
        assert "digi" in carita.opens("undelivered")

    play(sqlite_house, scene)
