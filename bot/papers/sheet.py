"""Papers as a workbook (XLSX) whose cells are numbers and days, not texts that look like them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from io import BytesIO
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

Cell: TypeAlias = str | int | Decimal | date | None


class CellKind(Enum):
    """What stands in a column, and how a spreadsheet is told to show it."""

    TEXT = "@"
    COUNT = "0"
    KILOMETRES = "#,##0.0"
    EUROS = '#,##0.00" €"'
    """Given in cents."""
    DAY = "d.m.yyyy"


@dataclass(frozen=True)
class Column:
    """`width` is in letters. A summed column gets its sum under it."""

    heading: str
    kind: CellKind = CellKind.TEXT
    width: int = 14
    summed: bool = False


@dataclass(frozen=True)
class Sheet:
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: str = ""
    """What the row of sums is called; empty, and there is none."""


def workbook(title: str, made: date, sheets: tuple[Sheet, ...]) -> bytes:
    """The same bytes for the same content, made in memory."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"title": title, "created": datetime.combine(made, time(), UTC)})
    for sheet in sheets:
        add(book, sheet)
    book.close()
    return content.getvalue()


def add(book: Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    for x, column in enumerate(sheet.columns):
        page.set_column(x, x, column.width)
        page.write_string(0, x, column.heading, head)
        shape = book.add_format({"num_format": column.kind.value})
        for y, row in enumerate(sheet.rows, start=1):
            write(page, (y, x), row[x], column.kind, shape)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    if sheet.total:
        add_sums(book, page, sheet)


def write(page: Worksheet, at: tuple[int, int], value: Cell, kind: CellKind, shape: Format) -> None:
    """A text is written as a text, so that one beginning with = is no formula."""
    match value:
        case None:
            page.write_blank(*at, None, shape)
        case str():
            page.write_string(*at, value, shape)
        case date():
            page.write_datetime(*at, value, shape)
        case _:
            page.write_number(*at, number(value, kind), shape)


def number(value: int | Decimal, kind: CellKind) -> float:
    """As a spreadsheet keeps it: euros with their cents behind the comma."""
    return float(Decimal(value) / 100 if kind is CellKind.EUROS else value)


def add_sums(book: Workbook, page: Worksheet, sheet: Sheet) -> None:
    """Sums that go on adding up when a row is changed or filtered away."""
    under = len(sheet.rows) + 1
    strong = {"bold": True, "top": 1}
    page.write_string(under, 0, sheet.total, book.add_format(strong))
    for x, column in enumerate(sheet.columns[1:], start=1):
        shape = book.add_format({**strong, "num_format": column.kind.value})
        if column.summed:
            cells = xl_range(1, x, max(1, len(sheet.rows)), x)
            page.write_formula(under, x, f"=SUBTOTAL(109,{cells})", shape, added(sheet, x))
        else:
            page.write_blank(under, x, None, shape)


def added(sheet: Sheet, x: int) -> float:
    """What the formula comes to, for readers that do not reckon."""
    kind = sheet.columns[x].kind
    cells = (row[x] for row in sheet.rows)
    exact = sum((Decimal(cell) for cell in cells if isinstance(cell, int | Decimal)), Decimal(0))
    return number(exact, kind)
