"""A person's calendar feed as their calendar program fetches it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from bot.conversation.ports import Clock
from bot.dialog import _
from bot.domain.coffee.hours import CoffeeHour
from bot.domain.coffee.reminding import HORIZON
from bot.domain.coffee.wishes import follows
from bot.domain.feeds import digest
from bot.domain.occasion import Occasion, Records
from bot.domain.regions import Region
from bot.domain.visits.access import VisitsSeen
from bot.domain.visits.visits import Visit, VisitState
from bot.language.speak import Speech

from . import coffee, visits

if TYPE_CHECKING:
    from bot.papers.calendar import Entry

BACK = timedelta(days=60)
"""What is longer ago leaves the feed."""
NAME = _("Libraries' AKE calendar")


@dataclass(frozen=True)
class Fetched:
    """`tag` changes with what is in it and with nothing else; no content where it is known."""

    tag: str
    content: bytes | None


class Ledger(Protocol):
    def unit(self) -> AbstractContextManager[Records]: ...


@dataclass(frozen=True)
class Feed:
    """Synchronous, for a worker thread."""

    ledger: Ledger
    region: Region
    clock: Clock

    def __call__(self, secret: str, known: str = "") -> Fetched | None:
        """What the link's owner has; None where there is no such link."""
        with self.ledger.unit() as unit:
            owner = unit.feeds.owner(digest(secret))
            who = unit.people.find(owner) if owner else None
            if who is None:
                return None
            occasion = Occasion(who, self.region, self.clock.now(), unit)
            return fetched(occasion, known)


def fetched(occasion: Occasion, known: str) -> Fetched:
    from bot.papers.calendar import Publisher, calendar_feed  # noqa: PLC0415 (when it is drawn)

    name = Speech(occasion.language, occasion.region.zone)(NAME)
    entries = tuple(entries_of(occasion))
    tag = sha256(repr((name, entries)).encode()).hexdigest()[:32]
    if tag == known:
        return Fetched(tag, None)
    publisher = Publisher(occasion.region.key)
    return Fetched(tag, calendar_feed(entries, publisher, name=name, made=occasion.now))


def entries_of(occasion: Occasion) -> Iterator[Entry]:
    for hour in hours(occasion):
        yield coffee.entry(hour, occasion)
    yield from visits.entries(own_visits(occasion), occasion)


def hours(occasion: Occasion) -> Iterator[CoffeeHour]:
    """Those followed and those the person comes to. Cancelled ones say so and stay a while."""
    kept, now = occasion.records.coffee_hours, occasion.now
    coming = kept.attended_by(occasion.who.id)
    for hour in kept.between(now - BACK, now + HORIZON):
        if hour.id in coming or follows(occasion.who, hour.audience):
            yield hour


def own_visits(occasion: Occasion) -> Iterable[Visit]:
    """Of the person's library, and those they go on themselves, once they have their day."""
    seen, since = VisitsSeen(occasion), (occasion.now - BACK).date()
    going = filter(seen.goes, occasion.records.visits.since(since)) if seen.is_crew else ()
    own = {visit.id: visit for visit in (*seen.near(), *going)}
    settled = (one for one in own.values() if one.state is not VisitState.WISHED)
    return [one for one in settled if one.day and one.day >= since]
