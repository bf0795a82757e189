"""CSV files, as a text editor or a spreadsheet writes them, into entries."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from bot.regions.entries import Entry, check_keys
from bot.regions.faults import Faults, Wrong

BYTE_ORDER_MARK = "\ufeff"
"""What a spreadsheet puts before the first letter."""

Line = tuple[int, list[str]]
"""Where a row begins, and its cells."""


def read_sheet(
    text: str, file: str, columns: Sequence[str], faults: Faults, optional: Sequence[str] = ()
) -> list[Entry]:
    """The rows under a header of these columns, in any order. What is wrong goes to `faults`."""
    lines = split(text.removeprefix(BYTE_ORDER_MARK))
    found: list[Entry] = []
    with faults.caught(file):
        begins, header = next(lines, (1, []))
        if reason := check_keys(header, columns, optional):
            raise Wrong(begins, f"the column {reason}")
        found += faults.each(file, under(lines), lambda row: entry(header, *row))
    return found


def under(lines: Iterator[Line]) -> Iterator[Line]:
    """What the header is over: the rows that are not blank."""
    return (line for line in lines if any(line[1]))


def entry(header: list[str], begins: int, cells: list[str]) -> Entry:
    if len(cells) != len(header):
        raise Wrong(begins, f"there are {len(cells)} cells for {len(header)} columns")
    return Entry(dict(zip(header, cells, strict=True)), {}, begins)


def split(text: str) -> Iterator[Line]:
    """Each row with the line it begins on. Raises Wrong where a quotation mark is astray."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise Wrong(begins, f"the row cannot be read ({error})") from None
        if cells is None:
            return
        yield begins, [cell.strip() for cell in cells]


def delimiter(text: str) -> str:
    """A spreadsheet set to Finnish or Swedish writes semicolons where others write commas."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)
