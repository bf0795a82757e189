"""A coordinator's wishes: to lock libraries together, to keep two apart, to lift a wish."""

from bot.dialog import (
    Button,
    Choose,
    ChooseMany,
    Closed,
    Dialog,
    Message,
    Option,
    Phrase,
    Rejected,
    _,
    just,
    say,
)
from bot.domain.ids import ServicePointId
from bot.domain.occasion import Occasion
from bot.domain.pairing.pool import WishesClash
from bot.domain.partners.desk_book import Stale, Wish, WishKind
from bot.domain.partners.pairing_desk import NothingToPair, PairingDesk
from dialogs.partners.wording import PartnerWords
from dialogs.wishes import clash, cost

from .pairing import PairingSaid
from .pairs import CHANGED, NO_ROUND
from .wires import apart, joined, wire, wished

DESK = Button(_("Pairing desk"), "pairs")


class WishingSaid:
    """Sets a wish, and says what came of it."""

    def __init__(self, occasion: Occasion) -> None:
        self.desk = PairingDesk(occasion)
        self.said = PairingSaid(occasion)
        self.words = PartnerWords(occasion)

    def libraries(self) -> list[Option]:
        """Those who wait for a partner."""
        points = self.desk.registrations
        if len(points) < 2:
            few = _("There are not enough libraries waiting for a partner.")
            raise Closed(say(few, buttons=(DESK,)))
        return [Option(point, just(self.words.place(point))) for point in points]

    def wish(self, kind: WishKind, points: tuple[ServicePointId, ...]) -> Message:
        """Raises Rejected where it cannot come true."""
        try:
            wish = self.desk.wish(kind, frozenset(points))
        except WishesClash as wishes:
            raise Rejected(self.clash(wishes)) from None
        except Stale:
            return self.said.desk_as_it_is(CHANGED)
        return self.said.desk_as_it_is(self.kept(wish), self.price(wish))

    def kept(self, wish: Wish) -> Phrase:
        names = self.words.group(sorted(wish.members))
        if wish.kind is WishKind.LOCK:
            return _("These are locked together: {libraries}.", libraries=names)
        return _("These are kept apart: {libraries}.", libraries=names)

    def price(self, wish: Wish) -> Phrase:
        return cost(self.desk.solved().prices[wish])

    def clash(self, wishes: WishesClash) -> Phrase:
        return clash(wishes, {point: self.words.place(point) for point in wishes.members})


class LockPair(Dialog, name="pair_lock", confirm=False):
    wishing: WishingSaid

    title = _("Lock together")

    members = ChooseMany[ServicePointId](
        _("Which libraries belong together? Choose two, or three for a group."), search=True
    )

    @members.options
    def waiting(self) -> list[Option]:
        return self.wishing.libraries()

    @members.check
    def two_or_three(self, members: tuple[ServicePointId, ...]) -> None:
        if len(members) not in (2, 3):
            raise Rejected(_("Choose two libraries, or three for a group."))

    def submit(self) -> Message:
        try:
            return self.wishing.wish(WishKind.LOCK, self.members)
        except Rejected as rejected:
            raise Rejected(rejected.why, at=LockPair.members) from None


class KeepApart(Dialog, name="pair_ban", confirm=False):
    wishing: WishingSaid

    title = _("Keep apart")

    members = ChooseMany[ServicePointId](
        _("Which two libraries shall not be partners?"), search=True
    )

    @members.options
    def waiting(self) -> list[Option]:
        return self.wishing.libraries()

    @members.check
    def two(self, members: tuple[ServicePointId, ...]) -> None:
        if len(members) != 2:
            raise Rejected(_("Choose two libraries."))

    def submit(self) -> Message:
        try:
            return self.wishing.wish(WishKind.BAN, self.members)
        except Rejected as rejected:
            raise Rejected(rejected.why, at=KeepApart.members) from None


class LiftWish(Dialog, name="pair_lift", confirm=False):
    desk: PairingDesk
    said: PairingSaid
    words: PartnerWords

    title = _("Lift a wish")

    wish = Choose[str](_("Which wish shall I lift?"), search=True)

    @wish.options
    def held(self) -> list[Option]:
        try:
            wishes = sorted(self.desk.wishes, key=wire)
        except NothingToPair:
            raise Closed(NO_ROUND) from None
        if not wishes:
            raise Closed(say(_("You have no wishes for this round."), buttons=(DESK,)))
        return [Option(wire(one), self.words.group(sorted(one.members))) for one in wishes]

    def submit(self) -> Message:
        try:
            self.desk.lift(wished(self.wish))
        except Stale:
            return self.said.desk_as_it_is(CHANGED)
        return self.said.desk_as_it_is(_("The wish is lifted."))


class JoinThird(Dialog, name="pair_third", confirm=False):
    """A group of three for one who would be left waiting (D-6)."""

    desk: PairingDesk
    wishing: WishingSaid
    words: PartnerWords

    title = _("A group of three")

    waiting = Choose[ServicePointId](_("For which library?"), search=True)
    pair = Choose[str](
        _("Which pair shall it join? The one that suits it best comes first."), search=True
    )

    @waiting.options
    def left_over(self) -> list[Option]:
        solved = self.desk.kept()
        if solved is None or not solved.waiting:
            raise Closed(say(_("Nobody is left without a partner just now."), buttons=(DESK,)))
        return self.words.point_options(solved.waiting)

    @pair.options
    def pairs(self) -> list[Option]:
        found = [third.pair.members for third in self.desk.thirds(self.waiting)]
        if not found:
            raise Closed(say(_("There is no pair that it could join."), buttons=(DESK,)))
        return [Option(joined(members), self.words.group(members)) for members in found]

    def submit(self) -> Message:
        try:
            wish = self.desk.join_third(apart(self.pair), self.waiting)
        except WishesClash as wishes:
            raise Rejected(self.wishing.clash(wishes), at=JoinThird.pair) from None
        except Stale:
            return self.wishing.said.desk_as_it_is(CHANGED)
        return self.wishing.said.desk_as_it_is(self.wishing.kept(wish), self.wishing.price(wish))
