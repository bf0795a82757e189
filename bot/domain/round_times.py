"""What a person can know of the rounds, and what an AKE coordinator may do with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cached_property

from .arrangements import RoundKind
from .ids import PersonId, RoundId, town_of
from .notifications import Notification, ToPerson
from .occasion import Occasion
from .quiet import Quiet
from .reminders import ROUND_CLOSES
from .reminders import due as falls_due
from .rounds import Meeting, Round, Window, coming, current, usual, usual_session
from .wallclock import instant

LAST_MINUTE = time(23, 59)
OPENS_AT = time(9)
"""When those who wait for a round hear that it has opened, by local time."""


class RoundTimes:
    """The rounds of last year, this year and the next, as they are kept or else as usual."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion

    @cached_property
    def known(self) -> Mapping[RoundId, Round]:
        region, this_year = self.occasion.region, self.occasion.today.year
        rounds = [
            usual(default, year, region.zone)
            for year in (this_year - 1, this_year, this_year + 1)
            for default in region.arrangements.rounds
        ]
        kept = self.occasion.records.rounds.kept()
        return {one.id: one for one in (*rounds, *kept)}

    def find(self, found: RoundId) -> Round:
        """Raises KeyError."""
        return self.known[found]

    def current(self, kind: RoundKind) -> Round | None:
        return current(self.known.values(), kind, self.occasion.today)

    def next(self, kind: RoundKind) -> Round | None:
        """The one that opens next; None where no date is known."""
        return coming(self.known.values(), kind, self.occasion.today)

    def watch(self, kind: RoundKind) -> Round | None:
        """Tell the one who acts when the next round opens; the round, where its date is known."""
        who = self.occasion.who
        self.occasion.records.rounds.watch(kind, who.id)
        opening = self.next(kind)
        if opening is not None:
            announce(self.occasion, opening, who.id)
        return opening

    def heard(self, opened: Round) -> None:
        """The one who acts has been told that a round is open: they wait for its end now (RE-6)."""
        who = self.occasion.who
        self.occasion.records.rounds.forget_watcher(opened.kind, who.id)
        if opened.window is not None:
            remind_of_closing(self.occasion, opened, opened.window.closes_on)

    def used(self, opened: Round) -> bool:
        """Whether the libraries of the person's town have taken part in a round already."""
        home, records = self.occasion.who.home, self.occasion.records
        if home is None:
            return False
        if opened.kind is RoundKind.AKE_VISIT:
            return any(visit.ahead(self.occasion.today) for visit in records.visits.of(home))
        taking = records.registrations.of_round(opened.id)
        return any(town_of(each.point) == town_of(home) for each in taking)


class RoundsDesk:
    """What only an AKE coordinator may do."""

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion
        self.times = RoundTimes(occasion)

    def all(self) -> tuple[Round, ...]:
        """This year's and the next, drafts too, by kind and time."""
        rounds = [one for one in self.times.known.values() if one.year >= self.occasion.today.year]
        return tuple(sorted(rounds, key=lambda one: (one.kind, one.year, one.season == "autumn")))

    def move(self, found: RoundId, window: Window) -> Round:
        """Set the days; a usual info session moves along (D-10). Raises KeyError."""
        moved = replace(self.times.find(found), window=window)
        return self.keep(replace(moved, info_session=self.usual_session(moved)))

    def open_now(self, found: RoundId, closes_on: date) -> Round:
        """Open it today. Raises KeyError."""
        return self.move(found, Window(self.occasion.today, closes_on))

    def close_now(self, found: RoundId) -> Round:
        """Yesterday was the last day; one that opened today is a draft again. Raises KeyError."""
        closing = self.times.find(found)
        yesterday = self.occasion.today - timedelta(days=1)
        if closing.window is None or closing.window.opens_on > yesterday:
            return self.keep(replace(closing, window=None))
        return self.keep(replace(closing, window=Window(closing.window.opens_on, yesterday)))

    def set_info_session(self, found: RoundId, meeting: Meeting) -> Round:
        """Raises KeyError."""
        return self.keep(replace(self.times.find(found), info_session=meeting))

    def usual_session(self, moved: Round) -> Meeting | None:
        region = self.occasion.region
        for default in region.arrangements.rounds:
            if (default.kind, default.season) == (moved.kind, moved.season):
                session = default.info_session
                closes_on = moved.window and moved.window.closes_on
                return (
                    usual_session(session, closes_on, region.zone)
                    if session and closes_on
                    else None
                )
        return moved.info_session

    def keep(self, changed: Round) -> Round:
        self.occasion.records.rounds.keep(changed)
        self.times.__dict__.pop("known", None)
        for person in self.occasion.records.rounds.watchers(changed.kind):
            announce(self.occasion, changed, person)
        return changed


def remind_of_closing(occasion: Occasion, opened: Round, closes_on: date) -> None:
    """Tell the one who acts, a week and a day before, that a round closes; moved, it is silent."""
    who, last = occasion.who, instant(closes_on, LAST_MINUTE, occasion.region.zone)
    facts = {"closing": opened.id, "closes_on": closes_on.isoformat()}
    for each in falls_due(last, ROUND_CLOSES, quiet=quiet(occasion), now=occasion.now):
        key = f"round_closes/{opened.id}/{closes_on}/{each.name}/{who.id}"
        planned = Notification(key, ToPerson(who.id), each.at, "round_closes", facts)
        occasion.records.notifications.plan(planned)


def quiet(occasion: Occasion) -> Quiet:
    region = occasion.region
    return Quiet(region.zone, region.arrangements.quiet_hours, is_holiday=region.holidays)


def announce(occasion: Occasion, opening: Round, person: PersonId) -> None:
    """Plan to tell someone that a round has opened; one moved meanwhile says nothing."""
    if opening.window is None or opening.window.closes_on < occasion.today:
        return
    opens_on = opening.window.opens_on
    opens_at = datetime.combine(opens_on, OPENS_AT, occasion.region.zone)
    due = quiet(occasion).after(max(opens_at, occasion.now))
    facts = {"opened": opening.id, "opens_on": opens_on.isoformat()}
    key = f"round_opened/{opening.id}/{opens_on}/{person}"
    planned = Notification(key, ToPerson(person), due, "round_opened", facts)
    occasion.records.notifications.plan(planned)
