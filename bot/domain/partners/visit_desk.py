"""What AKE's coordinators see of partners' visits and reports, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.domain.files import KeptFile
from bot.domain.ids import PartnerVisitId, ReportId
from bot.domain.occasion import Occasion

from .reports import Report
from .visit_news import VisitNews
from .visits import Consent, PartnerVisit


@dataclass(frozen=True)
class Reported:
    """A report and the visit that it tells of."""

    report: Report
    visit: PartnerVisit

    @property
    def day(self) -> date:
        return self.visit.day or self.report.made_at.date()

    @property
    def year(self) -> int:
        return self.day.year


class PartnerVisitDesk:
    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion
        self.records = occasion.records

    def to_come(self) -> tuple[PartnerVisit, ...]:
        """Those with a day first, by day."""
        found = self.records.partner_visits.since(self.occasion.today)
        active = [visit for visit in found if not visit.cancelled]
        return tuple(sorted(active, key=lambda one: one.day or date.max))

    def one(self, visit: str | None) -> tuple[PartnerVisit, ...]:
        """The visit of that id, where there is one."""
        found = self.records.partner_visits.find(PartnerVisitId(visit)) if visit else None
        return (found,) if found else ()

    def find(self, visit: PartnerVisitId) -> PartnerVisit:
        """Raises KeyError."""
        found = self.records.partner_visits.find(visit)
        if found is None:
            raise KeyError(visit)
        return found

    # One visit more than two in a direction and year (D-11)

    def asking(self) -> tuple[PartnerVisit, ...]:
        return tuple(one for one in self.to_come() if one.consent is Consent.ASKED)

    def decide(self, visit: PartnerVisitId, *, allowed: bool) -> PartnerVisit:
        """Allow it, or call it off. Raises KeyError where nothing is asked any more."""
        asked = {one.id: one for one in self.asking()}[visit]
        news = VisitNews(self.occasion)
        consent = Consent.GIVEN if allowed else Consent.ASKED
        decided = replace(asked, consent=consent, cancelled=not allowed)
        self.records.partner_visits.keep(decided)
        if allowed:
            news.consented(decided)
        else:
            news.cancelled(decided, "")
        return decided

    # Reports

    def reports(self, year: int | None = None) -> tuple[Reported, ...]:
        """By the visits' days, the newest first; of one year, where it is given."""
        found = [Reported(one, self.find(one.visit)) for one in self.records.reports.all()]
        wanted = [one for one in found if year in (None, one.year)]
        return tuple(sorted(wanted, key=lambda one: one.day, reverse=True))

    def reports_of(self, visit: PartnerVisit) -> tuple[Report, ...]:
        return self.records.reports.of(visit.id)

    def report(self, report: ReportId) -> Reported:
        """Raises KeyError."""
        found = self.records.reports.find(report)
        if found is None:
            raise KeyError(report)
        return Reported(found, self.find(found.visit))

    def pictures(self, report: ReportId) -> tuple[KeptFile, ...]:
        """Those of a report that are still kept. Raises KeyError."""
        found = map(self.records.files.find, self.report(report).report.pictures)
        return tuple(one for one in found if one is not None)
