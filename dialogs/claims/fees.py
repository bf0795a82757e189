"""Add what the trip cost besides the way; what AKE does not pay is refused with its reason."""

from datetime import date

from bot.dialog import Choose, Closed, Day, Dialog, Message, Rejected, Text, _
from bot.domain.claims.claims import Claim
from bot.domain.claims.cover import Cost, Cover, Ruling
from bot.domain.claims.expenses import Expense, ExpenseKind
from bot.domain.claims.refusals import ClaimRefused

from .card import ClaimCard
from .figures import Paid
from .filled import Trips
from .options import ClaimChoices, OpenClaim
from .refused import refused
from .who_pays import fee_options, why


class AddFee(Dialog, name="add_fee", confirm=False):
    trips: Trips
    card: ClaimCard
    among: ClaimChoices

    title = _("Add a fee")

    claim = OpenClaim()
    cost = Choose[Cost](_("What did you pay for?"), fee_options())
    day = Day(_("On which day did you pay it?"), past=True)
    cents = Paid(_("How much was it in all?"))
    reason = Text(_("Why was it needed, and what has been agreed with AKE?"))

    @reason.when
    def ake_decides(self) -> bool:
        return self.ruling(self.cost).cover is Cover.ASKED

    @cost.check
    def is_paid(self, cost: str) -> None:
        """Refused with the reason, and with who does pay (TC-1, D-13, D-19)."""
        if not self.ruling(cost).may_be_claimed:
            raise Rejected(why(self.ruling(cost)))

    @day.presume
    def day_known(self) -> str | None:
        return next(iter(self.among.days(self.found)), None)

    @day.check
    def on_the_trip(self, day: date) -> None:
        errand = self.among.errand(self.found)
        if errand is not None:
            self.trips.check_day(errand, day)

    @property
    def found(self) -> Claim:
        return self.among.own_open(self.claim)

    def ruling(self, cost: str) -> Ruling:
        return self.trips.claims.ruling(self.found, Cost(cost))

    def submit(self) -> Message:
        claim = self.found
        reason = self.reason if self.ake_decides() else ""
        kind = ExpenseKind(self.cost)
        fee = Expense(claim.next_number, self.day, kind, self.cents, reason)
        try:
            changed = self.trips.claims.put(claim, fee)
        except ClaimRefused as refusal:
            raise Closed(self.card.message(claim, refused(refusal))) from None
        return self.card.message(changed)
