"""What waits for AKE's coordinators, and where it is dealt with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from bot.dialog import Dialog, Phrase, _, n_
from bot.domain.claims.claims_desk import ClaimsDesk
from bot.domain.coffee.desk import CoffeeDesk
from bot.domain.libraries import LibraryDesk
from bot.domain.occasion import Occasion
from bot.domain.outbox import OutboxDesk
from bot.domain.partners.partner_round import latest
from bot.domain.partners.registrations import RegistrationState
from bot.domain.partners.visit_desk import PartnerVisitDesk
from bot.domain.profile import PeopleDesk
from bot.domain.rounds import Round
from bot.domain.visits.desk import VisitDesk
from dialogs.desk.claims.queue import ClaimQueue
from dialogs.desk.coffee.overview import CoffeeOverview
from dialogs.desk.directors import DecideDirector
from dialogs.desk.libraries import DecideLibrary
from dialogs.desk.partners.info_desk import ShowInfoSession
from dialogs.desk.partners.pairs import ShowPairs
from dialogs.desk.partners.visits import DecideThirdVisit
from dialogs.desk.undelivered import ListUndelivered
from dialogs.desk.visits.overview import Bookings

Waits: TypeAlias = tuple[Phrase, type[Dialog]]


class Waiting:
    """Asked of every capability in turn; what does not wait is not told."""

    def __init__(self, occasion: Occasion) -> None:
        occasion.as_coordinator()
        self.occasion = occasion

    def found(self) -> list[Waits]:
        return [*self.visits(), *self.people(), *self.claims(), *self.partners(), *self.others()]

    def visits(self) -> Iterator[Waits]:
        if wishes := len(VisitDesk(self.occasion).wishes()):
            one = n_("One wish for a visit waits.", "{count} wishes for visits wait.", wishes)
            yield one, Bookings

    def people(self) -> Iterator[Waits]:
        if directors := len(PeopleDesk(self.occasion).unconfirmed()):
            yield (
                n_(
                    "One director waits to be confirmed.",
                    "{count} directors wait to be confirmed.",
                    directors,
                ),
                DecideDirector,
            )
        if libraries := len(LibraryDesk(self.occasion).suggestions()):
            yield (
                n_(
                    "One suggested library waits.",
                    "{count} suggested libraries wait.",
                    libraries,
                ),
                DecideLibrary,
            )

    def claims(self) -> Iterator[Waits]:
        if claims := len(ClaimsDesk(self.occasion).waiting()):
            yield (
                n_("One travel claim waits.", "{count} travel claims wait.", claims),
                ClaimQueue,
            )

    def partners(self) -> Iterator[Waits]:
        closed = self.closed_round()
        if closed and (unpaired := self.unpaired()):
            yield (
                n_(
                    "The round of partner libraries has closed: one library waits for its partner.",
                    "The round of partner libraries has closed: {count} libraries wait for their "
                    "partners.",
                    unpaired,
                ),
                ShowPairs,
            )
        if closed and self.uninvited(closed):
            yield _("The invitations to the info session have not been sent."), ShowInfoSession
        if third := len(PartnerVisitDesk(self.occasion).asking()):
            yield (
                n_(
                    "One visit of partners waits for AKE's consent.",
                    "{count} visits of partners wait for AKE's consent.",
                    third,
                ),
                DecideThirdVisit,
            )

    def closed_round(self) -> Round | None:
        found = latest(self.occasion)
        return found if found and not found.is_open(self.occasion.today) else None

    def unpaired(self) -> int:
        """Those on the waiting list wait for the next round, not for a coordinator."""
        found = self.occasion.records.registrations.open_ones()
        return sum(1 for one in found if one.state is RegistrationState.SUBMITTED)

    def uninvited(self, closed: Round) -> bool:
        session, sent = closed.info_session, self.occasion.records.info_sessions
        ahead = session is not None and self.occasion.now < session.begins
        there = any(one.takes_part for one in self.occasion.records.registrations.open_ones())
        return ahead and there and sent.find(closed.id) is None

    def others(self) -> Iterator[Waits]:
        if hours := len(CoffeeDesk(self.occasion).to_count()):
            yield (
                n_(
                    "One coffee hour has passed: was it held?",
                    "{count} coffee hours have passed: were they held?",
                    hours,
                ),
                CoffeeOverview,
            )
        if stuck := len(OutboxDesk(self.occasion).stuck()):
            yield (
                n_(
                    "One message was not delivered.",
                    "{count} messages were not delivered.",
                    stuck,
                ),
                ListUndelivered,
            )
