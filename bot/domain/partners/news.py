"""Who is told what about registrations and pairs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from bot.domain.ids import PersonId, ServicePointId
from bot.domain.notifications import Notification, ToPerson
from bot.domain.occasion import Occasion
from bot.domain.people import Person
from bot.domain.quiet import Quiet
from bot.domain.round_times import RoundTimes
from bot.domain.rounds import Round

from .pairs import Member, Pair
from .registrations import Registration, RegistrationState

FIRST_VISIT = timedelta(days=21)
"""After this a pair that has planned no visit yet is asked whether it needs help."""


class News:
    """Tells those whom a change concerns, but not the one who made it."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.people = occasion.records.people

    # What is told

    def registered(self, registration: Registration) -> None:
        """Who registers after the invitations to the info session went out is invited too."""
        if registration.state is not RegistrationState.SUBMITTED or registration.round is None:
            return
        if self.occasion.records.info_sessions.find(registration.round) is not None:
            self.invite((registration,), RoundTimes(self.occasion).find(registration.round))

    def invite(self, registrations: Iterable[Registration], after: Round) -> int:
        """Ask whether they come to the round's info session (PL-10); how many are asked.

        One that has been moved is asked about anew.
        """
        if after.info_session is None:
            return 0
        begins = after.info_session.begins.isoformat()
        found = (person for each in registrations for person in self.contacts(each))
        asked = {person.id: person for person in found}.values()
        for person in asked:
            key = f"partner_info/{after.id}/{begins}"
            self.occasion.tell(person, key, "partner_info", season=after.id, begins=begins)
        return len(asked)

    def changed(self, registration: Registration) -> None:
        self.tell_contact(registration, "registration_changed")

    def withdrawn(self, registration: Registration) -> None:
        self.tell_contact(registration, "registration_withdrawn")

    def left_waiting(self, registration: Registration) -> None:
        key = f"left_waiting/{registration.id}/{registration.round}"
        for person in self.contacts(registration):
            self.occasion.tell(person, key, "left_waiting", registration=registration.id)

    def paired(self, pair: Pair) -> None:
        """Both libraries are told of each other, and later of a first visit not planned."""
        key = f"pair_confirmed/{pair.id}"
        for person in self.of_pair(pair):
            self.occasion.tell(person, key, "pair_confirmed", pair=pair.id)
            due = self.quiet.after(self.occasion.now + FIRST_VISIT)
            waits = Notification(
                f"pair_without_visit/{pair.id}/{person.id}",
                ToPerson(person.id),
                due,
                "pair_without_visit",
                {"pair": pair.id},
            )
            self.occasion.records.notifications.plan(waits)

    def ended(self, pair: Pair) -> None:
        for person in self.of_pair(pair):
            self.occasion.tell(person, f"pair_ended/{pair.id}", "pair_ended", pair=pair.id)

    def tell_contact(self, registration: Registration, opens: str) -> None:
        who = self.occasion.who
        key = f"{opens}/{registration.id}/{self.occasion.now.isoformat()}"
        for person in self.found([registration.contact]):
            if person.id != who.id:
                facts = {"registration": registration.id, "by": who.id}
                self.occasion.tell(person, key, opens, **facts)

    # Who they are

    def contacts(self, registration: Registration) -> tuple[Person, ...]:
        """The contact person; where there is none, everyone who works there."""
        return self.found([registration.contact]) or self.people.at_home(registration.point)

    def of_member(self, member: Member) -> tuple[Person, ...]:
        registration = self.occasion.records.registrations.find(member.registration)
        return self.contacts(registration) if registration else self.people.at_home(member.point)

    def of_pair(self, pair: Pair, but: ServicePointId | None = None) -> tuple[Person, ...]:
        """The contact people of all members but one, each once."""
        members = (member for member in pair.members if member.point != but)
        found = (person for member in members for person in self.of_member(member))
        return tuple({person.id: person for person in found}.values())

    def found(self, ids: Iterable[PersonId | None]) -> tuple[Person, ...]:
        people = (self.people.find(each) for each in ids if each is not None)
        return tuple(person for person in people if person is not None)

    @property
    def quiet(self) -> Quiet:
        region = self.occasion.region
        return Quiet(region.zone, region.arrangements.quiet_hours, is_holiday=region.holidays)
