"""Standing in the line for a visit day, and what happens when a day becomes free."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.domain.ids import OfferId, ServicePointId, WaitingId, fresh
from bot.domain.notifications import Notification, ToPerson
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed, Person
from bot.domain.quiet import Quiet
from bot.domain.reminders import OFFER, due

from .days import Days
from .published_days import DayState
from .visits import DayTaken
from .waiting import Offer, OfferState, Waiting, WaitingLine, offer_until


class Line:
    """The line, as the one who acts may see and change it."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion

    @property
    def kept(self) -> WaitingLine:
        return self.occasion.records.waiting

    # What a library does

    def place(self, host: ServicePointId) -> Waiting | None:
        """A library's place, where it stands in the line. Raises NotAllowed."""
        self.as_one_of(host)
        return self.standing(host)

    def join(self, host: ServicePointId, wishes: str = "") -> Waiting:
        """Stand in the line; whoever stands there already keeps the place. Raises NotAllowed."""
        waiting = self.place(host)
        if waiting is None:
            who, now = self.occasion.who, self.occasion.now
            person = who.id if who.home == host else None
            waiting = Waiting(WaitingId(fresh()), host, person, now, wishes)
            self.kept.join(waiting)
        return waiting

    def leave(self, host: ServicePointId) -> bool:
        """Stand in the line no more. Raises NotAllowed."""
        waiting = self.place(host)
        if waiting is not None:
            self.dismiss(waiting)
        return waiting is not None

    def mine(self) -> tuple[Waiting, ...]:
        """Places that the one who acts may give up: their library's; a coordinator any."""
        return tuple(each for each in self.kept.all() if self.is_for(each.host))

    def open_offers(self) -> tuple[Offer, ...]:
        """What is held now for the library of the one who acts; a coordinator sees all."""
        return tuple(each for each in self.offers() if each.is_open(self.occasion.now))

    def run_out(self) -> tuple[Offer, ...]:
        """Offers whose time was over before they were answered."""
        return tuple(each for each in self.offers() if each.has_run_out(self.occasion.now))

    def offers(self) -> tuple[Offer, ...]:
        return tuple(each for each in self.kept.offers() if self.is_for(each.host))

    def decline(self, offer: OfferId) -> Offer | None:
        """The day goes to the next, the place in the line stays. None where nothing is held.

        Raises NotAllowed.
        """
        found = self.find(offer)
        if found is None or not found.is_open(self.occasion.now):
            return None
        self.as_one_of(found.host)
        return self.end(found, OfferState.DECLINED)

    def lapse(self, offer: OfferId) -> None:
        """Where its time is over, pass the day on; else nothing."""
        found = self.find(offer)
        if found is None or found.state is not OfferState.OPEN:
            return
        if found.has_run_out(self.occasion.now):
            self.end(found, OfferState.LAPSED)

    def is_for(self, host: ServicePointId) -> bool:
        who = self.occasion.who
        return who.coordinator or who.home == host

    def as_one_of(self, host: ServicePointId) -> None:
        if not self.is_for(host):
            raise NotAllowed(host)

    # What follows

    def booked(self, host: ServicePointId) -> None:
        """A library has got a day and needs to wait no more."""
        waiting = self.standing(host)
        if waiting is not None:
            self.dismiss(waiting)

    def dismiss(self, waiting: Waiting) -> None:
        held = [
            each.day
            for each in self.kept.offers()
            if each.waiting == waiting.id and each.state is OfferState.OPEN
        ]
        self.kept.leave(waiting.id)
        for day in held:
            self.freed(day)

    def end(self, offer: Offer, state: OfferState) -> Offer:
        self.kept.end_offer(offer.id, state)
        self.freed(offer.day)
        return replace(offer, state=state)

    def freed(self, day: date) -> None:
        """Offer a day that has become free to the first in the line who has not had it yet."""
        days = Days(self.occasion)
        found = days.on(day)
        if found is None or days.state(found) is not DayState.FREE:
            return
        first = self.first_for(day)
        region = self.occasion.region
        until = offer_until(self.occasion.now, day, region.zone, region.holidays)
        if first is not None and until is not None:
            self.offer(Offer(OfferId(fresh()), first.id, first.host, day, until), first)

    def first_for(self, day: date) -> Waiting | None:
        offers = self.kept.offers()
        busy = {each.waiting for each in offers if each.is_open(self.occasion.now)}
        had = {each.waiting for each in offers if each.day == day}
        return next((each for each in self.kept.all() if each.id not in busy | had), None)

    def offer(self, offer: Offer, waiting: Waiting) -> None:
        try:
            self.kept.make_offer(offer)
        except DayTaken:
            return
        for person in self.told(waiting):
            self.occasion.tell(person, f"day_offered/{offer.id}", "day_offered", offer=offer.id)
            key = f"offer_lapsed/{offer.id}/{person.id}"
            facts = {"offer": offer.id}
            lapse = Notification(key, ToPerson(person.id), offer.until, "offer_lapsed", facts)
            self.occasion.records.notifications.plan(lapse)
            self.remind(offer, person)

    def remind(self, offer: Offer, person: Person) -> None:
        """On the day before it lapses (RE-6)."""
        region = self.occasion.region
        quiet = Quiet(region.zone, region.arrangements.quiet_hours, is_holiday=region.holidays)
        for each in due(offer.until, OFFER, quiet=quiet, now=self.occasion.now):
            key = f"offer_waits/{offer.id}/{person.id}"
            facts = {"offer": offer.id}
            told = Notification(key, ToPerson(person.id), each.at, "offer_waits", facts)
            self.occasion.records.notifications.plan(told)

    def opened(self) -> None:
        """New days were published: those who wait are told, the first in the line first."""
        for waiting in self.kept.all():
            for person in self.told(waiting):
                key = f"days_published/{waiting.id}/{self.occasion.now.isoformat()}"
                self.occasion.tell(person, key, "days_published", host=waiting.host)

    # Who they are

    def find(self, offer: OfferId) -> Offer | None:
        return next((each for each in self.kept.offers() if each.id == offer), None)

    def standing(self, host: ServicePointId) -> Waiting | None:
        return next((each for each in self.kept.all() if each.host == host), None)

    def told(self, waiting: Waiting) -> Iterable[Person]:
        people = self.occasion.records.people
        person = people.find(waiting.person) if waiting.person else None
        return (person,) if person else people.at_home(waiting.host)
