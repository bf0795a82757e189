"""Which of the published days can be had."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property

from bot.domain.ids import ServicePointId
from bot.domain.occasion import Occasion

from .crew import Crews
from .published_days import DayState, VisitDay


class Days:
    """Which days can be had, for the one who acts. Tomorrow is the first that can."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.crews = Crews(occasion)

    @cached_property
    def published(self) -> tuple[VisitDay, ...]:
        return self.occasion.records.visit_days.since(self.occasion.today + timedelta(days=1))

    def free(self, host: ServicePointId | None = None) -> tuple[date, ...]:
        """Days that are really free, and those held by an offer to this host (D-26)."""
        return tuple(
            one.day
            for one in self.published
            if self.state(one) is DayState.FREE or self.kept_for(one, host)
        )

    def kept_for(self, one: VisitDay, host: ServicePointId | None) -> bool:
        return (
            host is not None
            and one.offered_to == host
            and one.is_held(self.occasion.now)
            and self.crews.enough(one.day)
        )

    def state(self, one: VisitDay) -> DayState:
        if one.visit is not None:
            return DayState.BOOKED
        if one.is_held(self.occasion.now):
            return DayState.OFFERED
        return DayState.FREE if self.crews.enough(one.day) else DayState.SHORT

    def on(self, day: date) -> VisitDay | None:
        return next((one for one in self.published if one.day == day), None)
