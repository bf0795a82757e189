"""How a region has arranged its work: rounds, visit days, weights, reminders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from math import ceil


class RoundKind(StrEnum):
    PARTNER = "partner"
    AKE_VISIT = "ake_visit"


class Season(StrEnum):
    SPRING = "spring"
    AUTUMN = "autumn"


@dataclass(frozen=True)
class DayOfYear:
    """A day that comes every year."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        return date(year, self.month, self.day)


@dataclass(frozen=True)
class InfoSession:
    """On the first such weekday at least so many days after a round has closed (D-10)."""

    days_after: int
    weekday: int
    """Monday is 0."""
    begins: time
    ends: time


@dataclass(frozen=True)
class RoundDefault:
    """When a round opens and closes unless AKE says otherwise for a year (D-1, D-2)."""

    kind: RoundKind
    season: Season
    days: tuple[DayOfYear, DayOfYear] | None
    """The first and the last day, both included. None: AKE sets them for each year."""
    info_session: InfoSession | None

    def window(self, year: int) -> tuple[date, date] | None:
        return (self.days[0].in_year(year), self.days[1].in_year(year)) if self.days else None


@dataclass(frozen=True)
class VisitRules:
    people: int
    """From AKE on one visit (AV-6)."""
    day_begins: time
    day_ends: time
    kilometres_per_hour: int
    """How fast AKE people travel by road, taken all in all (D-26)."""

    def travel_minutes(self, kilometres: int) -> int:
        """One way, to the next five minutes (D-26)."""
        return 5 * ceil(12 * kilometres / self.kilometres_per_hour)

    def minutes_on_site(self, kilometres: int) -> int:
        """The working day minus the travel there and back (AV-5, D-26)."""
        day = minutes(self.day_ends) - minutes(self.day_begins)
        return max(0, day - 2 * self.travel_minutes(kilometres))


@dataclass(frozen=True)
class PairingRules:
    """What each criterion weighs, in thousandths that make a thousand together (D-7, D-8, D-9)."""

    size: int
    distance: int
    interests: int
    limit_kilometres: int
    """From here on a distance gives nothing."""


@dataclass(frozen=True)
class QuietHours:
    """When the bot says nothing of its own accord."""

    begins: time
    ends: time

    def cover(self, clock: time) -> bool:
        """Of the wall clock; the end itself is no longer quiet."""
        if self.begins <= self.ends:
            return self.begins <= clock < self.ends
        return clock >= self.begins or clock < self.ends


class CadenceUnit(StrEnum):
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class CoffeeRules:
    """How often coffee hours of one audience come unless AKE says otherwise (D-20, CO-1)."""

    every: int
    unit: CadenceUnit
    reminder_minutes: tuple[int, ...]
    """Before it begins."""
    least_a_year: int
    most_a_year: int


@dataclass(frozen=True)
class Arrangements:
    rounds: tuple[RoundDefault, ...]
    visits: VisitRules
    pairing: PairingRules
    report_reminder_days: tuple[int, ...]
    """After a visit (D-32)."""
    quiet_hours: QuietHours
    coffee: CoffeeRules


def minutes(clock: time) -> int:
    return 60 * clock.hour + clock.minute
