"""A post office for tests: a house, the outside world, and a deliverer between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select

from bot.app import House
from bot.conversation.notices import Notices
from bot.conversation.ports import Channel
from bot.conversation.turns import Address, Sender
from bot.dialog import Choose, Closed, Dialog, Message, Option, Text, as_is, say
from bot.domain.ids import PersonId
from bot.domain.notifications import (
    Doubt,
    Notification,
    Recipient,
    RoomId,
    ToPerson,
    ToRoom,
)
from bot.domain.occasion import Occasion
from bot.outbox.deliver import Deliverer
from bot.outbox.mailroom import Mailroom
from bot.store.notifications import NOTIFICATIONS
from dialogs import CATALOGUE
from tests.chat import StillClock
from tests.loops import run

from .wire import Wire

OFFERED = {"coffee": "kahvit", "visit": "vierailu"}
"""What can be reminded of in tests; a test may take something away."""


class Remind(Dialog, name="remind", private=False):
    """Speaks of what there is; of what is gone it has nothing to say."""

    occasion: Occasion

    title = as_is("Muistutus")

    what = Choose[str](as_is("Mistä?"))

    @what.options
    def offered(self) -> list[Option]:
        return [Option(value, as_is(label)) for value, label in OFFERED.items()]

    def submit(self) -> Message:
        name = self.occasion.who.name or "kaikki"
        return say(as_is(f"{name}: {OFFERED[self.what]}"))


class Approve(Remind, name="approve"):
    """For one person's eyes."""

    what = Text(as_is("Mikä?"))

    def submit(self) -> Message:
        if self.what == "shut":
            raise Closed(say(as_is("Kiinni.")))
        if self.what == "broken":
            raise ZeroDivisionError
        return say(as_is(f"Hyväksytty: {self.what}"))


DIALOGS: Mapping[str, type[Dialog]] = {**CATALOGUE, "remind": Remind, "approve": Approve}


@dataclass
class Office:
    house: House
    clock: StillClock
    wire: Wire
    channels: dict[str, Channel] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.channels["test"] = self.wire

    def deliverer(self, **settings: float) -> Deliverer:
        """A replica of its own each time, as after a restart."""
        house = self.house
        notices = Notices(DIALOGS)
        room = Mailroom(house.ledger, notices, house.region, house.clock, self.channels)
        return Deliverer(room, self.channels, house.clock, house.workers, **settings)  # type: ignore[arg-type]

    def delivers(self) -> list[str]:
        """Everything that is due now; the keys that went out by it."""
        before = len(self.wire.written)
        run(self.deliverer().deliver())
        return self.wire.keys()[before:]

    def knows(self, name: str, *, heard: bool = True) -> ToPerson:
        """Make a person known, whether or not heard in private."""
        with self.house.ledger.unit() as unit:
            person = unit.people.by_identity("test", name, name.title())
            if heard:
                unit.addresses.note(person.id, self.private(name), self.clock.now())
            unit.commit()
        return ToPerson(PersonId(person.id))

    def private(self, name: str) -> Address:
        return Address("test", Sender("test", name).private)

    def sits_in(self, name: str) -> ToRoom:
        with self.house.ledger.unit() as unit:
            room = unit.seats.enter(Address("test", name, private=False), name)
            unit.commit()
        return ToRoom(RoomId(str(room)))

    def plans(
        self,
        key: str,
        to: Recipient,
        opens: str = "remind",
        what: str = "coffee",
        doubt: Doubt = Doubt.TWICE,
        **ahead: float,
    ) -> None:
        due = self.clock.now() + timedelta(**ahead)
        with self.house.ledger.unit() as unit:
            unit.notifications.plan(Notification(key, to, due, opens, {"what": what}, doubt))
            unit.commit()

    def states(self) -> dict[str, str]:
        """How each planned one stands, by its key."""
        rows = select(NOTIFICATIONS.c.key, NOTIFICATIONS.c.state)
        with self.house.ledger.engine.connect() as connection:
            return {row.key: row.state for row in connection.execute(rows)}

    def why(self, key: str) -> str | None:
        row = select(NOTIFICATIONS.c.why).where(NOTIFICATIONS.c.key == key)
        with self.house.ledger.engine.connect() as connection:
            return connection.execute(row).scalar()
