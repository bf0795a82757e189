"""What is missing beside what is there, and the claims of a year as a table."""

from bot.dialog import (
    Button,
    Count,
    Dialog,
    Message,
    Paper,
    Phrase,
    Row,
    Table,
    _,
    just,
    say,
)
from bot.domain.claims.claims import Claim
from bot.domain.claims.claims_desk import ClaimsDesk
from bot.domain.claims.errands import Errand
from bot.domain.occasion import Occasion
from dialogs.claims.card import ClaimCard

from .money import FIRST, LAST, YEAR

SHOWN = 20
"""Rows of a table that can be read through."""


class ClaimGaps(Dialog, name="claim_gaps", confirm=False):
    desk: ClaimsDesk
    card: ClaimCard

    title = _("What is missing")

    def submit(self) -> Message:
        tables = (
            *self.trips(_("Trips without a claim"), self.desk.trips_without_claims()),
            *self.claims(self.desk.claims_without_trips()),
            *self.trips(_("Visits without a report"), self.desk.visits_without_reports()),
        )
        back = (Button(_("Travel claims waiting"), "claim_queue"),)
        none = () if tables else (_("Nothing is missing: trips, claims and reports agree."),)
        return say(*none, tables=tables, buttons=back)

    def trips(self, caption: Phrase, errands: tuple[Errand, ...]) -> tuple[Table, ...]:
        rows = tuple(Row((self.card.errand_title(one),)) for one in errands[:SHOWN])
        return (Table(caption, (_("Trip"),), rows),) if rows else ()

    def claims(self, claims: tuple[Claim, ...]) -> tuple[Table, ...]:
        rows = tuple(self.row(claim) for claim in claims[:SHOWN])
        head = (_("Claim"), _("Traveller"))
        return (
            (Table(_("Claims for a trip that AKE does not know of"), head, rows),) if rows else ()
        )

    def row(self, claim: Claim) -> Row:
        given = {"claim": claim.id}
        look = Button(_("Look at {number}", number=claim.number), "look_at_claim", given)
        return Row((just(claim.number), just(claim.traveller.name)), (look,))


class ClaimExport(Dialog, name="claim_export", confirm=False):
    occasion: Occasion
    desk: ClaimsDesk

    title = _("Claims as a table")

    year = Count(YEAR, least=FIRST, most=LAST)

    @year.presume
    def this_year(self) -> str:
        return str(self.occasion.today.year)

    def submit(self) -> Message:
        year = str(self.year)
        sheet = Paper(
            _("Travel claims {year} (XLSX)", year=self.year),
            f"ake-matkalaskut-{year}.xlsx",
            "claim_sheet",
            {"year": year},
        )
        before = {"year": str(self.year - 1)}
        return say(
            _("The claims of {year} for the bookkeeping, without names.", year=self.year),
            documents=(sheet,),
            buttons=(Button(_("The year before"), "claim_export", before),),
        )
