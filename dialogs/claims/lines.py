"""A claim's lines as a person reads them, with what each came to."""

from decimal import Decimal

from bot.dialog import Button, Euros, Part, Phrase, Row, Table, _, as_is, just, n_
from bot.domain.claims.claims import Claim, Item
from bot.domain.claims.legs import Leg
from bot.domain.claims.totals import Line, Totals
from bot.domain.rates import Rate

from .wording import what
from .written import names_of, route_of


def line_table(caption: Phrase, claim: Claim, reckoned: Totals, *, buttons: bool) -> Table:
    """The lines in the order of their days; a person's own open claim has buttons on them."""
    lines = {line.item.number: line for line in reckoned.lines}
    head = (_("Day"), _("Trip or fee"), _("Reckoning"), _("Sum"))
    rows = tuple(
        Row(cells(claim, item, lines.get(item.number)), changes(claim, item) if buttons else ())
        for item in claim.items
    )
    return Table(caption, head, rows)


def cells(claim: Claim, item: Item, line: Line | None) -> tuple[Phrase, ...]:
    return (just(item.day), route(item), how(item, line), came_to(claim, line))


def route(item: Item) -> Phrase:
    return as_is(route_of(item.stops)) if isinstance(item, Leg) else what(item)


def how(item: Item, line: Line | None) -> Phrase:
    """By what means, and for a drive how the sum was come by."""
    if not isinstance(item, Leg):
        return _("as it was paid")
    if line is None or not item.km:
        return what(item)
    if line.rate is None:
        return _("Own car, {km} km", km=item.km)
    if line.is_below_cap:
        return _("Own car, {km} km, as the employer paid", km=item.km)
    return driven(item, line.rate)


def driven(leg: Leg, rate: Rate) -> Phrase:
    parts: dict[str, Part] = {"km": leg.distance, "rate": cents(rate.car)}
    if not leg.passengers:
        return _("Own car, {km} km × {rate}", **parts)
    return n_(
        "Own car, {km} km × ({rate} + {supplement} for a passenger)",
        "Own car, {km} km × ({rate} + {count} × {supplement} for passengers)",
        len(leg.passengers),
        **parts,
        supplement=cents(rate.passenger),
    )


def cents(rate: Decimal) -> Euros:
    return Euros(int(rate))


def came_to(claim: Claim, line: Line | None) -> Phrase:
    if line is None:
        return just(Euros(0))
    if claim.is_decided:
        return approved_sum(claim, line)
    return _("not known yet") if line.cents is None else just(Euros(line.cents))


def approved_sum(claim: Claim, line: Line) -> Phrase:
    approved = {amount.number: amount.cents for amount in claim.approved}
    if line.item.number not in approved:
        return _("not approved")
    return just(Euros(approved[line.item.number]))


def changes(claim: Claim, item: Item) -> tuple[Button, ...]:
    given = {"claim": claim.id, "line": str(item.number)}
    at = place(claim, item)
    return (Button(_("Change line {number}", number=at), "change_line", given),)


def place(claim: Claim, item: Item) -> int:
    """Where it stands in the table, from 1."""
    return 1 + [each.number for each in claim.items].index(item.number)


def line_name(item: Item) -> Phrase:
    """A line as one option among others."""
    day = item.day
    if not isinstance(item, Leg):
        return _("{day:short} {fee}", day=day, fee=what(item))
    return _("{day:short} {route}, {way}", day=day, route=route_of(item.stops), way=what(item))


def riders(claim: Claim) -> tuple[Phrase, ...]:
    """Who rode along, a sentence for each drive."""
    return tuple(
        _("Passengers {day:short}: {names}", day=leg.day, names=names_of(leg.passengers))
        for leg in claim.legs
        if leg.passengers
    )
