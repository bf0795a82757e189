"""Begin a travel claim from a trip that the bot knows: three answers at most."""

from datetime import date

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Day,
    Dialog,
    Message,
    Option,
    Phrase,
    Text,
    YesNo,
    _,
    say,
)
from bot.domain.claims.errands import Errand, ErrandId
from bot.domain.claims.legs import Leg, Mode
from bot.domain.claims.refusals import ClaimRefused
from bot.domain.regions import Region

from .figures import Driven, Paid
from .filled import Trips, Way, in_car, in_taxi, with_ticket
from .refused import refused
from .written import travellers

FARE = _("What did the tickets cost in all?")
RIDERS = _("Who rode along with you?")
RIDERS_HINT = _("Write the names with commas between. Skip this if you drove alone.")
TAXI = _("Why was a taxi needed?")


class BeginClaim(Dialog, name="claim", home_first=True, confirm=False):
    region: Region
    trips: Trips

    title = _("Travel claim")
    commands = ("matkalasku", "reserakning")
    wishes = ("claim",)

    errand = Choose[ErrandId](_("Which trip would you claim for?"), search=True)
    another = YesNo(_("You already have a claim for this trip. Shall we make another one?"))
    day = Day(_("On which day did you travel?"), past=True)
    way = Choose[Way](_("How did you travel?"))
    km = Driven(_("How many kilometres did you drive in all?"))
    riders = Text(RIDERS, default="", hint=RIDERS_HINT)
    fare = Paid(FARE)
    reason = Text(TAXI)

    # What is asked when

    @another.when
    def has_one(self) -> bool:
        return self.trips.claims.for_errand(self.errand) is not None

    @day.when
    @way.when
    def goes_on(self) -> bool:
        return not self.has_one() or self.another

    @km.when
    @riders.when
    def drove(self) -> bool:
        return self.goes_on() and in_car(self.way)

    @fare.when
    def paid_a_fare(self) -> bool:
        return self.goes_on() and with_ticket(self.way)

    @reason.when
    def took_a_taxi(self) -> bool:
        return self.goes_on() and in_taxi(self.way)

    # What is known, and what may stand

    @errand.options
    def claimable(self) -> list[Option]:
        return self.trips.options(self.given.get("errand", ""))

    @errand.presume
    def only_one(self) -> str | None:
        return self.trips.only_one()

    @way.options
    def ways(self) -> list[Option]:
        return self.trips.ways()

    @day.presume
    def day_known(self) -> str | None:
        found = self.found
        return found.first.isoformat() if found.first == found.last else None

    @day.check
    def within(self, day: date) -> None:
        self.trips.check_day(self.found, day)

    @km.explain
    def by_the_map(self) -> Phrase | None:
        return self.trips.estimate(self.found)

    @riders.check
    def named(self, riders: str) -> None:
        travellers(riders, self.trips.me)

    # What is done

    @property
    def found(self) -> Errand:
        return self.trips.find(self.errand)

    def submit(self) -> Message:
        if not self.goes_on():
            return self.trips.shown(self.errand)
        if self.way == Way.PASSENGER:
            return self.rode_along()
        try:
            claim = self.trips.claims.begin(self.found, self.legs())
        except ClaimRefused as refusal:
            raise Closed(say(refused(refusal))) from None
        return self.trips.card.message(claim)

    def legs(self) -> tuple[Leg, ...]:
        if self.way == Way.SEVERAL:
            return ()
        route = self.trips.there_and_back(self.found)
        leg = self.trips.leg(1, self.day, route, Mode(self.way))
        if self.drove():
            return (leg.driven(self.km, travellers(self.riders, self.trips.me)),)
        return (leg.by_ticket(self.fare, reason=self.reason if self.took_a_taxi() else ""),)

    def rode_along(self) -> Message:
        given = {"errand": self.errand, "way": Way.SEVERAL.value}
        return say(
            _(
                "A ride in somebody else’s car costs you nothing, so you need no claim. The driver "
                "names you in theirs and gets the passenger supplement."
            ),
            buttons=(Button(_("I had other costs too"), "claim", given),),
        )
