"""One person acting at one moment: what every act of the domain is given to work with."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol, TypeVar, cast

from .accounts import AccountCodes
from .claims.books import ClaimBook, ErrandBook, GrantBook, MemberBook
from .coffee.kept import CoffeeHours
from .feeds import Feeds
from .files import Files
from .ids import town_of
from .keeping import OwnRecords
from .languages import Language
from .notifications import Notification, Notifications, ToPerson
from .partners.records import PartnerRecords
from .people import NotAllowed, People, Person
from .reckoning import Reckoned, Unreckoned
from .regions import Region
from .rooms import Rooms
from .rounds import Rounds
from .service_points import ServicePoints
from .visits.ake_people import AkePeople
from .visits.published_days import VisitDays
from .visits.visits import Visits
from .visits.waiting import WaitingLine

T = TypeVar("T")


class Records(PartnerRecords, Protocol):
    """Everything that is kept, read and changed in one transaction."""

    @property
    def people(self) -> People: ...
    @property
    def service_points(self) -> ServicePoints: ...
    @property
    def coffee_hours(self) -> CoffeeHours: ...
    @property
    def notifications(self) -> Notifications: ...
    @property
    def rounds(self) -> Rounds: ...
    @property
    def ake_people(self) -> AkePeople: ...
    @property
    def visit_days(self) -> VisitDays: ...
    @property
    def visits(self) -> Visits: ...
    @property
    def waiting(self) -> WaitingLine: ...
    @property
    def rooms(self) -> Rooms: ...
    @property
    def files(self) -> Files: ...
    @property
    def claims(self) -> ClaimBook: ...
    @property
    def errands(self) -> ErrandBook: ...
    @property
    def members(self) -> MemberBook: ...
    @property
    def grants(self) -> GrantBook: ...
    @property
    def accounts(self) -> AccountCodes: ...
    @property
    def own_data(self) -> OwnRecords: ...
    @property
    def feeds(self) -> Feeds: ...
    def attempt(self) -> AbstractContextManager[object]:
        """What is done in it is undone where it raises, and what went before stays."""
        ...


@dataclass(frozen=True)
class Occasion:
    """`now` is aware; `today` is the day on the region's own calendar."""

    who: Person
    region: Region
    now: datetime
    records: Records
    reckoned: Reckoned = field(default_factory=dict)
    page: str = ""
    """The bot's own page as people's browsers find it; empty where they cannot."""

    @property
    def today(self) -> date:
        return self.now.astimezone(self.region.zone).date()

    @property
    def language(self) -> Language:
        return self.language_of(self.who)

    def language_of(self, person: Person) -> Language:
        """A person's own choice, then what their client speaks, then their municipality's language,
        then the region's (D-33).
        """
        if own := person.language or person.client_language:
            return own
        if person.home is not None:
            home = self.region.municipalities.get(town_of(person.home))
            if home is not None and home.default_language is not None:
                return Language(home.default_language)
        return Language(self.region.default_language)

    @property
    def left(self) -> bool:
        """Whether the one who acts has just been forgotten, at their own wish."""
        return not self.who.is_nobody and self.records.people.find(self.who.id) is None

    def anew(self) -> Occasion:
        """The same occasion with the person as they are kept now."""
        return replace(self, who=self.records.people.find(self.who.id) or self.who)

    def reckon(self, about: Hashable, work: Callable[[], T]) -> T:
        """What long and pure work comes to; it is done while no transaction is open.

        `about` names all that the work depends on. Raises Unreckoned the first time, which the
        conversation sees to: it is for what a dialog does in `submit`.
        """
        if about not in self.reckoned:
            raise Unreckoned(about, work)
        return cast("T", self.reckoned[about])

    def as_coordinator(self) -> None:
        """Raises NotAllowed for anyone who is not an AKE coordinator."""
        if not self.who.coordinator:
            raise NotAllowed("coordinators only")

    def tell(self, person: Person, key: str, opens: str, /, **facts: str) -> None:
        """Plan a notification to a person, due at once."""
        to = ToPerson(person.id)
        self.records.notifications.plan(
            Notification(f"{key}/{person.id}", to, self.now, opens, facts)
        )
