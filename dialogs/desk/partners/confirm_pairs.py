"""Confirming pairs, and ending them: what a coordinator settles (PL-8)."""

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Row,
    Table,
    Weight,
    YesNo,
    _,
    just,
    n_,
    say,
)
from bot.domain.ids import PairId
from bot.domain.occasion import Occasion
from bot.domain.partners.confirming import Confirming
from bot.domain.partners.desk_book import Stale
from bot.domain.partners.pairs import Pair, PairedAlready
from dialogs.partners.wording import PartnerWords

from .pairing import PairingSaid
from .pairs import CHANGED
from .wires import Proposed


class ConfirmPairs(Dialog, name="pair_confirm", confirm=False):
    """Nothing is confirmed that the coordinator has not seen: `what` names what was shown."""

    confirming: Confirming
    said: PairingSaid
    words: PartnerWords

    title = _("Confirm pairs")

    what = Choose[str](_("Which pairs?"))
    sure = YesNo(_("Shall I confirm, and tell the libraries who their partner is?"))

    @what.options
    def shown(self) -> list[Option]:
        """The proposal that was shown, be it what it may by now; else the present one."""
        proposal = Proposed.read(self.given.get("what", ""))
        if proposal is None or not proposal.only <= self.words.libraries.known.keys():
            proposal = Proposed(self.said.desk.revision)
        label = self.words.group(sorted(proposal.only)) if proposal.only else _("All of them")
        return [Option(proposal.wire, label)]

    @what.presume
    def all_of_them(self) -> str:
        return Proposed(self.said.desk.revision).wire

    def submit(self) -> Message:
        if not self.sure:
            return say(_("All right, nothing is confirmed and nobody was told."))
        proposal = Proposed.read(self.what) or Proposed(0)
        try:
            pairs = self.confirming.confirm(proposal.revision, proposal.only or None)
        except (Stale, PairedAlready):
            return self.said.desk_as_it_is(CHANGED)
        told = n_(
            "One pair is confirmed, and its libraries are told.",
            "{count} pairs are confirmed, and their libraries are told.",
            len(pairs),
        )
        return self.said.desk_as_it_is(told)


class ActivePairs(Dialog, name="active_pairs", confirm=False):
    confirming: Confirming
    occasion: Occasion
    words: PartnerWords

    title = _("Active pairs")
    desk_wishes = ("active_pairs",)

    def submit(self) -> Message:
        pairs = self.confirming.active()
        desk = Button(_("Pairing desk"), "pairs")
        if not pairs:
            return say(_("There are no active pairs."), buttons=(desk,))
        head = (_("Pair"), _("Since"), _("Visits"))
        table = Table(_("Pairs that are active"), head, tuple(map(self.row, pairs)))
        return say(tables=(table,), buttons=(desk,))

    def row(self, pair: Pair) -> Row:
        visits = self.occasion.records.partner_visits.of_pairs([pair.id])
        held = sum(1 for visit in visits if visit.took_place(self.occasion.today))
        name = self.words.group(pair.points)
        end = Button(_("End the pair: {pair}", pair=name), "pair_end", {"pair": pair.id})
        return Row((name, just(pair.confirmed_on), just(held)), (end,))


class EndPair(Dialog, name="pair_end", confirm=False):
    confirming: Confirming
    words: PartnerWords

    title = _("End a pair")

    pair = Choose[PairId](_("Which pair?"), search=True)
    sure = YesNo(_("Shall I end the pair, and tell its libraries?"))

    @pair.options
    def active(self) -> list[Option]:
        pairs = self.confirming.active()
        if not pairs:
            raise Closed(say(_("There are no active pairs.")))
        return self.words.pair_options(pairs)

    def submit(self) -> Message:
        back = Button(_("Pairs that are active"), "active_pairs", weight=Weight.MAIN)
        if not self.sure:
            return say(_("All right, the pair goes on."), buttons=(back,))
        ended = self.confirming.end(self.pair)
        names = self.words.group(ended.points)
        return say(_("The pair has ended: {pair}.", pair=names), buttons=(back,))
