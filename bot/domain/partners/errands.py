"""A partners' visit as the errand of a travel claim."""

from __future__ import annotations

from bot.domain.claims.errands import Errand, ErrandId, ErrandKind
from bot.domain.ids import town_of
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion

from .visiting import Visiting
from .visits import PartnerVisit


class PartnerErrands:
    """Visits for which the one who acts may claim travel costs; a report is not needed (D-32)."""

    def __init__(self, occasion: Occasion) -> None:
        self.libraries = Libraries(occasion)
        self.visiting = Visiting(occasion)

    def all(self) -> tuple[Errand, ...]:
        """The newest first."""
        visits = [one for one in self.visiting.mine() if one.day and not one.cancelled]
        return tuple(self.errand(visit) for visit in reversed(visits))

    def errand(self, visit: PartnerVisit) -> Errand:
        """The day must be agreed: raises ValueError where it is not."""
        if visit.day is None:
            raise ValueError(visit.id)
        return Errand(
            id=ErrandId(visit.id),
            kind=ErrandKind.PARTNER_VISIT,
            place=self.libraries.find(visit.host).name,
            host=town_of(visit.host),
            first=visit.day,
            last=visit.day,
            notified=visit.notice.on if visit.notice else None,
        )
