"""Asking for a visit: a free day for informaticians' ones, a wish for the others."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import date

from bot.domain.arrangements import RoundKind
from bot.domain.ids import ServicePointId, VisitId, fresh
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed
from bot.domain.round_times import RoundTimes
from bot.domain.service_points import ServicePoint

from .access import directed, may_ask
from .crew import Crews
from .days import Days
from .line import Line
from .news import News
from .visits import DayTaken, PersonTaken, Visit, VisitKind, VisitState
from .waiting import OfferState


class RoundClosed(Exception):
    """Informaticians' visits are booked while a round is open (AV-3)."""


class HasVisit(Exception):
    """A library has one informaticians' visit ahead at a time: that one can be moved."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit.id)
        self.visit = visit


class VisitBooking:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.days = Days(occasion)
        self.rounds = RoundTimes(occasion)
        self.line = Line(occasion)

    # What may be asked for

    def hosts(self, kind: VisitKind) -> tuple[ServicePoint, ...]:
        """For whom the one who acts may ask: their own service point; a coordinator for any."""
        libraries, who = Libraries(self.occasion), self.occasion.who
        if who.coordinator:
            return libraries.all()
        point = directed(who) if kind == VisitKind.DIRECTOR else who.home
        return (libraries.find(point),) if point is not None else ()

    def is_open(self, host: ServicePointId | None) -> bool:
        """Whether days may be booked now: a round is open, or one is held for this library.

        Coordinators book at any time.
        """
        if self.occasion.who.coordinator or self.rounds.current(RoundKind.AKE_VISIT):
            return True
        return any(each.host == host for each in self.line.open_offers())

    def free_days(self, host: ServicePointId) -> tuple[date, ...]:
        """Outside a round only what is held for the library."""
        if self.occasion.who.coordinator or self.rounds.current(RoundKind.AKE_VISIT):
            return self.days.free(host)
        offered = {each.day for each in self.line.open_offers() if each.host == host}
        return tuple(day for day in self.days.free(host) if day in offered)

    def ahead(self, host: ServicePointId) -> Visit | None:
        """The informaticians' visit that a library has ahead already."""
        today = self.occasion.today
        return next(
            (
                one
                for one in self.occasion.records.visits.of(host)
                if one.host == host and one.kind is VisitKind.INFORMATICIANS and one.ahead(today)
            ),
            None,
        )

    # Asking

    def draft(self, kind: VisitKind, host: ServicePointId) -> Visit:
        """A visit to be filled in and booked. Raises NotAllowed."""
        who = self.occasion.who
        if not may_ask(who, kind, host):
            raise NotAllowed(host)
        own = not who.coordinator or who.home == host
        contact = who.id if own else None
        return Visit(VisitId(fresh()), kind, VisitState.WISHED, host, contact, self.occasion.now)

    def book(self, draft: Visit) -> Visit:
        """Raises NotAllowed; for informaticians' visits RoundClosed, HasVisit, DayTaken."""
        if not may_ask(self.occasion.who, draft.kind, draft.host):
            raise NotAllowed(draft.host)
        if draft.kind is VisitKind.INFORMATICIANS:
            return self.book_day(draft)
        self.occasion.records.visits.keep(draft)
        News(self.occasion).wished(draft)
        return draft

    def book_day(self, draft: Visit) -> Visit:
        if not self.is_open(draft.host):
            raise RoundClosed
        self.occasion.records.visits.wait_for(draft.host)
        if (there := self.ahead(draft.host)) is not None:
            raise HasVisit(there)
        visit = self.on_day(draft, draft.day, self.free_days(draft.host))
        self.line.booked(visit.host)
        News(self.occasion).booked(visit)
        return visit

    def on_day(self, visit: Visit, day: date | None, among: Container[date]) -> Visit:
        """Give a visit a day among the free ones, and a crew for it. Raises DayTaken."""
        if day is None or day not in among:
            raise DayTaken
        crew = Crews(self.occasion).proposed(visit, day)
        booked = replace(
            visit, state=VisitState.BOOKED, day=day, crew=crew, revision=visit.revision + 1
        )
        self.let_go(booked)
        try:
            self.occasion.records.visits.keep(booked)
        except PersonTaken:
            raise DayTaken from None
        return booked

    def let_go(self, visit: Visit) -> None:
        """End the offer that holds the day: taken by this library, or run out on another."""
        held = self.days.on(visit.day) if visit.day else None
        if held is not None and held.offer is not None:
            own = held.offered_to == visit.host
            state = OfferState.TAKEN if own else OfferState.LAPSED
            self.occasion.records.waiting.end_offer(held.offer, state)
