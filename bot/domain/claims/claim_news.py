"""Who is told what about a claim, and when."""

from __future__ import annotations

from datetime import date

from bot.domain.notifications import Notification, ToPerson
from bot.domain.occasion import Occasion
from bot.domain.quiet import Quiet
from bot.domain.reminders import CLAIM, due

from .claims import Claim


class ClaimNews:
    """Tells AKE of what came, the traveller of what became of it, and reminds of drafts (RE-6)."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.outbox = occasion.records.notifications

    def handed_in(self, claim: Claim) -> None:
        key = f"claim_came/{claim.id}/{claim.revision}"
        self.tell_ake(key, "claim_came", claim=claim.id)

    def touched(self, claim: Claim, unrated: tuple[date, ...]) -> None:
        """Remind of a draft that then lies still; tell AKE once of a year without rates (D-15)."""
        self.remind(claim)
        for year in sorted({day.year for day in unrated}):
            self.tell_ake(f"rate_missing/{year}", "rate_missing", year=str(year))

    def answered(self, claim: Claim, opens: str) -> None:
        """AKE has decided, or wants the traveller to look again."""
        person = claim.traveller.person
        found = self.occasion.records.people.find(person) if person else None
        if found is not None:
            self.occasion.tell(found, f"{opens}/{claim.id}/{claim.revision}", opens, claim=claim.id)

    def budget_warned(self, year: int) -> None:
        self.tell_ake(f"budget_warned/{year}", "budget_warned", year=str(year))

    def remind(self, claim: Claim) -> None:
        occasion, person = self.occasion, claim.traveller.person
        if person is None:
            return
        region = occasion.region
        quiet = Quiet(region.zone, region.arrangements.quiet_hours, is_holiday=region.holidays)
        for each in due(occasion.now, CLAIM, quiet=quiet, now=occasion.now):
            facts = {"claim": claim.id, "touched": occasion.today.isoformat()}
            key = f"claim_waits/{claim.id}/{occasion.today}/{each.name}"
            self.outbox.plan(Notification(key, ToPerson(person), each.at, "claim_waits", facts))

    def tell_ake(self, key: str, opens: str, /, **facts: str) -> None:
        for coordinator in self.occasion.records.people.coordinators():
            self.occasion.tell(coordinator, key, opens, **facts)
