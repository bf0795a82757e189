"""A claim as its traveller sees it: what there is, what it comes to, what is missing."""

from collections.abc import Iterator

from bot.dialog import Button, Euros, Message, Paper, Part, Phrase, Weight, _, n_, say
from bot.domain.claims.claims import Claim, ClaimState
from bot.domain.claims.cover import Cover, cost_of
from bot.domain.claims.errands import Errand, ErrandKind
from bot.domain.claims.legs import Leg
from bot.domain.claims.own_claims import Claims
from bot.domain.claims.totals import Totals
from bot.domain.occasion import Occasion

from .lines import line_table, riders
from .refused import rate_unknown
from .wording import COMES_NEXT, KINDS, when


class ClaimCard:
    """Draws a claim for its own traveller."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.claims = Claims(occasion)

    def message(self, claim: Claim, *before: Phrase) -> Message:
        reckoned, errand = self.claims.reckoned(claim), self.claims.errand(claim)
        table = line_table(self.title(claim, errand), claim, reckoned, buttons=claim.is_open)
        told = (*before, *self.told(claim, reckoned, errand))
        return say(
            *told,
            tables=(table,),
            buttons=tuple(self.buttons(claim, reckoned)),
            documents=papers(claim),
        )

    def title(self, claim: Claim, errand: Errand | None) -> Phrase:
        return self.errand_title(errand) if errand else KINDS[claim.kind]

    def errand_title(self, errand: Errand) -> Phrase:
        """Told apart by the kind, the place or the group, and the day."""
        parts: dict[str, Part] = {"place": errand.place, "when": when(errand)}
        if errand.group is not None:
            group = self.occasion.region.network(errand.group).name
            return _("{group}: a meeting {place:locative} {when}", group=group, **parts)
        if errand.kind is ErrandKind.PARTNER_VISIT:
            return _("Visit to a partner library {place:locative} {when}", **parts)
        return _("Job rotation {place:locative} {when}", **parts)

    # What is said of it

    def told(self, claim: Claim, reckoned: Totals, errand: Errand | None) -> Iterator[Phrase]:
        yield from self.state(claim)
        yield from (self.open(claim, reckoned, errand) if claim.is_open else ())
        if claim.purpose:
            yield _("Purpose: {purpose}", purpose=claim.purpose)
        yield from riders(claim)
        if claim.receipts:
            names = tuple(receipt.file_name for receipt in claim.receipts)
            yield n_("One receipt: {names}", "{count} receipts: {names}", len(names), names=names)

    def state(self, claim: Claim) -> Iterator[Phrase]:
        if claim.number:
            yield _("Claim {number}", number=claim.number)
        yield COMES_NEXT[claim.state]
        if claim.word:
            yield _("AKE’s word: {word}", word=claim.word)
        if not claim.is_open:
            yield _("In all {sum}.", sum=Euros(claim.cents))

    def open(self, claim: Claim, reckoned: Totals, errand: Errand | None) -> Iterator[Phrase]:
        """The sum so far, and what is still missing."""
        if reckoned.unrated:
            yield rate_unknown(reckoned.unrated[0].year)
        elif reckoned.lines:
            yield _("In all {sum}.", sum=Euros(reckoned.cents))
        else:
            yield _("There is nothing to pay yet. Add how you travelled, or a fee.")
        if lacks_receipts(claim):
            yield _("A receipt of the tickets and fees helps AKE. Attach one if you have it.")
        yield from self.membership(errand)
        yield from self.submitting(claim, reckoned)

    def membership(self, errand: Errand | None) -> Iterator[Phrase]:
        if errand and errand.group and not self.claims.errands.is_member(errand):
            yield _(
                "You are not on AKE’s list of the members of {group} for {year}. Ask the leader "
                "of the group to tell AKE that you belong to it. You can submit the claim now.",
                group=self.occasion.region.network(errand.group).name,
                year=errand.first.year,
            )

    def submitting(self, claim: Claim, reckoned: Totals) -> Iterator[Phrase]:
        if ready(reckoned):
            yield _(
                "By submitting you confirm that your superior has approved the trip and that "
                "nobody else pays for it."
            )
            if any(self.asks_ake(claim)):
                yield _("AKE decides separately on a taxi and on lodging.")

    def asks_ake(self, claim: Claim) -> Iterator[bool]:
        return (self.claims.ruling(claim, cost_of(i)).cover is Cover.ASKED for i in claim.items)

    # What can be done with it

    def buttons(self, claim: Claim, reckoned: Totals) -> Iterator[Button]:
        given = {"claim": claim.id}
        if not claim.is_open:
            yield Button(_("My claims"), "claims")
            return
        if ready(reckoned):
            declared = {**given, "declared": "yes"}
            yield Button(_("Submit the claim"), "submit_claim", declared, Weight.MAIN)
        yield Button(_("Add a trip"), "add_leg", given)
        yield Button(_("Add a fee"), "add_fee", given)
        if claim.items:
            yield Button(_("Remove a line"), "remove_line", given)
        yield Button(_("Attach receipts"), "attach_receipts", given)
        if claim.receipts:
            yield Button(_("Remove a receipt"), "remove_receipt", given)
        yield Button(_("Tell more about the trip"), "describe_claim", given)
        if claim.state is ClaimState.DRAFT:
            yield Button(_("Discard the claim"), "discard_claim", given, Weight.GRAVE)


def ready(reckoned: Totals) -> bool:
    return bool(reckoned.lines) and not reckoned.unrated


def lacks_receipts(claim: Claim) -> bool:
    paid = (not isinstance(item, Leg) or item.mode.needs_ticket for item in claim.items)
    return not claim.receipts and any(paid)


def papers(claim: Claim) -> tuple[Paper, ...]:
    """For the invoice and for AKE, once there is a number."""
    if not claim.number:
        return ()
    facts, name = {"claim": claim.id}, claim.number.lower()
    return (
        Paper(_("Invoice summary (PDF)"), f"{name}-lasku.pdf", "claim_summary", facts),
        Paper(_("Specification (PDF)"), f"{name}-erittely.pdf", "claim_specification", facts),
        *(receipt_paper(claim, number) for number in range(len(claim.receipts))),
    )


def receipt_paper(claim: Claim, number: int) -> Paper:
    receipt = claim.receipts[number]
    title = _("Receipt: {name}", name=receipt.file_name)
    facts = {"claim": claim.id, "receipt": receipt.id}
    return Paper(title, receipt.file_name, "claim_receipt", facts)
