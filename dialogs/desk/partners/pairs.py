"""The pairing desk as a coordinator opens it, and one proposed pair looked at closely."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Phrase,
    Row,
    Table,
    Weight,
    _,
    as_is,
    just,
    say,
)
from bot.domain.pairing.propose import Match
from bot.domain.partners.desk_book import Stale
from bot.domain.partners.pairing_desk import NothingToPair, PairingDesk
from bot.domain.partners.registrations import Told
from dialogs.partners.wording import PartnerWords
from dialogs.reasons import remarks

from .pairing import PairingSaid
from .wires import Proposed, apart, joined

NO_ROUND = say(_("No round of partner libraries has opened yet, so there is nothing to pair."))
CHANGED = _(
    "Something has changed since you looked: a registration, a pair or a wish. I have worked the "
    "proposal out anew, so please look at it again."
)


class ShowPairs(Dialog, name="pairs", confirm=False):
    said: PairingSaid

    title = _("Pairing desk")
    commands = ("parit", "par")
    desk_wishes = ("pairs",)

    def submit(self) -> Message:
        try:
            return self.said.desk_as_it_is()
        except NothingToPair:
            return NO_ROUND


class SolveAgain(Dialog, name="pairs_again", confirm=False):
    desk: PairingDesk
    said: PairingSaid

    title = _("Solve again")

    def submit(self) -> Message:
        try:
            self.desk.solve_again()
            return self.said.desk_as_it_is(_("I have worked the proposal out anew."))
        except Stale:
            return self.said.desk_as_it_is(CHANGED)
        except NothingToPair:
            return NO_ROUND


class ShowProposedPair(Dialog, name="proposed_pair", confirm=False):
    """The two side by side, with what speaks for them."""

    desk: PairingDesk
    words: PartnerWords
    said: PairingSaid

    title = _("A proposed pair")

    members = Choose[str](_("Which pair?"), search=True)

    @members.options
    def proposed(self) -> list[Option]:
        solved = self.desk.kept()
        if solved is None or not solved.groups:
            raise Closed(say(CHANGED, buttons=(Button(_("Pairing desk"), "pairs"),)))
        return [Option(joined(group), self.words.group(group)) for group in solved.groups]

    def submit(self) -> Message:
        group = apart(self.members)
        solved = self.desk.kept()
        matches = self.desk.matches(solved) if solved else ()
        match = next(each for each in matches if frozenset(each.members) == group)
        why = self.said.why(match)
        notes = [note for each in match.comparisons for note in remarks(each.reasons)]
        return say(why, *notes, tables=(self.side_by_side(match),), buttons=self.acts(match))

    def side_by_side(self, match: Match) -> Table:
        told = [self.desk.registrations[point].told for point in match.members]
        head = (_("What"), *(just(self.words.place(point)) for point in match.members))
        return Table(_("Side by side"), head, tuple(rows(told)))

    def acts(self, match: Match) -> tuple[Button, ...]:
        listed = ",".join(match.members)
        confirm = {"what": Proposed(self.desk.revision, frozenset(match.members)).wire}
        lock = Button(_("Lock this pair"), "pair_lock", {"members": listed})
        apart_ = Button(_("Keep apart"), "pair_ban", {"members": listed})
        wish = () if match.locked or len(match.members) > 2 else (lock, apart_)
        return (
            Button(_("Confirm this pair"), "pair_confirm", confirm, Weight.MAIN),
            *wish,
            Button(_("Pairing desk"), "pairs"),
        )


def rows(told: list[Told]) -> Iterator[Row]:
    """What was told, a line for each thing that at least one of them told."""
    yes = _("Yes")
    for what, cells in (
        (_("Would like to develop"), [as_is(each.wish) for each in told]),
        (_("Works together with"), [as_is(each.cooperation) for each in told]),
        (_("Wishes to work in Swedish"), [yes if each.swedish else as_is("") for each in told]),
        (_("People at work"), [as_is(str(each.staff or "")) for each in told]),
        (_("First visit, at the earliest"), [as_is(each.dates) for each in told]),
        (_("How travel is restricted"), [as_is(each.restriction) for each in told]),
    ):
        if any(cell != as_is("") for cell in cells):
            yield Row((what, *map(dash, cells)))


def dash(cell: Phrase) -> Phrase:
    return cell if cell != as_is("") else as_is("–")
