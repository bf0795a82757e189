"""Calendar files and feeds (iCalendar, RFC 5545): each event in UTC, told apart by its key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from icalendar import STATUS, Calendar, Event, vText

PRODUCT = "-//AKE//AKE bot//FI"
FRESH_FOR = timedelta(hours=4)
"""After this a calendar program asks a feed again."""

LINE_BREAK = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
LEGAL = "%:/?#[]@!$&'()*+,;=~"
"""What may stand in a link as it is, besides letters and digits."""


@dataclass(frozen=True)
class Entry:
    """One event as a calendar has it. Its texts are written as `clean` leaves them."""

    key: str
    """Stays the same when the event is moved or cancelled."""
    starts: datetime
    """Aware, as is `ends`."""
    ends: datetime
    title: str
    description: str = ""
    place: str = ""
    link: str = ""
    revision: int = 0
    """Counts the changes those invited have been told of."""
    cancelled: bool = False

    def __post_init__(self) -> None:
        if self.ends < self.starts:
            raise ValueError(f"{self.key} ends before it starts")


@dataclass(frozen=True)
class Publisher:
    realm: str
    """The host or region the keys belong to: with it a key is the only one in the world."""
    mailbox: str = ""


def calendar_file(entries: Sequence[Entry], publisher: Publisher, *, made: datetime) -> bytes:
    """To be opened once. When all in it are cancelled, a calendar takes them away."""
    gone = bool(entries) and all(entry.cancelled for entry in entries)
    document = _document(entries, publisher, made, "CANCEL" if gone else "PUBLISH")
    return bytes(document.to_ical())


def calendar_feed(
    entries: Iterable[Entry], publisher: Publisher, *, name: str, made: datetime
) -> bytes:
    """To be subscribed to. Those cancelled stay in it, or nobody would hear of it."""
    document = _document(entries, publisher, made, "PUBLISH")
    for label in ("NAME", "X-WR-CALNAME"):
        document.add(label, vText(clean(name)))
    document.add("REFRESH-INTERVAL", FRESH_FOR, {"VALUE": "DURATION"})
    document.add("X-PUBLISHED-TTL", f"PT{FRESH_FOR // timedelta(hours=1)}H")
    return bytes(document.to_ical())


def clean(text: str) -> str:
    """What a calendar file can carry: one kind of line break, no control characters.

    The library takes a backslash before a capital N for a line break, so there it is turned round.
    """
    lines = LINE_BREAK.sub("\n", text).replace("\\N", "/N")
    return UNWRITABLE.sub("", lines)


def _document(
    entries: Iterable[Entry], publisher: Publisher, made: datetime, method: str
) -> Calendar:
    document = Calendar()
    document.add("VERSION", "2.0")
    document.add("PRODID", PRODUCT)
    document.add("METHOD", method)
    for entry in entries:
        document.add_component(_event(entry, publisher, made))
    return document


def _event(entry: Entry, publisher: Publisher, made: datetime) -> Event:
    return Event.new(
        uid=f"{clean(entry.key)}@{publisher.realm}",
        stamp=made.astimezone(UTC),
        start=entry.starts.astimezone(UTC),
        end=entry.ends.astimezone(UTC),
        summary=clean(entry.title),
        description=clean(entry.description) or None,
        location=clean(entry.place) or None,
        url=quote(entry.link, safe=LEGAL) or None,
        sequence=entry.revision,
        status=STATUS.CANCELLED if entry.cancelled else STATUS.CONFIRMED,
        organizer=f"mailto:{quote(publisher.mailbox, safe=LEGAL)}" if publisher.mailbox else None,
    )
