"""When a visit begins and ends by the clock, and how long AKE's people are there."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.domain.arrangements import VisitRules
from bot.domain.ids import ServicePointId, town_of
from bot.domain.regions import Region
from bot.domain.wallclock import instant

from .visits import Visit, VisitLength

HALF = 240
"""Minutes of a half day, at most (D-30)."""
BOARD_MEETING = timedelta(hours=1)
"""How long a presentation is reckoned to take in a calendar."""


def begins_at(visit: Visit, rules: VisitRules) -> time:
    """By local time: the working day's beginning, unless the visit has a time of its own."""
    if visit.meeting is not None:
        return visit.meeting.begins
    return time(12) if visit.length is VisitLength.AFTERNOON else rules.day_begins


def span(visit: Visit, region: Region) -> tuple[datetime, datetime] | None:
    """From when to when it takes AKE's people, in UTC. None: it has no day yet."""
    if visit.day is None:
        return None
    rules = region.arrangements.visits
    begins = instant(visit.day, begins_at(visit, rules), region.zone)
    if visit.meeting is not None:
        return begins, begins + BOARD_MEETING
    ends = time(12) if visit.length is VisitLength.MORNING else rules.day_ends
    return begins, instant(visit.day, ends, region.zone)


def minutes_there(region: Region, host: ServicePointId, length: VisitLength) -> int:
    """What the travel leaves of the day, or of half a day (D-26, D-30)."""
    there = region.minutes_on_site(town_of(host))
    return there if length is VisitLength.WHOLE else min(there, HALF)
