"""What the clock on a library's wall shows, and the instant that is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo


def instant(day: date, wall: time, zone: tzinfo) -> datetime:
    """In UTC. A time that summer time skips comes an hour later; of one that is twice, the first.

    Wall times are never compared: of two that look alike in autumn Python calls one equal to
    neither (PEP 495), so all reckoning is done on the instants.
    """
    return datetime.combine(day, wall.replace(fold=0), tzinfo=zone).astimezone(UTC)


def shown(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone)
