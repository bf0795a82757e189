"""The coordinators' way to everything that is theirs: what waits, and how each thing stands."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.dialog import Button, Dialog, Message, Phrase, Row, Table, Weight, _, say
from bot.domain.claims.claims_desk import ClaimsDesk
from bot.domain.coffee.desk import CoffeeDesk
from bot.domain.occasion import Occasion
from bot.domain.outbox import OutboxDesk
from bot.domain.partners.visit_desk import PartnerVisitDesk
from bot.domain.round_times import RoundsDesk
from bot.domain.visits.desk import VisitDesk
from bot.domain.visits.line import Line
from dialogs.desk.claims.queue import ClaimQueue
from dialogs.desk.coffee.overview import CoffeeOverview
from dialogs.desk.coming_posts import ListPosts
from dialogs.desk.indicators import ShowIndicators
from dialogs.desk.partners.confirm_pairs import ActivePairs
from dialogs.desk.partners.info_desk import ShowInfoSession
from dialogs.desk.partners.pairs import ShowPairs
from dialogs.desk.partners.reports import ListReports
from dialogs.desk.partners.visits import ListPartnerVisits
from dialogs.desk.rooms import ListRooms
from dialogs.desk.rounds import ListRounds
from dialogs.desk.undelivered import ListUndelivered
from dialogs.desk.visits.days import ListDays, PublishDays
from dialogs.desk.visits.overview import Bookings
from dialogs.desk.visits.people import ListAkePeople
from dialogs.desk.waiting import Waiting


@dataclass(frozen=True)
class Area:
    """A part of AKE's work, how it stands, and what is done there."""

    name: Phrase
    stands: Callable[[Occasion], Phrase]
    opens: tuple[type[Dialog], ...]


def visits(occasion: Occasion) -> Phrase:
    desk, line = VisitDesk(occasion), Line(occasion)
    return _(
        "Booked: {booked}. Wished for: {wished}. On the waiting list: {waiting}.",
        booked=len(desk.booked()),
        wished=len(desk.wishes()),
        waiting=len(line.mine()),
    )


def partners(occasion: Occasion) -> Phrase:
    records, desk = occasion.records, PartnerVisitDesk(occasion)
    return _(
        "Waiting for a partner: {waiting}. Pairs: {pairs}. Visits ahead: {visits}.",
        waiting=sum(1 for one in records.registrations.open_ones() if one.takes_part),
        pairs=sum(1 for pair in records.pairs.all() if pair.active),
        visits=len(desk.to_come()),
    )


def claims(occasion: Occasion) -> Phrase:
    desk = ClaimsDesk(occasion)
    return _(
        "To be decided: {waiting}. Approved, the invoice to come: {approved}.",
        waiting=len(desk.waiting()),
        approved=len(desk.to_invoice()),
    )


def coffee(occasion: Occasion) -> Phrase:
    desk = CoffeeDesk(occasion)
    held, _standing = desk.standing(occasion.today.year)
    return _("Coming: {coming}. Held this year: {held}.", coming=len(desk.coming()), held=held)


def rounds(occasion: Occasion) -> Phrase:
    found = (one for one in RoundsDesk(occasion).all() if one.is_open(occasion.today))
    return _("Rounds that are open now: {open}.", open=len(tuple(found)))


def messages(occasion: Occasion) -> Phrase:
    desk = OutboxDesk(occasion)
    return _(
        "To be posted in channels: {posts}. Not delivered: {stuck}.",
        posts=len(desk.posts()),
        stuck=len(desk.stuck()),
    )


AREAS = (
    Area(_("AKE visits"), visits, (Bookings, PublishDays, ListDays, ListAkePeople)),
    Area(
        _("Partner libraries"),
        partners,
        (ShowPairs, ActivePairs, ShowInfoSession, ListPartnerVisits, ListReports),
    ),
    Area(_("Travel claims"), claims, (ClaimQueue,)),
    Area(_("Coffee hours"), coffee, (CoffeeOverview,)),
    Area(_("Rounds and indicators"), rounds, (ListRounds, ShowIndicators)),
    Area(_("Channels and messages"), messages, (ListPosts, ListRooms, ListUndelivered)),
)


class Desk(Dialog, name="desk"):
    occasion: Occasion
    waiting: Waiting

    title = _("The coordinators' desk")
    commands = ("poyta", "bord")
    desk_wishes = ("desk",)

    def submit(self) -> Message:
        waits = self.waits()
        if not waits.rows:
            return say(_("Nothing waits for you just now."), tables=(self.areas(),))
        return say(tables=(waits, self.areas()))

    def waits(self) -> Table:
        rows = tuple(
            Row((waits,), (Button(opens.title, opens.name, weight=Weight.MAIN),))
            for waits, opens in self.waiting.found()
        )
        return Table(_("What waits for you"), (_("What"),), rows)

    def areas(self) -> Table:
        head = (_("What"), _("How it stands"))
        return Table(_("AKE's work"), head, tuple(map(self.row, AREAS)))

    def row(self, area: Area) -> Row:
        opens = tuple(Button(kind.title, kind.name) for kind in area.opens)
        return Row((area.name, area.stands(self.occasion)), opens)
