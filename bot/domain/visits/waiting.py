"""The line of libraries that wait for a visit day, and the offers made to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.ids import OfferId, PersonId, ServicePointId, WaitingId

WORKING_DAYS = 2
"""How long a day that has become free is held for the first in the line."""
CLOSES_AT = time(16)
"""When an offer ends on its last day, by local time."""
LEAST = timedelta(hours=4)
"""An offer that would hold for less is not made: the day is simply free."""


@dataclass(frozen=True)
class Waiting:
    """One library's place in the line; a library stands in it once."""

    id: WaitingId
    host: ServicePointId
    person: PersonId | None
    """Who is told when there is a day. None where they have left."""
    since: datetime
    wishes: str = ""
    """Which days would suit, in the library's own words."""


class OfferState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class Offer:
    """A day held for somebody in the line until a moment."""

    id: OfferId
    waiting: WaitingId
    host: ServicePointId
    day: date
    until: datetime
    state: OfferState = OfferState.OPEN

    def is_open(self, now: datetime) -> bool:
        return self.state is OfferState.OPEN and now < self.until

    def has_run_out(self, now: datetime) -> bool:
        """Whether nobody answered it in time, be that noticed already or not."""
        ran_out = self.state is OfferState.OPEN and now >= self.until
        return ran_out or self.state is OfferState.LAPSED


class WaitingLine(Protocol):
    def all(self) -> tuple[Waiting, ...]:
        """In the order they came."""
        ...

    def join(self, waiting: Waiting) -> None: ...

    def leave(self, waiting: WaitingId) -> None:
        """Its offers go with it."""
        ...

    def offers(self) -> tuple[Offer, ...]:
        """Every offer made to those who still wait, whatever became of it."""
        ...

    def make_offer(self, offer: Offer) -> None:
        """Hold its day. Raises DayTaken."""
        ...

    def end_offer(self, offer: OfferId, state: OfferState) -> None:
        """Let its day go."""
        ...


def offer_until(
    now: datetime, day: date, zone: ZoneInfo, is_holiday: Callable[[date], bool]
) -> datetime | None:
    """Two working days on, but before the eve of the day is over; None where that is too soon."""
    last = now.astimezone(zone).date()
    for _step in range(WORKING_DAYS):
        last = next_working_day(last, is_holiday)
    until = datetime.combine(min(last, day - timedelta(days=1)), CLOSES_AT, zone)
    return until if until - now >= LEAST else None


def next_working_day(day: date, is_holiday: Callable[[date], bool]) -> date:
    following = day + timedelta(days=1)
    while following.weekday() > 4 or is_holiday(following):
        following += timedelta(days=1)
    return following
