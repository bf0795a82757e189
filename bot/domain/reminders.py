"""When to remind of something: how long before or after it, out of the night and off holidays.

One way for coffee hours, visits, rounds, reports, claims and offers. Nothing here knows what is
said: an event is an instant, and what falls due is a name and an instant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from bot.domain.quiet import Quiet
from bot.domain.wallclock import instant, shown


@dataclass(frozen=True)
class Lead:
    """How far from the event: whole days on the wall clock, then minutes of real time."""

    name: str
    """By this a person turns it off."""
    days: int = 0
    """Before the event when negative."""
    minutes: int = 0
    at: time | None = None
    """On the wall that day; without one, the time the event itself has."""
    always: bool = False
    """Goes in quiet hours too."""

    @property
    def follows(self) -> bool:
        """Comes after the event: a report is asked for when the visit is over."""
        return (self.days, self.minutes) > (0, 0)

    def suits(self, moment: datetime, event: datetime) -> bool:
        return moment > event if self.follows else moment <= event


NAMES = {10080: "week", 1440: "day", 15: "soon"}


def before(*minutes: int) -> tuple[Lead, ...]:
    """Whole days go by the wall clock; what is less than an hour off goes in quiet hours too.

    A coffee hour's are `before(*region.arrangements.coffee.reminder_minutes)` (D-20).
    """
    return tuple(_lead(each) for each in minutes)


def _lead(minutes: int) -> Lead:
    days, rest = divmod(minutes, 1440)
    name = NAMES.get(minutes, f"{minutes} minutes before")
    return Lead(name, days=-days, minutes=-rest, always=minutes < 60)


def after(*days: int, at: time = time(9)) -> tuple[Lead, ...]:
    """A report's are `after(*region.arrangements.report_reminder_days)` (D-32)."""
    return tuple(Lead(f"{each} days after", days=each, at=at) for each in days)


VISIT = before(10080, 1440)
ROUND_CLOSES = (Lead("week", days=-7, at=time(9)), Lead("day", days=-1, at=time(9)))
REPORT = after(3, 14, 21, 28)
"""D-32: 3 and 14 days after the visit, then weekly twice."""
CLAIM = after(7, 21)
"""After a claim was last touched and not sent (RE-6)."""
OFFER = (Lead("day", days=-1, at=time(9)),)
"""Before an offer lapses (RE-6)."""


@dataclass(frozen=True)
class Due:
    name: str
    """Of the lead."""
    at: datetime
    """In UTC."""


def due(
    event: datetime,
    leads: Iterable[Lead],
    *,
    quiet: Quiet,
    now: datetime,
    off: Collection[str] = (),
) -> tuple[Due, ...]:
    """What is still to be said of an event, in the order of time (RE-1 … RE-5).

    Where two fall on the same minute, the one meant to be later is said.
    """
    wanted = [lead for lead in leads if lead.name not in off]
    planned = [(_nominal(event, lead, quiet.zone), lead) for lead in wanted]
    said: dict[datetime, str] = {}
    for nominal, lead in sorted(planned, key=lambda pair: pair[0]):
        moment = _settled(nominal, lead, event, quiet, now)
        if moment is not None:
            said[moment] = lead.name
    return tuple(Due(name, at) for at, name in sorted(said.items()))


def _nominal(event: datetime, lead: Lead, zone: tzinfo) -> datetime:
    minutes = timedelta(minutes=lead.minutes)
    if not lead.days and lead.at is None:
        return event + minutes
    local = shown(event, zone)
    day = local.date() + timedelta(days=lead.days)
    return instant(day, lead.at or local.time(), zone) + minutes


def _settled(
    nominal: datetime, lead: Lead, event: datetime, quiet: Quiet, now: datetime
) -> datetime | None:
    """The evening before first; if that is past, the morning after; None when neither will do."""
    if nominal < now:
        return None
    moments = (nominal,) if lead.always else (quiet.before(nominal), quiet.after(nominal))
    timely = (at for at in moments if at >= now and lead.suits(at, event))
    return next(timely, None)
