"""What the libraries of a pair are told of it."""

from bot.dialog import Choose, Dialog, Message, Option, _, say
from bot.domain.ids import PairId
from bot.domain.partners.partnership import Partnership
from bot.domain.partners.visiting import Visiting

from .our_pair import REGISTER, WHICH, OurPairs, PairSaid, acts
from .wording import PartnerWords


class PairConfirmed(Dialog, name="pair_confirmed"):
    pairs: OurPairs
    partnership: Partnership
    said: PairSaid

    title = _("You have a partner")

    pair = Choose[PairId](WHICH)

    @pair.options
    def confirmed(self) -> list[Option]:
        return self.pairs.named(self.given.get("pair"), active=True)

    def submit(self) -> Message:
        return self.said.confirmed(self.partnership.find(self.pair))


class PairEnded(Dialog, name="pair_ended"):
    pairs: OurPairs
    partnership: Partnership
    words: PartnerWords

    title = _("A pair has ended")

    pair = Choose[PairId](WHICH)

    @pair.options
    def ended(self) -> list[Option]:
        return self.pairs.named(self.given.get("pair"), active=False)

    def submit(self) -> Message:
        names = self.words.group(self.partnership.find(self.pair).points)
        return say(
            _("AKE has ended this pair: {pair}. Thank you for working together!", pair=names),
            _("You can register for a new partner when the next round opens."),
            buttons=(REGISTER,),
        )


class PairWithoutVisit(Dialog, name="pair_without_visit"):
    """Some weeks after the pair was confirmed; where a visit is planned, nothing is said."""

    pairs: OurPairs
    partnership: Partnership
    visiting: Visiting
    words: PartnerWords

    title = _("Your first visit")

    pair = Choose[PairId](WHICH)

    @pair.options
    def without_visit(self) -> list[Option]:
        planned = {visit.pair for visit in self.visiting.mine() if not visit.cancelled}
        found = self.pairs.named(self.given.get("pair"), active=True)
        return [option for option in found if option.value not in planned]

    def submit(self) -> Message:
        found = self.partnership.find(self.pair)
        text = _(
            "You have not planned your first visit yet: {pair}. Suggest a few days to your "
            "partner, and I pass them on.",
            pair=self.words.group(found.points),
        )
        return say(text, buttons=acts(found))
