"""Registering a library as a partner library, telling anew, and withdrawing (PL-4 … PL-6)."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.arrangements import RoundKind
from bot.domain.ids import PersonId, RegistrationId, ServicePointId, fresh
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from bot.domain.round_times import RoundTimes
from bot.domain.rounds import Round
from bot.domain.service_points import ServicePoint

from .access import as_one_of, is_of, may_act
from .news import News
from .pairs import Pair
from .partner_round import latest
from .registrations import Registration, RegistrationState, Told


class HasPartner(Exception):
    """The library has a partner already, and one at a time (D-5)."""

    def __init__(self, pair: Pair) -> None:
        super().__init__(pair.id)
        self.pair = pair


class Registering:
    """What a library's workers do for it, and coordinators for any library."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.records = occasion.records
        self.news = News(occasion)

    # What may be registered, and when

    def points(self) -> tuple[ServicePoint, ...]:
        """Libraries that the one who acts may register: their municipality's own (D-3)."""
        return tuple(p for p in Libraries(self.occasion).all() if may_act(self.occasion.who, p.id))

    def round(self) -> Round | None:
        """The one to register for. Coordinators also register late, for the last one (D-1)."""
        open_now = RoundTimes(self.occasion).current(RoundKind.PARTNER)
        late = latest(self.occasion) if self.occasion.who.coordinator else None
        return open_now or late

    def next_round(self) -> Round | None:
        return RoundTimes(self.occasion).next(RoundKind.PARTNER)

    def at(self, point: ServicePointId) -> Registration | None:
        """What is open for a library, whoever registered it. Raises NotAllowed."""
        as_one_of(self.occasion, point)
        return self.records.registrations.open_at(point)

    def pair_at(self, point: ServicePointId) -> Pair | None:
        """Raises NotAllowed."""
        as_one_of(self.occasion, point)
        return self.records.pairs.active_at(point)

    def open_ones(self) -> tuple[Registration, ...]:
        """All that the one who acts may change."""
        found = self.records.registrations.open_ones()
        return tuple(one for one in found if may_act(self.occasion.who, one.point))

    def one(self, registration: str | None) -> tuple[Registration, ...]:
        """That of this id, open or not, where the one who acts may see it; else nothing."""
        if not registration:
            return ()
        found = self.records.registrations.find(RegistrationId(registration))
        return (found,) if found and may_act(self.occasion.who, found.point) else ()

    def find(self, registration: RegistrationId) -> Registration:
        """Raises KeyError, NotAllowed."""
        found = self.records.registrations.find(registration)
        if found is None:
            raise KeyError(registration)
        as_one_of(self.occasion, found.point)
        return found

    # What is done

    def register(self, point: ServicePointId, told: Told) -> Registration:
        """Send a registration, or keep a draft of it where no round is open.

        Raises NotAllowed, HasPartner, and RegistrationTaken where someone was quicker.
        """
        if pair := self.pair_at(point):
            raise HasPartner(pair)
        draft = Registration(
            id=RegistrationId(fresh()),
            point=point,
            state=RegistrationState.DRAFT,
            told=told,
            contact=self.own(point),
            made_at=self.occasion.now,
        )
        registration = self.sent(draft)
        self.records.registrations.keep(registration)
        self.news.registered(registration)
        return registration

    def change(self, was: Registration, told: Told) -> Registration:
        """Tell anew; a draft is sent where a round is open now. The contact person is told.

        Raises NotAllowed, and KeyError where it is not open any more.
        """
        now = self.at(was.point)
        if now is None or now.id != was.id:
            raise KeyError(was.id)
        changed = self.sent(replace(now, told=told, contact=now.contact or self.own(was.point)))
        self.records.registrations.keep(changed)
        if changed.told != now.told:
            self.news.changed(changed)
        if changed.state is not now.state:
            self.news.registered(changed)
        return changed

    def sent(self, registration: Registration) -> Registration:
        """A draft is sent where a round is open; what else is stays as it is."""
        this = self.round()
        if registration.state is not RegistrationState.DRAFT or this is None:
            return registration
        return replace(registration, state=RegistrationState.SUBMITTED, round=this.id)

    def own(self, point: ServicePointId) -> PersonId | None:
        return self.occasion.who.id if is_of(self.occasion.who, point) else None

    def withdraw(self, registration: RegistrationId) -> Registration:
        """Raises NotAllowed, and KeyError where it is not open any more."""
        found = self.find(registration)
        if not found.is_open:
            raise KeyError(registration)
        gone = replace(found, state=RegistrationState.WITHDRAWN)
        self.records.registrations.keep(gone)
        self.news.withdrawn(gone)
        return gone
