"""A claim as a coordinator sees it: all that is needed to decide, on one card."""

from collections.abc import Iterator

from bot.dialog import Button, Closed, Euros, Message, Option, Phrase, Weight, _, n_, say
from bot.domain.claims.claims import Claim, ClaimId, ClaimState
from bot.domain.claims.claims_desk import ClaimsDesk
from bot.domain.claims.flags import Flag
from bot.domain.claims.refusals import ClaimRefused, OutOfTurn
from bot.domain.occasion import Occasion
from dialogs.claims.card import ClaimCard, papers
from dialogs.claims.lines import line_table, riders
from dialogs.claims.refused import refused
from dialogs.claims.wording import STATES

from .flags import flagged


class DeskCard:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.desk = ClaimsDesk(occasion)
        self.card = ClaimCard(occasion)

    def message(self, claim: Claim, *before: Phrase) -> Message:
        table = line_table(self.title(claim), claim, self.desk.reckoned(claim), buttons=False)
        return say(
            *before,
            *self.told(claim),
            tables=(table,),
            buttons=tuple(self.buttons(claim)),
            documents=papers(claim),
        )

    def late(self, claim: ClaimId, refusal: ClaimRefused) -> Message:
        """How it stands now, after what could not be done."""
        return self.message(self.desk.find(claim), refused(refusal))

    def waiting(self, wanted: str) -> list[Option]:
        """Claims to decide on. Raises Closed where `wanted`, or everything, is decided on."""
        waiting = {one.id: Option(one.id, self.named(one)) for one in self.desk.waiting()}
        if wanted not in waiting and any(one.id == wanted for one in self.desk.all_handed_in()):
            raise Closed(self.late(ClaimId(wanted), OutOfTurn()))
        if not waiting:
            raise Closed(say(_("No travel claim is waiting for a decision.")))
        return [*waiting.values()]

    def title(self, claim: Claim) -> Phrase:
        return self.card.title(claim, self.desk.errand(claim))

    def named(self, claim: Claim) -> Phrase:
        """In a list: the number, the traveller and the trip."""
        return _(
            "{number} {who}: {trip}",
            number=claim.number,
            who=claim.traveller.name,
            trip=self.title(claim),
        )

    # What is told of it

    def told(self, claim: Claim) -> Iterator[Phrase]:
        employer = self.occasion.region.municipality(claim.employer).name
        yield _(
            "Claim {number}: {who}, {employer}",
            number=claim.number,
            who=claim.traveller.name,
            employer=employer,
        )
        yield _("{state}. In all {sum}.", state=STATES[claim.state], sum=Euros(claim.cents))
        yield from self.words(claim)
        yield from riders(claim)
        yield from self.receipts(claim)
        yield from self.noticed(claim)

    def words(self, claim: Claim) -> Iterator[Phrase]:
        if claim.purpose:
            yield _("Purpose: {purpose}", purpose=claim.purpose)
        for item in claim.items:
            if item.reason:
                yield _("Reason: {reason}", reason=item.reason)
        if claim.declaration and claim.declaration.approved_by:
            yield _("Approved by: {who}", who=claim.declaration.approved_by)
        if claim.word:
            yield _("AKE’s word: {word}", word=claim.word)

    def receipts(self, claim: Claim) -> Iterator[Phrase]:
        names = tuple(receipt.file_name for receipt in claim.receipts)
        if names:
            yield n_("One receipt: {names}", "{count} receipts: {names}", len(names), names=names)

    def noticed(self, claim: Claim) -> Iterator[Phrase]:
        flags = self.desk.flags(claim) if claim.state is ClaimState.SUBMITTED else ()
        yield from self.sentences(flags)
        if claim.state is ClaimState.SUBMITTED and not flags:
            yield _("I noticed nothing unusual.")

    def sentences(self, flags: tuple[Flag, ...]) -> Iterator[Phrase]:
        """Each once, in the order of the checks."""
        yield from dict.fromkeys(flagged(flag, self.number_of(flag)) for flag in flags)

    def number_of(self, flag: Flag) -> str:
        return self.desk.find(flag.other).number if flag.other else ""

    # What can be done with it

    def buttons(self, claim: Claim) -> Iterator[Button]:
        given = {"claim": claim.id, "revision": str(claim.revision)}
        if claim.state is ClaimState.SUBMITTED and not self.desk.is_own(claim):
            yield Button(_("Approve all"), "approve_claim", given, Weight.MAIN)
            yield Button(_("Approve a part"), "approve_part", given)
            yield Button(_("Return with a word"), "return_claim", given)
        if claim.state is ClaimState.APPROVED:
            done = {"claim": claim.id}
            yield Button(_("The invoice has come"), "mark_invoiced", done, Weight.MAIN)
        yield Button(_("Travel claims waiting"), "claim_queue")
