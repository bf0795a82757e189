"""Remove a line of a claim, and tell more about the trip."""

from bot.dialog import Choose, Dialog, Message, Option, Text, _
from bot.domain.claims.claims import Declaration

from .filled import Trips
from .options import ClaimChoices, OpenClaim


class RemoveLine(Dialog, name="remove_line", confirm=False):
    trips: Trips
    among: ClaimChoices

    title = _("Remove a line")

    claim = OpenClaim()
    line = Choose[str](_("Which line?"))

    @line.options
    def lines(self) -> list[Option]:
        return self.among.lines(self.among.own_open(self.claim))

    @line.presume
    def only_line(self) -> str | None:
        items = self.among.own_open(self.claim).items
        return str(items[0].number) if len(items) == 1 else None

    def submit(self) -> Message:
        claim = self.among.own_open(self.claim)
        return self.trips.card.message(self.trips.claims.take_away(claim, int(self.line)))


class DescribeClaim(Dialog, name="describe_claim", review=True):
    """For AKE and the specification: neither is needed."""

    trips: Trips
    among: ClaimChoices

    title = _("About the trip")

    claim = OpenClaim()
    purpose = Text(
        _("What was the trip about?"),
        default="",
        hint=_("A word for AKE. You can skip this."),
    )
    approved_by = Text(
        _("Who approved the trip?"),
        most=80,
        default="",
        hint=_("The name of your superior, for the specification. You can skip this."),
    )

    @purpose.presume
    def purpose_kept(self) -> str | None:
        return self.among.own_open(self.claim).purpose or None

    @approved_by.presume
    def approver_known(self) -> str | None:
        declaration = self.among.own_open(self.claim).declaration
        return (declaration.approved_by if declaration else self.trips.claims.told_before()) or None

    def submit(self) -> Message:
        claim = self.among.own_open(self.claim)
        told = Declaration(approved=False, no_other_payer=False, approved_by=self.approved_by)
        return self.trips.card.message(self.trips.claims.describe(claim, self.purpose, told))
