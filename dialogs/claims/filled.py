"""What the bot can fill into a claim by itself: the trip, its route, its day and its length."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.dialog import Button, Closed, Message, Option, Phrase, Rejected, _, say
from bot.domain.claims.errands import Errand, ErrandId
from bot.domain.claims.legs import Leg, Mode, Stop, Ticket
from bot.domain.claims.own_claims import Claims
from bot.domain.claims.travellers import Traveller
from bot.domain.ids import MunicipalityCode
from bot.domain.occasion import Occasion

from .card import ClaimCard
from .wording import MODES


class Way(StrEnum):
    """A mode of travel, or several, which are told one by one."""

    OWN_CAR = "own_car"
    PASSENGER = "passenger"
    TRAIN = "train"
    BUS = "bus"
    FERRY = "ferry"
    TAXI = "taxi"
    SEVERAL = "several"


def in_car(way: str) -> bool:
    return way == Mode.OWN_CAR


def in_taxi(way: str) -> bool:
    return way == Mode.TAXI


def with_ticket(way: str) -> bool:
    return way != Way.SEVERAL and Mode(way).needs_ticket


@dataclass(frozen=True)
class LegBegun:
    """A leg of which the way, but not yet the cost, is known."""

    number: int
    day: date
    stops: tuple[Stop, ...]
    mode: Mode

    def driven(self, km: Decimal, riders: tuple[Traveller, ...], paid: int | None = None) -> Leg:
        return Leg(self.number, self.day, self.stops, self.mode, km, riders, paid=paid)

    def by_ticket(self, cents: int, seller: str = "", reason: str = "") -> Leg:
        tickets = (Ticket(cents, seller),)
        return Leg(self.number, self.day, self.stops, self.mode, tickets=tickets, reason=reason)

    def ridden(self) -> Leg:
        return Leg(self.number, self.day, self.stops, self.mode)


class Trips:
    """The trips of the one who acts."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.region = occasion.region
        self.claims = Claims(occasion)
        self.card = ClaimCard(occasion)

    @property
    def me(self) -> Traveller:
        return self.claims.errands.me

    def options(self, wanted: str) -> list[Option]:
        """The trips one may claim for. Raises Closed where none is known, or it is to come."""
        errands = {one.id: one for one in self.claims.errands.mine()}
        ahead = next((e for e in self.claims.errands.all_mine() if e.id == wanted), None)
        if ahead and ahead.id not in errands:
            raise Closed(say(self.too_early(ahead)))
        if not errands:
            raise Closed(none_known())
        return [Option(one.id, self.name(one)) for one in errands.values()]

    def too_early(self, errand: Errand) -> Phrase:
        return _("The trip is still ahead, {day:on}. You can claim for it then.", day=errand.first)

    def name(self, errand: Errand) -> Phrase:
        return self.card.errand_title(errand)

    def only_one(self) -> str | None:
        errands = self.claims.errands.mine()
        return errands[0].id if len(errands) == 1 else None

    def find(self, errand: ErrandId) -> Errand:
        return next(one for one in self.claims.errands.mine() if one.id == errand)

    def shown(self, errand: ErrandId) -> Message:
        """The claim that there is already."""
        claim = self.claims.for_errand(errand)
        return self.card.message(claim) if claim else none_known()

    def ways(self) -> list[Option]:
        several = Option(Way.SEVERAL, _("In several ways"))
        return [*(Option(mode, label) for mode, label in MODES.items()), several]

    def check_day(self, errand: Errand, day: date) -> None:
        if not errand.first <= day <= errand.last:
            raise Rejected(
                _(
                    "The trip was from {first:bare} to {last:bare}. Choose a day of it.",
                    first=errand.first,
                    last=errand.last,
                )
            )

    # The route

    def there_and_back(self, errand: Errand) -> tuple[Stop, ...]:
        """From the own library's municipality to the host and home again."""
        home = self.town(self.claims.employer)
        return (home, self.town(errand.host), home)

    def town(self, code: MunicipalityCode) -> Stop:
        name = self.region.municipality(code).name
        return Stop(str(name.in_language(self.occasion.language)), code)

    def estimate(self, errand: Errand) -> Phrase | None:
        """Said beside the question, and never used for paying (D-8)."""
        km = self.region.kilometres(self.claims.employer, errand.host)
        if not km:
            return None
        return _(
            "By the map it is some {km} km there and back. Tell what you really drove: "
            "the estimate is never used for paying.",
            km=2 * km,
        )

    def leg(self, number: int, day: date, stops: tuple[Stop, ...], mode: Mode) -> LegBegun:
        return LegBegun(number, day, stops, mode)


def none_known() -> Message:
    return say(
        _("I do not know of any trip of yours that AKE would pay for."),
        _(
            "Was it a visit to your partner library? Tell AKE of the visit first, then you can "
            "claim for it."
        ),
        _(
            "Was it a meeting of a working group, or a job rotation? Ask the leader of the group "
            "or your AKE contact to tell AKE, which writes it down here."
        ),
        buttons=(Button(_("Partner library"), "partner"),),
    )
