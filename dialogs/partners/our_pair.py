"""The pair: who the partner is, what they wish for, and what comes next."""

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
    n_,
    say,
)
from bot.domain.ids import PairId
from bot.domain.occasion import Occasion
from bot.domain.partners.pairs import Pair
from bot.domain.partners.partnership import Partner, Partnership
from bot.domain.partners.visits import PartnerVisit

from .wording import STATES, STEPS, PartnerWords

WHICH = _("Which pair?")
REGISTER = Button(_("Register a partner library"), "partner")


class PairSaid:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.words = PartnerWords(occasion)
        self.partnership = Partnership(occasion)

    def ours(self, pair: Pair) -> Message:
        """The pair as it is now, with its visits."""
        names = self.words.group(pair.points)
        visits = self.visits(pair)
        first = () if visits else (_("No visit is planned yet."),)
        return say(
            _("Partner libraries since {day:on}: {pair}.", day=pair.confirmed_on, pair=names),
            *first,
            tables=(*self.partners(pair), *visits),
            buttons=acts(pair),
        )

    def confirmed(self, pair: Pair) -> Message:
        """Said to both when AKE has confirmed the pair: contacts, and the steps ahead."""
        partners = self.words.places(partner.point for partner in self.partnership.partners(pair))
        yours = n_(
            "You have a partner library: {libraries}!",
            "You have {count} partner libraries: {libraries}!",
            len(partners),
            libraries=partners,
        )
        return say(
            yours,
            _("Get in touch with each other. Below are your partner's details and the steps."),
            tables=(*self.partners(pair), self.steps()),
            buttons=acts(pair),
        )

    def partners(self, pair: Pair) -> tuple[Table, ...]:
        return tuple(self.partner(each) for each in self.partnership.partners(pair))

    def partner(self, partner: Partner) -> Table:
        rows = tuple(Row(fact) for fact in self.facts(partner))
        caption = just(self.words.place(partner.point))
        return Table(caption, (_("What"), _("As told")), rows)

    def facts(self, partner: Partner) -> Iterator[tuple[Phrase, Phrase]]:
        """What partners may know of each other; what was not told is left out."""
        yield _("Contact person"), self.contact(partner)
        if partner.registration is None:
            return
        told = partner.registration.told
        if not told.reach:
            yield _("Reached by"), _("Not told. Suggest a visit here, and I pass it on.")
        for what, words in (
            (_("Reached by"), told.reach),
            (_("Would like to develop"), told.wish),
            (_("Works together with"), told.cooperation),
            (_("People at work"), str(told.staff or "")),
            (_("First visit, at the earliest"), told.dates),
            (_("How travel is restricted"), told.restriction),
        ):
            if words:
                yield what, as_is(words)
        if told.swedish:
            yield _("Language"), _("Wishes to work in Swedish")

    def contact(self, partner: Partner) -> Phrase:
        if partner.contact is None or not partner.contact.name:
            return _("Ask at the library")
        return as_is(partner.contact.name)

    def steps(self) -> Table:
        rows = (Row((just(number), step)) for number, step in enumerate(STEPS.values(), 1))
        return Table(_("The steps of a visit"), (_("Step"), _("What you do")), tuple(rows))

    def visits(self, pair: Pair) -> tuple[Table, ...]:
        found = [
            one
            for one in self.occasion.records.partner_visits.of_pairs([pair.id])
            if not one.cancelled
        ]
        head = (_("Visit"), _("State"))
        rows = tuple(self.row(visit) for visit in found)
        return (Table(_("Visits"), head, rows),) if rows else ()

    def row(self, visit: PartnerVisit) -> Row:
        title = self.words.visit(visit)
        show = Button(_("Show: {visit}", visit=title), "partner_visit", {"visit": visit.id})
        return Row((title, STATES[visit.state(self.occasion.today)]), (show,))


def acts(pair: Pair) -> tuple[Button, ...]:
    given = {"pair": pair.id}
    return (Button(_("Plan a visit"), "plan_partner_visit", given, Weight.MAIN),)


class OurPairs:
    """The pairs of the one who acts, as options."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.words = PartnerWords(occasion)
        self.partnership = Partnership(occasion)

    def options(self) -> list[Option]:
        pairs = self.partnership.mine()
        if not pairs:
            none = _("Your library has no partner library yet.")
            raise Closed(say(none, buttons=(REGISTER,)))
        return self.words.pair_options(pairs)

    def only(self) -> str | None:
        pairs = self.partnership.mine()
        return pairs[0].id if len(pairs) == 1 else None

    def named(self, pair: str | None, *, active: bool) -> list[Option]:
        """The pair that a notification names, where it is so still; else nothing."""
        found = self.partnership.one(pair)
        return self.words.pair_options(one for one in found if one.active is active)


class OurPair(Dialog, name="our_pair", home_first=True, confirm=False):
    pairs: OurPairs
    partnership: Partnership
    said: PairSaid

    title = _("Our partner library")
    wishes = ("our_pair",)

    pair = Choose[PairId](WHICH)

    @pair.options
    def ours(self) -> list[Option]:
        return self.pairs.options()

    @pair.presume
    def only_one(self) -> str | None:
        return self.pairs.only()

    def submit(self) -> Message:
        return self.said.ours(self.partnership.find(self.pair))
