"""What any library worker may do with coffee hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid5

from bot.domain.ids import CoffeeHourId, NetworkKey
from bot.domain.occasion import Occasion

from .hours import CoffeeHour
from .kept import CoffeeChanged, CoffeeHours, Proposal, ProposalId
from .reminding import HORIZON, remind_anew, remind_comer
from .wishes import LEADS, audience_wish, follows, lead_wish

NAMES = UUID("6f0b7f2c-52b7-4d0c-9d54-7c0f6a8e0c11")
"""The name space of ids made from what was said and when."""


class CoffeeCorner:
    """Coffee hours as the one who acts sees them."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion

    @property
    def kept(self) -> CoffeeHours:
        return self.occasion.records.coffee_hours

    def coming(self) -> tuple[CoffeeHour, ...]:
        """All that are coming or going on, for whomever they are meant."""
        now = self.occasion.now
        hours = self.kept.between(now - timedelta(hours=3), now + HORIZON)
        return tuple(hour for hour in hours if hour.is_coming and hour.ends > now)

    def mine(self) -> tuple[CoffeeHour, ...]:
        """The coming ones that the person follows."""
        who = self.occasion.who
        return tuple(hour for hour in self.coming() if follows(who, hour.audience))

    def attended(self) -> frozenset[CoffeeHourId]:
        return self.kept.attended_by(self.occasion.who.id)

    def attend(self, hour: CoffeeHourId, *, comes: bool) -> None:
        """Who comes is reminded, whether they follow the audience or not."""
        self.kept.attend(hour, self.occasion.who.id, comes=comes)
        found = self.kept.find(hour)
        if comes and found is not None:
            remind_comer(self.occasion, found)

    def follow(self, audiences: frozenset[NetworkKey]) -> None:
        """Follow these audiences and no others."""
        who = self.occasion.who
        keys = self.occasion.region.networks
        wishes = {audience_wish(key): key in audiences for key in keys}
        who = replace(who, wishes={**who.wishes, **wishes})
        self.occasion.records.people.save(who)
        remind_anew(self.occasion, who)

    def be_reminded(self, leads: frozenset[str]) -> None:
        """Be reminded at these times and at no others."""
        who = self.occasion.who
        wishes = {lead_wish(lead): lead in leads for lead in LEADS}
        who = replace(who, wishes={**who.wishes, **wishes})
        self.occasion.records.people.save(who)
        remind_anew(self.occasion, who)

    def propose(self, audience: NetworkKey, topic: str, guest: str) -> None:
        """Wish for a topic or a guest; the coordinators are told (CO-4)."""
        who, now = self.occasion.who, self.occasion.now
        found = ProposalId(uuid5(NAMES, f"{who.id} {now.isoformat()} {topic} {guest}").hex)
        self.kept.propose(Proposal(found, who.id, audience, topic, guest, now))
        for coordinator in self.occasion.records.people.coordinators():
            self.occasion.tell(coordinator, f"proposed/{found}", "coffee_proposed", proposal=found)

    def volunteer(self, hour: CoffeeHourId) -> CoffeeHour:
        """The person's own library hosts. Raises CoffeeChanged where another was quicker."""
        found, home = self.kept.find(hour), self.occasion.who.home
        if found is None or home is None or found.host is not None or not found.is_coming:
            raise CoffeeChanged(hour)
        hosted = replace(found, host=home)
        self.kept.change(found, hosted)
        for coordinator in self.occasion.records.people.coordinators():
            self.occasion.tell(coordinator, f"hosted/{hour}/{home}", "coffee_hosted", hour=hour)
        return hosted
