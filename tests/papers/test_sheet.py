"""A workbook has numbers where numbers are, and days where days are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.papers.sheet import CellKind, Column, Sheet, workbook

NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
MADE = date(2024, 5, 2)
COLUMNS = (
    Column("Nimi"),
    Column("Päivä", CellKind.DAY),
    Column("Summa", CellKind.EUROS, summed=True),
    Column("Km", CellKind.KILOMETRES, summed=True),
)


def cells(content: bytes) -> dict[str, tuple[str, str, str]]:
    """Of the first sheet, by its place: kind, formula and value."""
    with ZipFile(BytesIO(content)) as book:
        page = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
        shared = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314
    texts = ["".join(one.itertext()) for one in shared.findall("x:si", NS)]
    found = {}
    for cell in page.iterfind(".//x:c", NS):
        kind, value = cell.get("t", "n"), cell.findtext("x:v", "", NS)
        text = texts[int(value)] if kind == "s" else value
        found[cell.get("r", "")] = (kind, cell.findtext("x:f", "", NS), text)
    return found


def test_typed_cells() -> None:
    """Cents become euros, a day a day of the calendar, and an empty cell stays empty."""
    rows = (("AKE-1", MADE, 92_30, Decimal("142.5")), ("AKE-2", None, 0, None))
    found = cells(workbook("Vienti", MADE, (Sheet("Laskut", COLUMNS, rows, "Yhteensä"),)))
    assert found["A1"] == ("s", "", "Nimi")
    assert found["B2"] == ("n", "", "45414")
    assert found["C2"] == ("n", "", "92.3")
    assert found["D2"] == ("n", "", "142.5")
    assert found["D3"][2] == ""
    assert found["C4"] == ("n", "SUBTOTAL(109,C2:C3)", "92.3")


def test_a_text_is_no_formula() -> None:
    """What a person wrote cannot reckon or reach out from the sheet."""
    rows = (("=HYPERLINK(A1)", MADE, 1, Decimal(1)), ("https://example.fi", MADE, 1, Decimal(1)))
    found = cells(workbook("Vienti", MADE, (Sheet("Laskut", COLUMNS, rows),)))
    assert found["A2"] == ("s", "", "=HYPERLINK(A1)")
    assert found["A3"] == ("s", "", "https://example.fi")


@settings(max_examples=25)
@given(st.lists(st.integers(0, 10**7), max_size=20))
def test_sums_to_the_cent(sums: list[int]) -> None:
    """The sum under a column is the sum of its cents, not of rounded fractions."""
    rows = tuple(("a", MADE, cents, Decimal(0)) for cents in sums)
    found = cells(workbook("Vienti", MADE, (Sheet("Laskut", COLUMNS, rows, "Yhteensä"),)))
    assert Decimal(found[f"C{len(sums) + 2}"][2]) == Decimal(sum(sums)) / 100


def test_the_same_bytes() -> None:
    """Made twice, a workbook is the same: nothing of the moment or the machine is in it."""
    sheet = Sheet("Laskut", COLUMNS, (("a", MADE, 1, Decimal(1)),))
    assert workbook("Vienti", MADE, (sheet,)) == workbook("Vienti", MADE, (sheet,))
