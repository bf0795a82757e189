"""What the members of a pair do about their visits: plan, agree, tell AKE, cancel (PL-16)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.ids import PairId, PartnerVisitId, ServicePointId, fresh
from bot.domain.occasion import Occasion

from .access import is_of
from .partnership import Partnership
from .visit_news import VisitNews
from .visits import Consent, Notice, Outline, PartnerVisit, in_direction

FREELY = 2
"""Visits in one direction and year for which AKE need not be asked (D-11)."""


class Visiting:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.records = occasion.records
        self.partnership = Partnership(occasion)
        self.news = VisitNews(occasion)

    # What there is

    def mine(self) -> tuple[PartnerVisit, ...]:
        """Of the pairs, ended ones too, that the own municipality's libraries are in."""
        who = self.occasion.who
        pairs = self.records.pairs.all()
        own = [pair.id for pair in pairs if any(is_of(who, point) for point in pair.points)]
        return self.records.partner_visits.of_pairs(own)

    def ahead(self) -> tuple[PartnerVisit, ...]:
        return tuple(visit for visit in self.mine() if visit.ahead(self.occasion.today))

    def awaiting_me(self) -> tuple[PartnerVisit, ...]:
        """Those with suggested days that the own library is to answer to."""
        return tuple(v for v in self.ahead() if v.awaits(self.partnership.member(v.points)))

    def one(self, visit: str | None) -> tuple[PartnerVisit, ...]:
        """The visit of that id, where the one who acts may see it; else nothing."""
        found = self.records.partner_visits.find(PartnerVisitId(visit)) if visit else None
        return (found,) if found is not None and self.partnership.one(found.pair) else ()

    def find(self, visit: PartnerVisitId) -> PartnerVisit:
        """Raises KeyError, NotAllowed."""
        found = self.records.partner_visits.find(visit)
        if found is None:
            raise KeyError(visit)
        self.partnership.find(found.pair)
        return found

    def find_ahead(self, visit: PartnerVisitId) -> PartnerVisit:
        """One to come that the own library is in. Raises KeyError, NotAllowed."""
        found = self.find(visit)
        self.partnership.member(found.points)
        if not found.ahead(self.occasion.today):
            raise KeyError(visit)
        return found

    def kept(self, visit: PartnerVisit) -> PartnerVisit:
        self.records.partner_visits.keep(visit)
        return visit

    # The day

    def plan(self, pair: PairId, host: ServicePointId, days: tuple[date, ...]) -> PartnerVisit:
        """Suggest days for a visit; a partner answers. Raises KeyError, NotAllowed."""
        found = self.partnership.find(pair)
        if not found.active:
            raise KeyError(pair)
        visit = PartnerVisit(
            id=PartnerVisitId(fresh()),
            pair=pair,
            host=host,
            guests=found.others(host),
            made_at=self.occasion.now,
            asked_by=self.partnership.member(found.points),
            suggested=days,
        )
        self.news.suggested(self.kept(visit))
        return visit

    def suggest(self, visit: PartnerVisitId, days: tuple[date, ...]) -> PartnerVisit:
        """Suggest other days; the one agreed holds until then. Raises as `find_ahead`."""
        was = self.find_ahead(visit)
        member = self.partnership.member(was.points)
        suggested = self.kept(replace(was, suggested=days, asked_by=member))
        self.news.suggested(suggested)
        return suggested

    def agree(self, visit: PartnerVisitId, day: date) -> PartnerVisit:
        """Take one of the days that a partner suggested. Raises as `find_ahead`."""
        was = self.find_ahead(visit)
        may_answer = was.awaits(self.partnership.member(was.points))
        if day not in was.suggested or day <= self.occasion.today or not may_answer:
            raise KeyError(visit)
        consent = self.consent(was, day)
        agreed = self.kept(replace(was, day=day, suggested=(), consent=consent))
        self.news.agreed(agreed)
        if agreed.consent is Consent.ASKED:
            self.news.consent_asked(agreed)
        if agreed.notice:
            self.news.noted(agreed)
        return agreed

    def consent(self, visit: PartnerVisit, day: date) -> Consent:
        others = self.records.partner_visits.of_pairs([visit.pair])
        if len(in_direction(others, visit, day.year)) < FREELY:
            return Consent.NOT_NEEDED
        return Consent.GIVEN if visit.consent is Consent.GIVEN else Consent.ASKED

    # The plans

    def draft(self, visit: PartnerVisitId, outline: Outline) -> PartnerVisit:
        """Keep the outline of the day. Raises as `find_ahead`."""
        return self.kept(replace(self.find_ahead(visit), outline=outline))

    def notify(self, visit: PartnerVisitId, participants: int, travel: str) -> PartnerVisit:
        """Tell AKE of the plans, or tell anew; late, too (D-12). Raises KeyError, NotAllowed."""
        was = self.find(visit)
        self.partnership.member(was.points)
        if was.day is None or was.cancelled or was.reported:
            raise KeyError(visit)
        today = self.occasion.today
        notice = Notice(today, participants, travel, late=was.day <= today)
        notified = self.kept(replace(was, notice=notice))
        self.news.noted(notified)
        return notified

    def cancel(self, visit: PartnerVisitId, why: str = "") -> PartnerVisit:
        """Also afterwards, where a visit did not take place. Raises KeyError, NotAllowed."""
        was = self.find(visit)
        if was.cancelled or was.reported:
            raise KeyError(visit)
        cancelled = self.kept(replace(was, cancelled=True, suggested=()))
        self.news.cancelled(cancelled, why)
        return cancelled
