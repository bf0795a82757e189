"""Partners' visits as the errands of travel claims."""

from __future__ import annotations

from datetime import date

from bot.domain.claims.errands import Errand, ErrandId, ErrandKind
from bot.domain.ids import PartnerVisitId, town_of
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion

from .access import is_of
from .visiting import Visiting
from .visits import PartnerVisit


class PartnerErrands:
    """A report is not needed to claim, and neither is a notice: AKE sees what is missing (D-12)."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.visits = occasion.records.partner_visits
        self.libraries = Libraries(occasion)

    def find(self, errand: ErrandId) -> Errand | None:
        found = self.visits.find(PartnerVisitId(errand))
        return next(iter(self.errands(found)), None) if found else None

    def mine(self) -> tuple[Errand, ...]:
        """Visits to which the own municipality's libraries went; hosts do not travel."""
        who, visits = self.occasion.who, Visiting(self.occasion).mine()
        return self.errands(
            *(one for one in visits if any(is_of(who, guest) for guest in one.guests))
        )

    def since(self, day: date) -> tuple[Errand, ...]:
        return self.errands(*self.visits.since(day))

    def reported(self, day: date) -> frozenset[ErrandId]:
        return frozenset(ErrandId(one.id) for one in self.visits.since(day) if one.reported)

    def errands(self, *visits: PartnerVisit) -> tuple[Errand, ...]:
        """Of those that have a day and were not called off."""
        dated = ((visit, visit.day) for visit in visits if not visit.cancelled)
        return tuple(self.errand(visit, day) for visit, day in dated if day is not None)

    def errand(self, visit: PartnerVisit, day: date) -> Errand:
        return Errand(
            id=ErrandId(visit.id),
            kind=ErrandKind.PARTNER_VISIT,
            place=self.libraries.find(visit.host).name,
            host=town_of(visit.host),
            first=day,
            last=day,
            notified=visit.notice.on if visit.notice else None,
        )
