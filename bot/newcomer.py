"""What a newcomer finds on the local page: AKE's invented people, open rounds and free days.

Done once, on a database that has nothing of the kind; never where Teams or Slack is set up.
"""

from __future__ import annotations

from datetime import timedelta

from bot.app import House
from bot.domain.arrangements import RoundKind
from bot.domain.languages import Language
from bot.domain.occasion import Occasion
from bot.domain.people import Person
from bot.domain.round_times import RoundsDesk
from bot.domain.visits.ake_people import AkeRole
from bot.domain.visits.day_desk import DayDesk
from bot.domain.visits.people_desk import AkePeopleDesk

ROUND = timedelta(weeks=6)
FIRST, LAST = timedelta(weeks=2), timedelta(weeks=5)
WEEKDAYS = (1, 2, 3)
"""Tuesdays to Thursdays."""
AUTUMN = 7
"""The first month of the autumn season."""

DIRECTOR, AUTHORITY = "Vilja Lahtinen", "Erik Nyman"
BOTH = frozenset(Language)


def welcome(house: House, coordinators: tuple[Person, ...]) -> None:
    """Let the first of the coordinators set things up, the way they would themselves."""
    with house.ledger.unit() as unit:
        occasion = Occasion(coordinators[0], house.region, house.clock.now(), unit)
        people = AkePeopleDesk(occasion)
        if people.all():
            return
        for person in coordinators:
            people.add(person.name, BOTH, (AkeRole.INFORMATICIAN,), person.id)
        people.add(DIRECTOR, (Language.FI,), (AkeRole.DIRECTOR,), None)
        people.add(AUTHORITY, BOTH, (AkeRole.AUTHORITY,), None)
        open_rounds(occasion)
        today = occasion.today
        DayDesk(occasion).publish(today + FIRST, today + LAST, WEEKDAYS)
        unit.commit()


def open_rounds(occasion: Occasion) -> None:
    """Open this season's rounds, so that days can be booked and libraries registered at once."""
    rounds, today = RoundsDesk(occasion), occasion.today
    for kind in RoundKind:
        if rounds.times.current(kind) is None:
            ours = [one for one in rounds.all() if one.kind is kind and one.year == today.year]
            season = ours[-1] if today.month >= AUTUMN else ours[0]
            rounds.open_now(season.id, today + ROUND)
