"""What AKE's coordinators do with days: publish them, withdraw them, look at them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.occasion import Occasion

from .days import Days
from .line import Line
from .published_days import DayState, VisitDay

LONGEST = 366
"""Days a span to publish may have at most."""


class BadSpan(Exception):
    """The days to publish end before they begin, have all passed, or are more than a year."""


@dataclass(frozen=True)
class Published:
    """What came of publishing, each day once, in order."""

    new: tuple[date, ...]
    known: tuple[date, ...]
    """Published before."""
    short: tuple[date, ...]
    """New ones that are not offered yet: too few of AKE's people are free."""
    holidays: tuple[date, ...]
    """New ones on which libraries may be closed."""


class DayDesk:
    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion

    def all(self) -> tuple[tuple[VisitDay, DayState], ...]:
        """The days to come, each with what is so of it."""
        days = Days(self.occasion)
        return tuple((one, days.state(one)) for one in days.published)

    def publish(self, first: date, last: date, weekdays: Collection[int]) -> Published:
        """The days of these weekdays (Monday is 0) in a span, both ends included.

        Those who wait in the line are told. Raises BadSpan.
        """
        begins = max(first, self.occasion.today + timedelta(days=1))
        if last < begins or (last - first).days > LONGEST:
            raise BadSpan
        span = [begins + timedelta(days=n) for n in range((last - begins).days + 1)]
        wanted = [day for day in span if day.weekday() in weekdays]
        new = self.occasion.records.visit_days.publish(wanted)
        if new:
            Line(self.occasion).opened()
        days = Days(self.occasion)
        return Published(
            new=new,
            known=tuple(day for day in wanted if day not in new),
            short=tuple(day for day in new if not days.crews.enough(day)),
            holidays=tuple(filter(self.occasion.region.holidays, new)),
        )

    def withdraw(self, day: date) -> None:
        """Take back a day that nobody holds. Raises DayTaken, KeyError."""
        found = Days(self.occasion).on(day)
        if found is None:
            raise KeyError(day)
        self.occasion.records.visit_days.withdraw(day)
