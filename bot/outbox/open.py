"""Letters opened: what each says now, in which language and where to; or that it is not to go."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.conversation.bilingual import in_languages
from bot.conversation.letters import Letter, PostUnit, Ready, Settled, State
from bot.conversation.notices import Notices
from bot.conversation.turns import Address
from bot.domain.ids import PersonId
from bot.domain.notifications import Recipient, ToPerson, ToRoom, Why
from bot.domain.occasion import Occasion
from bot.domain.people import Person, nobody
from bot.domain.regions import Region


@dataclass(frozen=True)
class Open:
    """Opens letters in one transaction.

    `channels` are those switched on, `addresses` those of the people the letters are for.
    """

    unit: PostUnit
    notices: Notices
    region: Region
    now: datetime
    channels: Collection[str]
    addresses: Mapping[PersonId, Address]

    def __call__(self, letter: Letter) -> Ready | Settled:
        to = letter.notification.to
        if letter.in_doubt:
            return self.to_ask(letter)
        return self.to_person(letter, to) if isinstance(to, ToPerson) else self.to_room(letter, to)

    def to_ask(self, letter: Letter) -> Ready | Settled:
        """One in doubt: only where to ask for it."""
        address = self.place(letter.notification.to)
        if address is None:
            return self.settled(letter, State.UNKNOWN, Why.UNSURE)
        return Ready(letter, address)

    def to_person(self, letter: Letter, to: ToPerson) -> Ready | Settled:
        who = self.unit.people.find(to.person)
        if who is None:
            return self.settled(letter, State.MOOT)
        occasion = self.occasion(who)
        message = self.notices.message(letter.notification, occasion)
        if message is None:
            return self.settled(letter, State.MOOT)
        address = self.place(to)
        if address is None:
            return self.settled(letter, State.FAILED, Why.NO_ADDRESS)
        return Ready(letter, address, message, occasion.language)

    def to_room(self, letter: Letter, to: ToRoom) -> Ready | Settled:
        room, address = self.unit.rooms.find(to.room), self.place(to)
        if room is None or address is None:
            return self.settled(letter, State.FAILED, Why.GONE)
        first = room.languages[0]
        message = self.notices.post(letter.notification, self.occasion(nobody(first)))
        if message is None:
            return self.settled(letter, State.MOOT)
        return Ready(letter, address, in_languages(message, room.languages), first)

    def place(self, to: Recipient) -> Address | None:
        """Where to write, in a channel that is switched on."""
        if isinstance(to, ToPerson):
            return self.addresses.get(to.person)
        address = self.unit.seats.address(to.room)
        return address if address and address.channel in self.channels else None

    def occasion(self, who: Person) -> Occasion:
        return Occasion(who, self.region, self.now, self.unit)

    def settled(self, letter: Letter, state: State, why: Why | None = None) -> Settled:
        return Settled(letter, state, self.now, why)
