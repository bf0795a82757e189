"""The info session of a round: inviting to it, and saying whether one comes (PL-10, D-10)."""

from __future__ import annotations

from datetime import datetime

from bot.domain.ids import RoundId
from bot.domain.notifications import Notification, ToPerson
from bot.domain.occasion import Occasion
from bot.domain.people import Person
from bot.domain.reminders import before, due
from bot.domain.round_times import RoundTimes
from bot.domain.rounds import Round

from .access import is_of
from .info_sessions import InfoSession
from .news import News
from .partner_round import latest
from .registrations import Registration, RegistrationState

REMINDERS = before(1440)


class NoSession(Exception):
    """The round has no info session, or its time is not known yet."""


class Informing:
    """For those who are invited."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.records = occasion.records

    def session(self, season: RoundId) -> InfoSession | None:
        return self.records.info_sessions.find(season)

    def round(self, season: RoundId) -> Round | None:
        return RoundTimes(self.occasion).known.get(season)

    def open_ones(self) -> tuple[Round, ...]:
        """Sessions still to come to which the own municipality's libraries are invited."""
        return tuple(
            one
            for one in RoundTimes(self.occasion).known.values()
            if self.is_ahead(one) and self.session(one.id) and self.invited(one.id)
        )

    def is_ahead(self, one: Round) -> bool:
        return one.info_session is not None and self.occasion.now < one.info_session.ends

    def invited(self, season: RoundId) -> bool:
        who = self.occasion.who
        return who.coordinator or any(is_of(who, each.point) for each in self.takers(season))

    def takers(self, season: RoundId) -> tuple[Registration, ...]:
        """Registrations of a round, and those that still wait from an earlier one."""
        registrations = self.records.registrations
        waiting = [one for one in registrations.open_ones() if one.takes_part]
        found = {one.id: one for one in (*registrations.of_round(season), *waiting)}.values()
        return tuple(one for one in found if one.state is not RegistrationState.WITHDRAWN)

    def answer(self, season: RoundId, *, comes: bool) -> Round:
        """Who comes is reminded the day before. Raises KeyError where it is not open to them."""
        found = {one.id: one for one in self.open_ones()}[season]
        self.records.info_sessions.answer(season, self.occasion.who.id, comes)
        if comes and found.info_session is not None:
            self.remind(found, found.info_session.begins)
        return found

    def answer_to(self, season: RoundId) -> bool | None:
        """What the one who acts has said; None where they have not."""
        return self.records.info_sessions.answers(season).get(self.occasion.who.id)

    def comes_to(self, season: str) -> bool:
        """Whether the one who acts has said that they come."""
        return self.answer_to(RoundId(season)) is True

    def remind(self, informed: Round, begins: datetime) -> None:
        who, now = self.occasion.who, self.occasion.now
        for each in due(begins, REMINDERS, quiet=News(self.occasion).quiet, now=now):
            key = f"partner_info_reminder/{informed.id}/{begins.isoformat()}/{who.id}"
            facts = {"season": str(informed.id), "begins": begins.isoformat()}
            told = Notification(key, ToPerson(who.id), each.at, "partner_info_reminder", facts)
            self.records.notifications.plan(told)


class InfoDesk:
    """For AKE's coordinators."""

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion
        self.informing = Informing(occasion)

    @property
    def round(self) -> Round:
        """The one whose session it is about. Raises NoSession."""
        found = latest(self.occasion)
        if found is None or found.info_session is None:
            raise NoSession
        return found

    def invite(self, place: str) -> int:
        """Ask everyone who registered; how many are asked. Raises NoSession."""
        this = self.round
        session = InfoSession(this.id, place, self.occasion.now)
        self.occasion.records.info_sessions.keep(session)
        return News(self.occasion).invite(self.informing.takers(this.id), this)

    def answers(self) -> tuple[tuple[Person, bool], ...]:
        """Raises NoSession."""
        people = self.occasion.records.people
        told = self.occasion.records.info_sessions.answers(self.round.id)
        found = [(people.find(person), comes) for person, comes in told.items()]
        return tuple((person, comes) for person, comes in found if person is not None)
