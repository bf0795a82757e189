"""What lies on the pairing desk, said: the proposal, who waits, and what the wishes cost."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from textwrap import shorten

from bot.dialog import (
    Button,
    Message,
    Paper,
    Phrase,
    Row,
    Table,
    Weight,
    _,
    as_is,
    just,
    n_,
    say,
)
from bot.domain.arrangements import Season
from bot.domain.ids import ServicePointId, town_of
from bot.domain.occasion import Occasion
from bot.domain.pairing.propose import Match
from bot.domain.partners.desk_book import Solved, Wish, WishKind
from bot.domain.partners.pairing_desk import PairingDesk
from bot.domain.partners.registrations import Registration
from bot.domain.rounds import Round
from dialogs.partners.wording import PartnerWords
from dialogs.proposal import WAITING, map_told
from dialogs.reasons import all_explained
from dialogs.wishes import cost

from .wires import Proposed, joined, wire


class PairingSaid:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.desk = PairingDesk(occasion)
        self.words = PartnerWords(occasion)

    def desk_as_it_is(self, *first: Phrase) -> Message:
        """Worked out first, where anything has changed. Raises NothingToPair."""
        solved = self.desk.solved()
        matches = self.desk.matches(solved)
        if not self.desk.registrations:
            nobody = _("No library waits for a partner just now.")
            return say(*first, nobody, buttons=(ACTIVE,))
        return say(
            *first,
            *self.opening(solved),
            tables=tuple(self.tables(solved, matches)),
            pictures=(self.picture(solved),) if matches else (),
            buttons=self.acts(solved),
        )

    # What it says

    def opening(self, solved: Solved) -> tuple[Phrase, ...]:
        waiting = n_(
            "{round}: one library waits for a partner.",
            "{round}: {count} libraries wait for a partner.",
            len(self.desk.registrations),
            round=round_name(self.desk.round),
        )
        points = (self.points(),) if solved.prices else ()
        return (waiting, *self.still_open(), *self.proposal(len(solved.groups)), *points)

    def points(self) -> Phrase:
        """What the costs of wishes are measured by (D-8)."""
        rules = self.occasion.region.arrangements.pairing
        return _(
            "What your wishes cost is told in points: two libraries that suit each other "
            "perfectly have {most}.",
            most=Decimal(rules.size + rules.distance + rules.interests),
        )

    def proposal(self, pairs: int) -> tuple[Phrase, ...]:
        if not pairs:
            return (_("I find no pair among them that could be proposed."),)
        nothing = _("Nothing is settled and nobody is told before you confirm it.")
        return (n_("I propose one pair.", "I propose {count} pairs.", pairs), nothing)

    def still_open(self) -> tuple[Phrase, ...]:
        window = self.desk.round.window
        if window is None or window.closes_on < self.occasion.today:
            return ()
        return (
            _(
                "Libraries can still register until {day:on}, so this may change.",
                day=window.closes_on,
            ),
        )

    def tables(self, solved: Solved, matches: Sequence[Match]) -> list[Table]:
        tables = [self.proposed(matches)] if matches else []
        tables += [self.waiting(solved)] if solved.waiting else []
        return tables + ([self.wishes(solved)] if solved.prices else [])

    def proposed(self, matches: Sequence[Match]) -> Table:
        """The two wishes stand side by side (D-9)."""
        registrations = self.desk.registrations
        head = (_("Pair"), _("Why"), _("What the first one wishes"), _("What the other one wishes"))
        rows = tuple(self.pair_row(*each, registrations) for each in enumerate(matches, 1))
        return Table(_("Proposed pairs"), head, rows)

    def pair_row(
        self, number: int, match: Match, registrations: dict[ServicePointId, Registration]
    ) -> Row:
        """Numbered as on the map."""
        first, *others = (short(registrations[point].told.wish) for point in match.members)
        name = _("{number}. {pair}", number=number, pair=self.words.group(match.members))
        look = Button(
            _("Look at pair {number}", number=number),
            "proposed_pair",
            {"members": joined(match.members)},
        )
        wish = others[0] if len(others) == 1 else just(tuple(others))
        return Row((name, self.why(match), first, wish), (look,))

    def why(self, match: Match) -> Phrase:
        interests = self.occasion.region.interests
        why = all_explained(match.comparisons, interests, self.words.group)
        return _("{why} (locked)", why=why) if match.locked else why

    def waiting(self, solved: Solved) -> Table:
        head = (_("Library"), _("What it wishes"), _("Rounds waited before"))
        registrations = self.desk.registrations
        rows = tuple(self.waiting_row(registrations[point]) for point in solved.waiting)
        return Table(WAITING, head, rows)

    def waiting_row(self, registration: Registration) -> Row:
        place = self.words.place(registration.point)
        town = self.occasion.region.municipality(town_of(registration.point)).name
        third = Button(
            _("Find a group: {town}", town=town),
            "pair_third",
            {"waiting": registration.point},
        )
        cells = (just(place), short(registration.told.wish), just(registration.waited))
        return Row(cells, (third,))

    def wishes(self, solved: Solved) -> Table:
        head = (_("Wish"), _("Libraries"), _("What it costs"))
        rows = tuple(self.wish_row(wish, cost(price)) for wish, price in solved.prices.items())
        return Table(_("Your wishes"), head, rows)

    def wish_row(self, wish: Wish, price: Phrase) -> Row:
        names = self.words.group(sorted(wish.members))
        lift = Button(_("Lift the wish: {pair}", pair=names), "pair_lift", {"wish": wire(wish)})
        return Row((KINDS[wish.kind], names, price), (lift,))

    def picture(self, solved: Solved) -> Paper:
        pairs = [self.words.places(group) for group in solved.groups]
        told = map_told(pairs, self.words.places(solved.waiting))
        return Paper(told, "pairs.svg", "pair_map", {"revision": str(self.desk.revision)})

    def acts(self, solved: Solved) -> tuple[Button, ...]:
        confirm = Button(
            _("Confirm all"),
            "pair_confirm",
            {"what": Proposed(self.desk.revision).wire},
            Weight.MAIN,
        )
        wish = (
            Button(_("Lock libraries together"), "pair_lock"),
            Button(_("Keep two libraries apart"), "pair_ban"),
        )
        return (
            *((confirm,) if solved.groups else ()),
            *(wish if len(self.desk.registrations) > 1 else ()),
            Button(_("Solve again"), "pairs_again"),
            ACTIVE,
        )


LONG = 120
"""Characters of a wish in the list; the pair looked at closely shows it whole."""


def short(wish: str) -> Phrase:
    return as_is(shorten(wish, LONG, placeholder=" …"))


ACTIVE = Button(_("Pairs that are active"), "active_pairs")
KINDS = {WishKind.LOCK: _("Together"), WishKind.BAN: _("Apart")}


def round_name(this: Round) -> Phrase:
    if this.season is Season.SPRING:
        return _("Spring round {year}", year=str(this.year))
    return _("Autumn round {year}", year=str(this.year))
