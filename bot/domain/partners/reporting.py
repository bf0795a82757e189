"""Reporting a visit to AKE in one's own words (PL-17)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.domain.ids import PartnerVisitId, ReportId, fresh
from bot.domain.occasion import Occasion

from .partnership import Partnership
from .reports import Report
from .visit_news import VisitNews
from .visiting import Visiting
from .visits import PartnerVisit

PICTURES = ("image/jpeg", "image/png", "image/webp", "image/gif", "image/heic")


@dataclass(frozen=True)
class Written:
    """What a report says."""

    text: str
    publish: bool
    links: str = ""
    pictures: tuple[str, ...] = ()


class NotAPicture(Exception):
    """Only pictures of one's own can be added to a report.

    `names` are those of one's own files that are none.
    """

    def __init__(self, names: tuple[str, ...] = ()) -> None:
        super().__init__(names)
        self.names = names


class Reporting:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.records = occasion.records
        self.visiting = Visiting(occasion)
        self.partnership = Partnership(occasion)

    def visits(self) -> tuple[PartnerVisit, ...]:
        """What can be reported: visits whose day has come, the newest first."""
        today = self.occasion.today
        held = [
            visit
            for visit in self.visiting.mine()
            if visit.day is not None and visit.day <= today and not visit.cancelled
        ]
        return tuple(reversed(held))

    def unreported(self) -> tuple[PartnerVisit, ...]:
        return tuple(visit for visit in self.visits() if not visit.reported)

    def own(self, visit: PartnerVisitId) -> Report | None:
        """What the own library has written already. Raises KeyError, NotAllowed."""
        point = self.partnership.member(self.visiting.find(visit).points)
        return next((one for one in self.records.reports.of(visit) if one.point == point), None)

    def check_pictures(self, visit: PartnerVisitId, pictures: Iterable[str]) -> None:
        """Raises NotAPicture."""
        was = self.own(visit)
        wrong: list[str] = []
        for picture in pictures:
            found = self.records.files.find(picture)
            kept = was is not None and picture in was.pictures
            mine = found is not None and found.person == self.occasion.who.id
            if found is None or not (kept or mine):
                raise NotAPicture
            if found.media_type not in PICTURES:
                wrong.append(found.name)
        if wrong:
            raise NotAPicture(tuple(wrong))

    def report(self, visit: PartnerVisitId, written: Written) -> Report:
        """Write the own library's report, or write it anew. Raises KeyError, NotAllowed."""
        found = {one.id: one for one in self.visits()}[visit]
        was = self.own(visit)
        report = Report(
            id=was.id if was else ReportId(fresh()),
            visit=visit,
            point=self.partnership.member(found.points),
            person=self.occasion.who.id,
            text=written.text,
            publish=written.publish,
            made_at=self.occasion.now,
            links=written.links,
            pictures=written.pictures,
        )
        self.records.reports.keep(report)
        if was is None:
            VisitNews(self.occasion).reported(replace(found, reported=True))
        return report
