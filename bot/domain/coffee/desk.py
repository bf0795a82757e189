"""What only an AKE coordinator may do with coffee hours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.ids import CoffeeHourId
from bot.domain.indicators import Standing, compare
from bot.domain.occasion import Occasion
from bot.domain.wallclock import instant

from .hours import CoffeeHour
from .indicator import held_in, target
from .kept import CoffeeChanged, CoffeeHours, Proposal, ProposalId
from .reminding import HORIZON, remind_of, take_back_posts, tell_all
from .series import Series, coffee_hours

LONGEST = timedelta(days=730)
"""A series is made for two years at the most."""


class CoffeeDesk:
    """Planning, moving, cancelling and counting coffee hours."""

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion

    @property
    def kept(self) -> CoffeeHours:
        return self.occasion.records.coffee_hours

    def create(self, hours: Iterable[CoffeeHour]) -> tuple[CoffeeHour, ...]:
        """Keep new hours and plan their reminders; those of an id that is kept are left alone."""
        new = tuple(hour for hour in hours if self.kept.add(hour))
        remind_of(self.occasion, new)
        return new

    def would_make(self, series: Series) -> tuple[CoffeeHour, ...]:
        """The hours of a series, to be looked at before they are made."""
        region = self.occasion.region
        through = self.occasion.today + LONGEST
        hours = coffee_hours(series, through=through, zone=region.zone, is_holiday=region.holidays)
        return tuple(hour for hour in hours if hour.starts > self.occasion.now)

    def coming(self) -> tuple[CoffeeHour, ...]:
        now = self.occasion.now
        return tuple(h for h in self.kept.between(now, now + HORIZON) if h.is_coming)

    def to_count(self) -> tuple[CoffeeHour, ...]:
        """Those that have begun and are neither held nor cancelled."""
        now = self.occasion.now
        return tuple(h for h in self.kept.between(now - HORIZON, now) if h.is_coming)

    def move(self, hour: CoffeeHourId, starts: datetime) -> CoffeeHour:
        """Move one, and tell everybody. Raises CoffeeRefused or CoffeeChanged."""
        moved = self.changed(hour, lambda was: was.move(starts, now=self.occasion.now))
        tell_all(self.occasion, moved, "coffee_moved")
        remind_of(self.occasion, (moved,))
        return moved

    def cancel(self, hour: CoffeeHourId) -> CoffeeHour:
        """Call one off, and tell everybody. Raises CoffeeRefused or CoffeeChanged."""
        cancelled = self.changed(hour, lambda was: was.cancel())
        if cancelled.ends > self.occasion.now:
            tell_all(self.occasion, cancelled, "coffee_cancelled")
        return cancelled

    def hold(self, hour: CoffeeHourId, head_count: int) -> CoffeeHour:
        """Mark one held. Raises CoffeeRefused or CoffeeChanged."""
        return self.changed(hour, lambda was: was.hold(head_count, now=self.occasion.now))

    def invite(self, hour: CoffeeHourId, *, guest: str, topic: str) -> CoffeeHour:
        return self.changed(hour, lambda was: replace(was, guest=guest, topic=topic))

    def changed(self, hour: CoffeeHourId, change: Callable[[CoffeeHour], CoffeeHour]) -> CoffeeHour:
        was = self.kept.find(hour)
        if was is None:
            raise CoffeeChanged(hour)
        now = change(was)
        self.kept.change(was, now)
        if now.revision != was.revision:
            take_back_posts(self.occasion, was)
        return now

    def comers(self, hour: CoffeeHourId) -> int:
        return len(self.kept.comers(hour))

    def proposals(self) -> tuple[Proposal, ...]:
        return self.kept.proposals()

    def close(self, proposal: ProposalId) -> None:
        self.kept.close(proposal)

    def standing(self, year: int) -> tuple[int, Standing]:
        """How many have been held in a year, and how that stands to the target (CO-1, D-20)."""
        zone = self.occasion.region.zone
        first = instant(date(year, 1, 1), datetime.min.time(), zone)
        last = instant(date(year + 1, 1, 1), datetime.min.time(), zone)
        held = held_in(year, self.kept.between(first, last), zone)
        return held, compare(held, target(self.occasion.region.arrangements.coffee))
