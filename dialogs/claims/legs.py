"""Add how one went: a drive, or a journey with a ticket."""

from datetime import date
from decimal import Decimal

from bot.dialog import (
    Amount,
    Choose,
    Closed,
    Day,
    Dialog,
    Kilometres,
    Message,
    Option,
    Phrase,
    Rejected,
    Text,
    YesNo,
    _,
)
from bot.domain.claims.claims import Claim
from bot.domain.claims.legs import Leg, Mode, Stop, split
from bot.domain.claims.refusals import ClaimRefused
from bot.domain.regions import Region

from .begin import FARE, RIDERS, RIDERS_HINT, TAXI
from .figures import Driven, Paid
from .filled import Trips
from .options import ClaimChoices, OpenClaim
from .refused import refused
from .written import example, route_of, stops, travellers

ROUTE = _("Which way did you go?")
PAID = _("What did your employer pay you for the drive?")
PAID_HINT = _(
    "Tell it only if it was less than the kilometre rate: AKE pays what your employer paid. "
    "You can skip this."
)


class AddLeg(Dialog, name="add_leg", confirm=False):
    region: Region
    trips: Trips
    among: ClaimChoices

    title = _("Add a trip")

    claim = OpenClaim()
    day = Day(_("On which day did you travel?"), past=True)
    way = Choose[Mode](_("How did you travel?"))
    route = Text(ROUTE, most=300)
    km = Driven(_("How many kilometres was it?"))
    riders = Text(RIDERS, default="", hint=RIDERS_HINT)
    paid = Amount(PAID, default=-1, hint=PAID_HINT)
    over_midnight = YesNo(_("Did the drive go on over midnight into the new year?"))
    km_before = Kilometres(_("How many of the kilometres were before midnight?"))
    at_midnight = Text(_("Where were you at midnight?"), most=80)
    fare = Paid(FARE)
    seller = Text(
        _("From whom did you buy the tickets?"),
        most=80,
        default="",
        hint=_("For example VR or Matkahuolto. You can skip this."),
    )
    reason = Text(TAXI)

    # What is asked when

    @km.when
    @riders.when
    @paid.when
    def drove(self) -> bool:
        return self.way == Mode.OWN_CAR

    @over_midnight.when
    def new_year(self) -> bool:
        return self.drove() and (self.day.month, self.day.day) == (12, 31)

    @km_before.when
    @at_midnight.when
    def parted(self) -> bool:
        return self.new_year() and self.over_midnight

    @fare.when
    @seller.when
    def paid_a_fare(self) -> bool:
        return Mode(self.way).needs_ticket

    @reason.when
    def took_a_taxi(self) -> bool:
        return self.way == Mode.TAXI

    # What is known, and what may stand

    @day.presume
    def day_known(self) -> str | None:
        return next(iter(self.among.days(self.found)), None)

    @way.options
    def ways(self) -> list[Option]:
        return self.trips.ways()[:-1]

    @route.presume
    def there_and_back(self) -> str | None:
        """Taken from the trip for the first leg; later ones are told."""
        errand = self.among.errand(self.found)
        if errand is None or self.found.legs:
            return None
        return route_of(self.trips.there_and_back(errand))

    @route.explain
    def route_example(self) -> Phrase:
        return example(self.region)

    @route.check
    def has_stops(self, route: str) -> None:
        stops(route, self.region)

    @riders.check
    def named(self, riders: str) -> None:
        travellers(riders, self.trips.me)

    @km_before.check
    def less_than_all(self, km: Decimal) -> None:
        if not 0 < km < self.km:
            raise Rejected(_("That should be less than the {km} km of the drive.", km=self.km))

    # What is done

    @property
    def found(self) -> Claim:
        return self.among.own_open(self.claim)

    def submit(self) -> Message:
        claim = self.found
        try:
            changed = self.trips.claims.put(claim, *self.legs(claim.next_number))
        except ClaimRefused as refusal:
            raise Closed(self.trips.card.message(claim, refused(refusal))) from None
        return self.trips.card.message(changed)

    def legs(self, number: int) -> tuple[Leg, ...]:
        begun = self.trips.leg(number, self.day, stops(self.route, self.region), Mode(self.way))
        if self.paid_a_fare():
            reason = self.reason if self.took_a_taxi() else ""
            return (begun.by_ticket(self.fare, self.seller, reason),)
        if not self.drove():
            return (begun.ridden(),)
        paid = None if self.paid < 0 else self.paid
        drive = begun.driven(self.km, travellers(self.riders, self.trips.me), paid)
        return self.at_new_year(drive) if self.parted() else (drive,)

    def at_new_year(self, drive: Leg) -> tuple[Leg, Leg]:
        """Each part at the rate of its own date (TRAVEL-1)."""
        then = date(self.day.year + 1, 1, 1)
        town = self.region.called(self.at_midnight)
        place = Stop(self.at_midnight, town.code if town else None)
        return split(drive, km=self.km_before, then=then, number=drive.number + 1, at=place)
