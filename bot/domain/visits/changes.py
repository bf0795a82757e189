"""Moving, changing and cancelling a visit, by those who may act for its library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.ids import ServicePointId, VisitId
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed

from .access import VisitsSeen, may_act
from .booking import VisitBooking
from .days import Days
from .line import Line
from .news import News
from .visits import Visit, VisitKind, VisitState


class TooLate(Exception):
    """A library moves and cancels a visit until the day before; AKE also on the day (D-31)."""


class VisitChanges:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.seen = VisitsSeen(occasion)
        self.news = News(occasion)

    def find(self, visit: VisitId) -> Visit:
        """One to come that may be changed. Raises KeyError, NotAllowed, TooLate."""
        found = self.occasion.records.visits.find(visit)
        if found is None or not found.active:
            raise KeyError(visit)
        if not may_act(self.occasion.who, found):
            raise NotAllowed(visit)
        last = self.occasion.today if self.occasion.who.coordinator else None
        if found.day is not None and found.day <= self.occasion.today and found.day != last:
            raise TooLate
        return found

    def days_for(self, visit: Visit) -> tuple[date, ...]:
        """Where an informaticians' visit can be moved: a round need not be open for it."""
        return tuple(day for day in Days(self.occasion).free(visit.host) if day != visit.day)

    def move(self, visit: VisitId, day: date) -> Visit:
        """To another free day, with the crew that can. Raises DayTaken and as `find`."""
        was = self.find(visit)
        if was.kind is not VisitKind.INFORMATICIANS:
            raise KeyError(visit)
        moved = VisitBooking(self.occasion).on_day(was, day, self.days_for(was))
        Line(self.occasion).booked(moved.host)
        self.news.moved(moved, was)
        if was.day is not None:
            Line(self.occasion).freed(was.day)
        return moved

    def ask_anew(self, changed: Visit) -> Visit:
        """Wish for another time: a coordinator is asked again. Raises as `find`."""
        was = self.find(changed.id)
        wished = replace(changed, state=VisitState.WISHED, crew=(), revision=was.revision + 1)
        self.occasion.records.visits.keep(wished)
        self.news.moved(wished, was)
        self.news.wished(wished)
        return wished

    def edit(self, changed: Visit) -> Visit:
        """Keep what else the library tells: topics, staff, guests. Raises as `find`."""
        was = self.find(changed.id)
        kept = replace(
            changed,
            state=was.state,
            host=was.host,
            day=was.day,
            crew=was.crew,
            revision=was.revision + 1,
        )
        self.occasion.records.visits.keep(kept)
        self.news.changed(kept)
        if kept.state is VisitState.WISHED:
            self.news.wished(kept)
        self.news.joined(kept, without(kept.guests, was.guests))
        self.news.uninvited(kept, without(was.guests, kept.guests))
        return kept

    def cancel(self, visit: VisitId, why: str = "") -> Visit:
        """Free of charge until the day; the day goes to the next in the line (D-31)."""
        was = self.find(visit)
        cancelled = replace(was, state=VisitState.CANCELLED, revision=was.revision + 1)
        self.occasion.records.visits.keep(cancelled)
        self.news.cancelled(cancelled, was, why)
        if was.holds_day and was.day is not None:
            Line(self.occasion).freed(was.day)
        return cancelled

    def stay_away(self, visit: VisitId) -> Visit:
        """A guest library does not join after all. Raises KeyError, NotAllowed."""
        found = self.occasion.records.visits.find(visit)
        home = self.occasion.who.home
        if found is None or not found.ahead(self.occasion.today):
            raise KeyError(visit)
        if home is None or home not in found.guests:
            raise NotAllowed(visit)
        guests = without(found.guests, (home,))
        left = replace(found, guests=guests, revision=found.revision + 1)
        self.occasion.records.visits.keep(left)
        self.news.changed(left)
        return left


def without(
    points: tuple[ServicePointId, ...], others: tuple[ServicePointId, ...]
) -> tuple[ServicePointId, ...]:
    return tuple(point for point in points if point not in others)
