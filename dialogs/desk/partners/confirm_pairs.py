"""Confirming pairs, and ending them: what a coordinator settles (PL-8)."""

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Count,
    Dialog,
    Message,
    Option,
    Row,
    Table,
    Text,
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
from .wires import apart


class ConfirmPairs(Dialog, name="pair_confirm", confirm=False):
    """Nothing is confirmed that the coordinator has not seen: `revision` is what was shown."""

    confirming: Confirming
    said: PairingSaid

    title = _("Confirm pairs")

    revision = Count(_("Which proposal?"), most=999_999_999)
    only = Text(_("Which pair?"), default="")
    sure = YesNo(_("Shall I confirm, and tell the libraries who their partner is?"))

    @revision.presume
    def as_it_is(self) -> str:
        return str(self.said.desk.revision)

    @only.presume
    def all_of_them(self) -> str:
        return ""

    def submit(self) -> Message:
        if not self.sure:
            return say(_("All right, nothing is confirmed and nobody was told."))
        try:
            pairs = self.confirming.confirm(self.revision, apart(self.only) if self.only else None)
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
    wishes = ("active_pairs",)

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
