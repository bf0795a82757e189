"""Not faster than a channel bears: its own pace, and the rests that it asked for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.conversation.ports import Pace
from bot.conversation.turns import Address

LONG_AGO = datetime.min.replace(tzinfo=UTC)
Place = tuple[str, float, int]
"""A channel, or a conversation in one; how many a second it bears, and how many at once."""


class Paces:
    """When the next message may go, in each channel and in each conversation.

    Every replica keeps its own: what two of them send too fast together the channel
    refuses, and then they rest.
    """

    def __init__(self) -> None:
        self.even: dict[str, datetime] = {}
        """When the next message would go if all went evenly."""
        self.resting: dict[str, datetime] = {}
        self.promised: dict[str, datetime] = {}
        """When the last of those that were told to come again comes."""
        self.latest = LONG_AGO

    def wait(self, pace: Pace, to: Address, now: datetime) -> datetime | None:
        """Take a place where there is one now; else say when to come again."""
        self.notice(now)
        places = parts(pace, to)
        if all(self.opens(place) <= now for place in places):
            for name, a_second, _burst in places:
                evenly = max(self.even.get(name, now), now)
                self.even[name] = evenly + timedelta(seconds=1 / a_second)
            return None
        return max(self.promise(place) for place in places if self.opens(place) > now)

    def notice(self, now: datetime) -> None:
        """Where the clock is set back, as on the page that tries out a day, all begins anew."""
        if now < self.latest:
            for times in (self.even, self.resting, self.promised):
                times.clear()
        self.latest = now

    def opens(self, place: Place) -> datetime:
        name, a_second, burst = place
        # Half a place early: whoever came a little late must not push back all that follow.
        early = timedelta(seconds=(burst - 0.5) / a_second)
        even = self.even.get(name)
        return max(LONG_AGO if even is None else even - early, self.resting.get(name, LONG_AGO))

    def promise(self, place: Place) -> datetime:
        """A moment of its own for each: if all came at once, all but one would come in vain."""
        name, a_second, _burst = place
        after_the_last = self.promised.get(name, LONG_AGO) + timedelta(seconds=1 / a_second)
        self.promised[name] = max(self.opens(place), after_the_last)
        return self.promised[name]

    def rest(self, to: Address, until: datetime, *, whole: bool) -> None:
        """Send nothing more there until then."""
        self.resting[to.channel if whole else conversation(to)] = until

    def forget(self, now: datetime) -> None:
        """What lies behind matters no more."""
        for times in (self.even, self.resting, self.promised):
            for name in [name for name, at in times.items() if at <= now]:
                del times[name]


def parts(pace: Pace, to: Address) -> tuple[Place, Place]:
    return (
        (to.channel, pace.a_second, pace.burst),
        (conversation(to), pace.conversation_a_second, pace.conversation_burst),
    )


def conversation(to: Address) -> str:
    return f"{to.channel} {to.conversation}"
