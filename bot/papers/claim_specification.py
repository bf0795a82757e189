"""The specification of a claim: who went, where, when and how, for AKE alone (D-18, TRAVEL-3)."""

from __future__ import annotations

from bot.dialog import Euros, Phrase, _, as_is, just, n_
from bot.domain.claims.claims import Claim, Declaration, Item
from bot.domain.claims.legs import Leg
from bot.domain.claims.receipts import YEARS_OF_VOUCHERS
from bot.domain.claims.totals import Line

from .claim_summary import Say, said
from .claim_words import KINDS, ClaimFacts, reckoning, what, when
from .pdf import Facts, Grid, Paper, Section, Words, pdf


def claim_specification(facts: ClaimFacts, language: str, say: Say) -> bytes:
    return pdf(specification(facts, language, say))


def specification(facts: ClaimFacts, language: str, say: Say) -> Paper:
    number = facts.claim.number
    foot = _("Claim {number}. Personal data: for AKE only, not with the invoice.", number=number)
    return Paper(
        language=language,
        title=say(_("Specification of travel costs")),
        over=say(facts.over),
        made=facts.made,
        lead=(Facts(said(heading(facts), say)),),
        sections=(trips(facts, say), declared(facts, say), receipts(facts, say)),
        foot=say(foot),
        page=say(facts.page),
    )


def heading(facts: ClaimFacts) -> tuple[tuple[Phrase, Phrase], ...]:
    claim, errand = facts.claim, facts.errand
    rows = [
        (_("Travel claim"), as_is(claim.number)),
        (_("Traveller"), as_is(claim.traveller.name)),
        (_("Employer"), just(facts.employer)),
        (_("Reason for the trip"), KINDS[claim.kind]),
    ]
    if errand:
        rows += [(_("Place"), just(errand.place)), (_("Time"), when(errand))]
    if claim.purpose:
        rows.append((_("Purpose"), as_is(claim.purpose)))
    if claim.submitted:
        rows.append((_("Handed in"), _("{day:bare}", day=claim.submitted)))
    return tuple(rows)


def trips(facts: ClaimFacts, say: Say) -> Section:
    reckoned = {line.item.number: line for line in facts.reckoned.lines}
    rows = tuple(row(item, reckoned.get(item.number), facts, say) for item in facts.claim.items)
    grid = Grid(
        head=tuple(map(say, (_("Day"), _("Route and way"), _("Reckoning"), _("Sum")))),
        rows=rows,
        foot=(say(_("In all")), "", "", say(just(Euros(facts.claim.cents)))),
        widths=(4, 9, 8, 4),
        figures=(2, 3),
    )
    return Section(say(_("Trips and costs")), (grid,))


def row(item: Item, line: Line | None, facts: ClaimFacts, say: Say) -> tuple[str, ...]:
    cents = facts.sum_of(item.number)
    if line is None:
        came_to = just("")
    else:
        came_to = _("not approved") if cents is None else just(Euros(cents))
    how = reckoning(line, cents) if line else just("")
    return (
        "\n".join(map(say, times(item))),
        "\n".join(map(say, way(item))),
        say(how),
        say(came_to),
    )


def times(item: Item) -> tuple[Phrase, ...]:
    """The day, and under it the clock where it is known."""
    day = _("{day:bare}", day=item.day)
    if not isinstance(item, Leg) or item.leaves is None:
        return (day,)
    if item.returns is None:
        return (day, _("from {begins}", begins=item.leaves))
    return (day, _("{begins}–{ends}", begins=item.leaves, ends=item.returns))


def way(item: Item) -> tuple[Phrase, ...]:
    """The route, how one went, with whom, and why so: a line each."""
    found = [what(item)]
    if isinstance(item, Leg):
        found.insert(0, as_is("–".join(stop.name for stop in item.stops)))
        if item.passengers:
            names = tuple(passenger.name for passenger in item.passengers)
            found.append(_("Passengers: {names}", names=names))
        sellers = tuple(dict.fromkeys(ticket.seller for ticket in item.tickets if ticket.seller))
        if sellers:
            found.append(_("Seller: {sellers}", sellers=sellers))
    if item.reason:
        found.append(_("Reason: {reason}", reason=item.reason))
    return tuple(found)


def declared(facts: ClaimFacts, say: Say) -> Section:
    declaration = facts.claim.declaration
    rows: tuple[tuple[Phrase, Phrase], ...] = ()
    if declaration:
        nobody = _("Yes, the traveller has confirmed it")
        rows = (
            (_("Trip approved by"), approver(declaration)),
            (_("No other payer"), nobody if declaration.no_other_payer else _("Not confirmed")),
        )
    return Section(say(_("Confirmations")), (Facts(said(rows, say)), *decided(facts.claim, say)))


def approver(declaration: Declaration) -> Phrase:
    if declaration.approved_by:
        return as_is(declaration.approved_by)
    return _("The traveller’s own superior")


def decided(claim: Claim, say: Say) -> tuple[Facts, ...]:
    """AKE's decision, once there is one."""
    if not claim.is_decided or claim.decided is None:
        return ()
    rows = [(_("Approved by AKE"), _("{day:bare}", day=claim.decided))]
    if claim.word:
        rows.append((_("AKE’s word"), as_is(claim.word)))
    return (Facts(said(tuple(rows), say)),)


def receipts(facts: ClaimFacts, say: Say) -> Section:
    there = facts.claim.receipts
    listed = tuple((say(just(n)), one.file_name) for n, one in enumerate(there, start=1))
    none = Words(say(_("No receipts were given to the bot. They are with the employer.")))
    return Section(
        say(_("Receipts")), (Facts(listed) if listed else none, Words(say(keeping(facts))))
    )


def keeping(facts: ClaimFacts) -> Phrase:
    """How long what is kept (KPL-2-10)."""
    return n_(
        "The bot deletes its copies of the receipts one day after invoicing. The employer "
        "keeps the originals among its vouchers, at least {years} years from the end of the year "
        "(Accounting Act, chapter 2, section 10).",
        "The bot deletes its copies of the receipts {count} days after invoicing. The employer "
        "keeps the originals among its vouchers, at least {years} years from the end of the year "
        "(Accounting Act, chapter 2, section 10).",
        facts.kept_days,
        years=YEARS_OF_VOUCHERS,
    )
