"""The invoice summary of a claim: what a municipality invoices, and no names (D-18)."""

from __future__ import annotations

from collections.abc import Callable

from bot.dialog import Euros, Part, Phrase, _, as_is, just, n_
from bot.domain.claims.errands import Errand, ErrandKind
from bot.domain.claims.totals import Line

from .claim_words import KINDS, ClaimFacts, reckoning, what, when
from .pdf import Facts, Grid, Paper, Section, Words, pdf

Say = Callable[[Phrase], str]


def claim_summary(facts: ClaimFacts, language: str, say: Say) -> bytes:
    return pdf(summary(facts, language, say))


def summary(facts: ClaimFacts, language: str, say: Say) -> Paper:
    """Tells nothing that a person wrote in their own words: no names, streets or reasons."""
    return Paper(
        language=language,
        title=say(_("Travel costs for the invoice")),
        over=say(facts.over),
        made=facts.made,
        lead=(Facts(said(heading(facts), say)),),
        sections=(on_the_invoice(facts, say), lines(facts, say), sending(facts, say)),
        foot=say(_("Claim {number}. No personal data.", number=facts.claim.number)),
        page=say(facts.page),
    )


def said(rows: tuple[tuple[Phrase, Phrase], ...], say: Say) -> tuple[tuple[str, str], ...]:
    return tuple((say(name), say(value)) for name, value in rows)


def heading(facts: ClaimFacts) -> tuple[tuple[Phrase, Phrase], ...]:
    claim, errand = facts.claim, facts.errand
    rows = [
        (_("Travel claim"), as_is(claim.number)),
        (_("Invoiced by"), just(facts.employer)),
        (_("Reason for the trip"), KINDS[claim.kind]),
    ]
    if errand:
        rows += [(_("Place"), just(errand.place)), (_("Time"), when(errand))]
    return (*rows, (_("Travellers"), just(len(claim.people))))


def on_the_invoice(facts: ClaimFacts, say: Say) -> Section:
    return Section(
        say(_("Write this on the invoice")),
        (
            Words(say(invoice_line(facts)), framed=True),
            Words(
                say(
                    _(
                        "Leave names and other personal data out of the invoice. "
                        "They are in the specification, which goes to AKE by itself."
                    )
                )
            ),
        ),
    )


def invoice_line(facts: ClaimFacts) -> Phrase:
    """One sentence for the text field of an invoice."""
    claim, errand, count = facts.claim, facts.errand, len(facts.claim.people)
    parts: dict[str, Part] = {"sum": Euros(claim.cents), "number": claim.number}
    if errand is None:
        return n_(
            "Travel costs of one person, {sum}, claim {number}",
            "Travel costs of {count} people, {sum}, claim {number}",
            count,
            **parts,
        )
    return errand_line(claim.kind, errand, count, parts)


def errand_line(kind: ErrandKind, errand: Errand, count: int, parts: dict[str, Part]) -> Phrase:
    parts = {**parts, "place": errand.place, "when": when(errand)}
    match kind:
        case ErrandKind.PARTNER_VISIT:
            return n_(
                "Visit to a partner library {place:locative} {when}, one person, "
                "travel costs {sum}, claim {number}",
                "Visit to a partner library {place:locative} {when}, {count} people, "
                "travel costs {sum}, claim {number}",
                count,
                **parts,
            )
        case ErrandKind.GROUP_MEETING:
            return n_(
                "Working group meeting {place:locative} {when}, one person, "
                "travel costs {sum}, claim {number}",
                "Working group meeting {place:locative} {when}, {count} people, "
                "travel costs {sum}, claim {number}",
                count,
                **parts,
            )
        case _other:
            return n_(
                "Job rotation {place:locative} {when}, one person, "
                "travel costs {sum}, claim {number}",
                "Job rotation {place:locative} {when}, {count} people, "
                "travel costs {sum}, claim {number}",
                count,
                **parts,
            )


def lines(facts: ClaimFacts, say: Say) -> Section:
    paid = [line for line in facts.reckoned.lines if facts.sum_of(line.item.number) is not None]
    grid = Grid(
        head=tuple(map(say, (_("Day"), _("What"), _("Reckoning"), _("Sum")))),
        rows=tuple(row(line, facts, say) for line in paid),
        foot=(say(_("In all")), "", "", say(just(Euros(facts.claim.cents)))),
        widths=(4, 8, 9, 4),
        figures=(2, 3),
    )
    return Section(say(_("What the sum is made of")), (grid,))


def row(line: Line, facts: ClaimFacts, say: Say) -> tuple[str, ...]:
    day, cents = _("{day:bare}", day=line.item.day), facts.sum_of(line.item.number) or 0
    return tuple(map(say, (day, what(line.item), reckoning(line, cents), just(Euros(cents)))))


def sending(facts: ClaimFacts, say: Say) -> Section:
    """The invoicing instruction, from the region's settings (TRAVEL-5)."""
    to, ask = facts.invoicing, _("Ask AKE: {mailbox}", mailbox=facts.mailbox)
    whole = as_is(to.address + to.address_suffix) if to.address_suffix else None
    operator = _("{name}, {number}", name=to.operator_name, number=to.operator)
    rows = (
        (_("Invoiced party"), just(to.payer)),
        (_("Business ID"), as_is(to.business_id)),
        (_("VAT number"), as_is(to.vat_number)),
        (_("E-invoice address"), whole or ask),
        (_("E-invoice operator"), operator),
        (_("Orderer’s reference"), as_is(to.reference) if to.reference else ask),
        (_("Term of payment"), n_("One day net", "{count} days net", to.payment_days)),
    )
    how = _("Send the invoice as an e-invoice. A PDF by e-mail is not an invoice here.")
    return Section(say(_("How to send the invoice")), (Words(say(how)), Facts(said(rows, say))))
