"""Visits of partners as options, and the days that may be suggested for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Protocol

from bot.dialog import Closed, Option, Rejected, _, just, say
from bot.domain.occasion import Occasion
from bot.domain.partners.visiting import Visiting
from bot.domain.partners.visits import PartnerVisit, VisitState

from .wording import PartnerWords

WHICH = _("Which visit?")
DAY = _("Which day?")
AHEAD = (VisitState.PLANNED, VisitState.NOTIFIED)
FURTHEST = timedelta(days=548)
"""A day later than a year and a half from now is taken for a slip."""

UNSAID = date.min
"""The day of a question that was skipped."""


class PartnerVisitChoices:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.words = PartnerWords(occasion)
        self.visiting = Visiting(occasion)

    def options(self, visits: Iterable[PartnerVisit]) -> list[Option]:
        found = self.words.visit_options(visits)
        if not found:
            raise Closed(say(_("There is no visit for which this could be done now.")))
        return found

    def only(self, visits: tuple[PartnerVisit, ...]) -> str | None:
        return visits[0].id if len(visits) == 1 else None

    def to_notify(self) -> tuple[PartnerVisit, ...]:
        """Those whose day is agreed; also past ones of which AKE was never told (D-12)."""
        return tuple(
            visit
            for visit in self.visiting.mine()
            if visit.day is not None
            and not (visit.cancelled or visit.reported)
            and (visit.notice is None or visit.ahead(self.occasion.today))
        )

    def check_day(self, day: date) -> None:
        if day <= self.occasion.today:
            raise Rejected(_("That day has passed or is today. Choose a later one."))
        if day - self.occasion.today > FURTHEST:
            raise Rejected(_("That is far ahead. Please check the year."))


def distinct(*days: date) -> tuple[date, ...]:
    """In order, each once, the skipped ones left out."""
    return tuple(sorted(set(days) - {UNSAID}))


class Tells(Protocol):
    """A dialog that speaks of a visit."""

    given: dict[str, str]
    occasion: Occasion
    visiting: Visiting
    words: PartnerWords


def about(*states: VisitState) -> Callable[[Tells], list[Option]]:
    """The visit a notification names, where it is still in one of these states."""

    def options(dialog: Tells) -> list[Option]:
        found, today = dialog.visiting.one(dialog.given.get("visit")), dialog.occasion.today
        return dialog.words.visit_options(one for one in found if one.state(today) in states)

    return options


class Dated(Protocol):
    """A dialog that knows by now of which visit it speaks."""

    visiting: Visiting

    @property
    def visit(self) -> str: ...


def as_agreed(dialog: Dated) -> list[Option]:
    """The day of the visit: where the notification speaks of another, its occasion is gone."""
    found = dialog.visiting.one(dialog.visit)
    return [Option(one.day.isoformat(), just(one.day)) for one in found if one.day]
