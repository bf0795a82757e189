"""Change a line of a claim."""

from dataclasses import replace

from bot.dialog import (
    Amount,
    Choose,
    Closed,
    Day,
    Dialog,
    Message,
    Option,
    Text,
    _,
)
from bot.domain.claims.claims import Claim, Item
from bot.domain.claims.legs import Leg, Mode, Stop, Ticket
from bot.domain.claims.refusals import ClaimRefused
from bot.domain.regions import Region

from .begin import RIDERS, RIDERS_HINT
from .figures import Driven, Paid
from .filled import Trips
from .legs import PAID, PAID_HINT, ROUTE
from .options import ClaimChoices, OpenClaim
from .refused import refused
from .written import names_of, route_of, stops, travellers


class ChangeLine(Dialog, name="change_line", review=True):
    """What is there is known; the person changes what they want and sends it."""

    region: Region
    trips: Trips
    among: ClaimChoices

    title = _("Change a line")

    claim = OpenClaim()
    line = Choose[str](_("Which line?"))
    day = Day(_("On which day was it?"), past=True)
    route = Text(ROUTE, most=300)
    km = Driven(_("How many kilometres was it?"))
    riders = Text(RIDERS, default="", hint=RIDERS_HINT)
    paid = Amount(PAID, default=-1, hint=PAID_HINT)
    cents = Paid(_("How much was it in all?"))
    reason = Text(_("Why was it needed?"), default="")

    @line.options
    def lines(self) -> list[Option]:
        return self.among.lines(self.found)

    # What a line has

    @property
    def found(self) -> Claim:
        return self.among.own_open(self.claim)

    @property
    def item(self) -> Item:
        return next(one for one in self.found.items if str(one.number) == self.line)

    @property
    def leg(self) -> Leg | None:
        return self.item if isinstance(self.item, Leg) else None

    @route.when
    def is_leg(self) -> bool:
        return self.leg is not None

    @km.when
    @riders.when
    @paid.when
    def is_drive(self) -> bool:
        return self.leg is not None and self.leg.mode is Mode.OWN_CAR

    @cents.when
    @reason.when
    def has_sum(self) -> bool:
        return self.leg is None or self.leg.mode.needs_ticket

    # What it is now

    @day.presume
    def day_kept(self) -> str:
        return self.item.day.isoformat()

    @route.presume
    def route_kept(self) -> str | None:
        return route_of(self.leg.stops) if self.leg else None

    @km.presume
    def km_kept(self) -> str | None:
        return str(self.leg.km) if self.leg else None

    @riders.presume
    def riders_kept(self) -> str | None:
        return names_of(self.leg.passengers) if self.leg else None

    @paid.presume
    def paid_kept(self) -> str:
        cents = self.leg.paid if self.leg else None
        return "" if cents is None else euros(cents)

    @cents.presume
    def sum_kept(self) -> str:
        if isinstance(self.item, Leg):
            return euros(sum_of(self.item))
        return euros(self.item.cents)

    @reason.presume
    def reason_kept(self) -> str:
        return self.item.reason

    # What may stand

    @route.check
    def has_stops(self, route: str) -> None:
        stops(route, self.region)

    @riders.check
    def named(self, riders: str) -> None:
        travellers(riders, self.trips.me)

    # What is done

    def submit(self) -> Message:
        claim = self.found
        try:
            changed = self.trips.claims.put(claim, self.changed())
        except ClaimRefused as refusal:
            raise Closed(self.trips.card.message(claim, refused(refusal))) from None
        return self.trips.card.message(changed)

    def changed(self) -> Item:
        item = self.item
        if not isinstance(item, Leg):
            return replace(item, day=self.day, cents=self.cents, reason=self.reason)
        way = stops(self.route, self.region)
        moved = replace(item, day=self.day, stops=kept_towns(way, item))
        if self.is_drive():
            riders = travellers(self.riders, self.trips.me)
            paid = None if self.paid < 0 else self.paid
            return replace(moved, km=self.km, passengers=riders, paid=paid)
        if not self.has_sum():
            return moved
        return replace(moved, tickets=fares(item, self.cents), reason=self.reason)


def kept_towns(way: tuple[Stop, ...], was: Leg) -> tuple[Stop, ...]:
    """A route that is the same keeps what is known of its places."""
    return was.stops if route_of(way) == route_of(was.stops) else way


def fares(leg: Leg, cents: int) -> tuple[Ticket, ...]:
    """The tickets as they are, unless they come to another sum."""
    return leg.tickets if sum_of(leg) == cents else (Ticket(cents, leg.tickets[0].seller),)


def sum_of(leg: Leg) -> int:
    return sum(ticket.cents for ticket in leg.tickets)


def euros(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"
