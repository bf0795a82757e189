"""The reports of partners' visits in a year as a workbook, a row each (PL-17)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from bot.dialog import Phrase, _, just
from bot.domain.ids import ServicePointId
from bot.domain.names import Name
from bot.domain.partners.visit_desk import Reported

from .sheet import Cell, CellKind, Column, Sheet, workbook

Say = Callable[[Phrase], str]


def report_sheet(
    reports: Iterable[Reported], names: Mapping[ServicePointId, Name], made: date, say: Say
) -> bytes:
    """Whoever wrote them is not named (D-34)."""
    title = say(_("Reports of visits"))
    rows = tuple(row(each, names, say) for each in reports)
    return workbook(title, made, (Sheet(title, columns(say), rows),))


def columns(say: Say) -> tuple[Column, ...]:
    return (
        Column(say(_("Day")), CellKind.DAY, 12),
        Column(say(_("Host library")), width=26),
        Column(say(_("Guests")), width=26),
        Column(say(_("Whose report")), width=26),
        Column(say(_("Report")), width=80),
        Column(say(_("Links")), width=30),
        Column(say(_("Pictures")), CellKind.COUNT, 10),
        Column(say(_("Publishing")), width=18),
    )


def row(reported: Reported, names: Mapping[ServicePointId, Name], say: Say) -> tuple[Cell, ...]:
    report, visit = reported.report, reported.visit
    publish = _("May be published") if report.publish else _("Only for AKE")
    return (
        reported.day,
        say(just(names[visit.host])),
        say(just(tuple(names[guest] for guest in visit.guests))),
        say(just(names[report.point])),
        report.text,
        report.links,
        len(report.pictures),
        say(publish),
    )
