"""Who is told what about a visit of partners, and when they are reminded of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.domain.ids import ServicePointId
from bot.domain.notifications import Notification, ToPerson
from bot.domain.occasion import Occasion
from bot.domain.people import Person
from bot.domain.reminders import VISIT, Due, Lead, after, due
from bot.domain.wallclock import instant

from .news import News
from .visits import PartnerVisit

BEGINS = time(9)
"""When a visit is taken to begin: the libraries tell each other the hour."""
ANSWER = timedelta(days=7)
"""After this, suggested days that nobody has answered to are brought to mind."""


class VisitNews:
    """Tells those whom a change concerns, but not the one who made it."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.news = News(occasion)

    # What is told at once

    def suggested(self, visit: PartnerVisit) -> None:
        """Days to choose from; a week later once more, where they still wait."""
        others = self.members(visit, but=visit.asked_by)
        self.tell(others, "partner_days_suggested", visit)
        later = self.news.quiet.after(self.occasion.now + ANSWER)
        key = f"days_unanswered/{self.occasion.today}"
        for person in others:
            self.plan(key, "partner_days_suggested", visit, person, later)

    def agreed(self, visit: PartnerVisit) -> None:
        self.tell(self.members(visit), "partner_day_agreed", visit, **on(visit))
        self.remind(visit)

    def noted(self, visit: PartnerVisit) -> None:
        """AKE has been told of the plans, or of another day."""
        self.tell(self.coordinators, "partner_visit_notified", visit)

    def consent_asked(self, visit: PartnerVisit) -> None:
        self.tell(self.coordinators, "partner_visit_consent", visit)

    def consented(self, visit: PartnerVisit) -> None:
        self.tell(self.members(visit), "partner_visit_allowed", visit)

    def cancelled(self, visit: PartnerVisit, why: str) -> None:
        told = [*self.members(visit), *(self.coordinators if visit.notice else ())]
        self.tell(told, "partner_visit_cancelled", visit, **({"why": why} if why else {}))

    def reported(self, visit: PartnerVisit) -> None:
        self.tell(self.coordinators, "partner_report_came", visit)

    def tell(
        self, people: Iterable[Person], opens: str, visit: PartnerVisit, /, **facts: str
    ) -> None:
        key = f"{opens}/{visit.id}/{self.occasion.now.isoformat()}"
        for person in people:
            if person.id != self.occasion.who.id:
                self.occasion.tell(person, key, opens, visit=visit.id, **facts)

    # What is told later

    def remind(self, visit: PartnerVisit) -> None:
        """Of the visit before it, and of its report after it (D-32).

        Where the day has moved by then, or the report has come, nothing is said.
        """
        if visit.day is None:
            return
        reports = after(*self.occasion.region.arrangements.report_reminder_days)
        for person in self.members(visit):
            for each in self.due(visit.day, VISIT):
                key = f"partner_visit_reminder/{visit.day}/{each.name}"
                self.plan(key, "partner_visit_reminder", visit, person, each.at)
            for each in self.due(visit.day, reports):
                key = f"partner_report_reminder/{visit.day}/{each.name}"
                self.plan(key, "partner_report_reminder", visit, person, each.at)

    def due(self, day: date, leads: Iterable[Lead]) -> tuple[Due, ...]:
        """Whether each wants it is looked at when it is due (RE-1)."""
        begins = instant(day, BEGINS, self.occasion.region.zone)
        return due(begins, leads, quiet=self.news.quiet, now=self.occasion.now)

    def plan(self, key: str, opens: str, visit: PartnerVisit, to: Person, at: datetime) -> None:
        facts = {"visit": visit.id, **on(visit)}
        told = Notification(f"{key}/{visit.id}/{to.id}", ToPerson(to.id), at, opens, facts)
        self.occasion.records.notifications.plan(told)

    # Who they are

    def members(self, visit: PartnerVisit, but: ServicePointId | None = None) -> tuple[Person, ...]:
        pair = self.occasion.records.pairs.find(visit.pair)
        return self.news.of_pair(pair, but) if pair else ()

    @property
    def coordinators(self) -> tuple[Person, ...]:
        return self.occasion.records.people.coordinators()


def on(visit: PartnerVisit) -> dict[str, str]:
    """The day a notification speaks of: where it is another by then, nothing is said."""
    return {"day": visit.day.isoformat()} if visit.day else {}
