"""What libraries, pairs and their visits are called."""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialog import Option, Phrase, _, just
from bot.domain.ids import ServicePointId
from bot.domain.libraries import Libraries
from bot.domain.names import Name
from bot.domain.occasion import Occasion
from bot.domain.partners.pairs import Pair
from bot.domain.partners.steps import Step
from bot.domain.partners.visits import Item, PartnerVisit, VisitState
from dialogs.proposal import pair_name


class PartnerWords:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.libraries = Libraries(occasion)

    def place(self, point: ServicePointId) -> Name:
        return self.libraries.find(point).name

    def places(self, points: Iterable[ServicePointId]) -> tuple[Name, ...]:
        return tuple(self.place(point) for point in points)

    def group(self, points: Iterable[ServicePointId]) -> Phrase:
        """Auran pääkirjasto – Marttilan pääkirjasto."""
        return pair_name(self.places(points))

    def visit(self, visit: PartnerVisit) -> Phrase:
        """Where it goes, and when."""
        host = self.place(visit.host)
        if visit.day is None:
            return _("{host}, the day is still open", host=host)
        return _("{host}, {day}", host=host, day=visit.day)

    def pair_options(self, pairs: Iterable[Pair]) -> list[Option]:
        return [Option(pair.id, self.group(pair.points)) for pair in pairs]

    def visit_options(self, visits: Iterable[PartnerVisit]) -> list[Option]:
        return [Option(visit.id, self.visit(visit)) for visit in visits]

    def point_options(self, points: Iterable[ServicePointId]) -> list[Option]:
        return [Option(point, just(self.place(point))) for point in points]


STATES = {
    VisitState.PLANNED: _("Being planned"),
    VisitState.NOTIFIED: _("AKE has been told"),
    VisitState.HELD: _("Waits for its report"),
    VisitState.REPORTED: _("Reported"),
    VisitState.CANCELLED: _("Cancelled"),
}

ITEMS = {
    Item.PROGRAMME: _("Going through the programme"),
    Item.INTRODUCTIONS: _("Introducing ourselves"),
    Item.SERVICES: _("The host library's services"),
    Item.BREAKS: _("Lunch and coffee breaks"),
    Item.PROJECT: _("Presenting a project, or planning a new one"),
    Item.FRESH_EYES: _("Looking at services, rooms or signs with fresh eyes"),
    Item.EVENT: _("Planning an event together"),
    Item.TOGETHER: _("Something nice together"),
}

STEPS = {
    Step.DAY: _("Agree on the day, and on as many coming along as possible"),
    Step.OUTLINE: _("Draft an outline of the day together"),
    Step.NOTICE: _("Tell AKE of your plans"),
    Step.TRAVEL: _("Plan the travel"),
    Step.CLAIM: _("Claim the travel costs from AKE"),
    Step.REPORT: _("Report to AKE in your own words"),
}
