"""Not faster than a channel bears: its own pace, and the rests that it asked for."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.conversation.ports import Pace
from bot.conversation.turns import Address

LONG_AGO = 0.0
Place = tuple[str, float, float]
"""A channel, or a conversation in one; the seconds between two messages there, and how many
seconds too early one may go where none went for a while."""


class Paces:
    """When the next message may go, in each channel and in each conversation.

    Every replica keeps its own: what two of them send too fast together the channel
    refuses, and then they rest. Times are seconds since 1970: this runs for every letter.
    """

    def __init__(self) -> None:
        self.even: dict[str, float] = {}
        """When the next message would go if all went evenly."""
        self.resting: dict[str, float] = {}
        self.promised: dict[str, float] = {}
        """When the last of those that were told to come again comes."""
        self.latest = LONG_AGO

    def wait(self, pace: Pace, to: Address, moment: datetime) -> datetime | None:
        """Take a place where there is one now; else say when to come again."""
        now = moment.timestamp()
        self.notice(now)
        places = parts(pace, to)
        closed = [place for place in places if self.opens(place) > now]
        if closed:
            again = max(self.promise(place) for place in closed)
            return datetime.fromtimestamp(again, UTC)
        for name, between, _early in places:
            self.even[name] = max(self.even.get(name, now), now) + between
        return None

    def notice(self, now: float) -> None:
        """Where the clock is set back, as on the page that tries out a day, all begins anew."""
        if now < self.latest:
            for times in (self.even, self.resting, self.promised):
                times.clear()
        self.latest = now

    def opens(self, place: Place) -> float:
        name, _between, early = place
        even = self.even.get(name, LONG_AGO) - early
        return max(even, self.resting[name]) if name in self.resting else even

    def promise(self, place: Place) -> float:
        """A moment of its own for each: if all came at once, all but one would come in vain."""
        name, between, _early = place
        after_the_last = self.promised.get(name, LONG_AGO) + between
        self.promised[name] = max(self.opens(place), after_the_last)
        return self.promised[name]

    def rest(self, to: Address, until: datetime, *, whole: bool) -> None:
        """Send nothing more there until then."""
        self.resting[to.channel if whole else conversation(to)] = until.timestamp()

    def forget(self, moment: datetime) -> None:
        """What lies behind matters no more."""
        now = moment.timestamp()
        for times in (self.even, self.resting, self.promised):
            for name in [name for name, at in times.items() if at <= now]:
                del times[name]


def parts(pace: Pace, to: Address) -> tuple[Place, Place]:
    whole, one = 1 / pace.a_second, 1 / pace.conversation_a_second
    # Half a place early: whoever came a little late must not push back all that follow.
    return (
        (to.channel, whole, (pace.burst - 0.5) * whole),
        (conversation(to), one, (pace.conversation_burst - 0.5) * one),
    )


def conversation(to: Address) -> str:
    return f"{to.channel} {to.conversation}"
