"""The parts of a card that are read: paragraphs, tables, answers read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.dialog import Answered, Phrase, Row, Table
from bot.language.speak import Speech

from .place import JSON

MARKUP = re.compile(r"[*_`\[\]#>~|\\]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)
"""What a text block of a card would take for formatting."""
ADDRESS = re.compile(r"(https://[^\s<>\"”]*[^\s<>\"”.,;:!?)\]])")
"""A text block of a card opens no address that merely stands in it."""
NARROW = 3
"""A table of more columns, or with buttons in it, is drawn as a list: a phone is narrow."""
SLIM, BROAD = 8, 20
"""Letters that a column is made for, at least and at most."""


def paragraph(words: str, **look: object) -> JSON:
    """Text as it is: where it would be taken for formatting, as a block that knows none."""
    if not MARKUP.search(words) and "https://" not in words:
        return {"type": "TextBlock", "text": words, "wrap": True, **look}
    spacing = {"spacing": look.pop("spacing")} if "spacing" in look else {}
    return {"type": "RichTextBlock", "inlines": list(runs(words, look)), **spacing}


def runs(words: str, look: dict[str, object]) -> Iterator[JSON]:
    """The words, and the addresses among them as links."""
    for at, part in enumerate(ADDRESS.split(words)):
        if at % 2:
            there = {"type": "Action.OpenUrl", "title": part, "url": part}
            yield {
                "type": "TextRun",
                "text": part,
                **look,
                "color": "Accent",
                "selectAction": there,
            }
        elif part:
            yield {"type": "TextRun", "text": part, **look}


def heading(words: str, *, apart: bool) -> JSON:
    """`apart` from what stands above it, by a line."""
    look = {"separator": True, "spacing": "Large"} if apart else {}
    return {
        "type": "TextBlock",
        "text": words,
        "wrap": True,
        "style": "heading",
        "size": "Medium",
        "weight": "Bolder",
        **look,
    }


def note(words: str) -> JSON:
    return paragraph(words, isSubtle=True, size="Small", spacing="Small")


def warning(words: str) -> JSON:
    return paragraph(words, color="Attention", weight="Bolder")


def read_back(answered: tuple[Answered, ...], say: Speech) -> Iterator[JSON]:
    for each in answered:
        question = paragraph(say(each.prompt), isSubtle=True, size="Small")
        answer = paragraph(say(each.answer), spacing="None")
        yield {"type": "Container", "spacing": "Small", "items": [question, answer]}


def grid(table: Table, say: Speech) -> JSON:
    rows = [[say(cell) for cell in cells] for cells in lines(table)]
    return {
        "type": "Table",
        "columns": [{"width": width(column)} for column in zip(*rows, strict=True)],
        "firstRowAsHeader": True,
        "rows": [
            {
                "type": "TableRow",
                "cells": [
                    {"type": "TableCell", "items": [paragraph(cell, **bold)]} for cell in row
                ],
            }
            for row, bold in zip(rows, ({"weight": "Bolder"}, *({} for _row in rows)), strict=False)
        ],
    }


def lines(table: Table) -> Iterator[tuple[Phrase, ...]]:
    yield table.head
    yield from (row.cells for row in table.rows)


def width(column: Iterable[str]) -> int:
    """A share of the card, by the longest text in the column."""
    return min(max(SLIM, *map(len, column)), BROAD)


def wide(table: Table) -> bool:
    return len(table.head) > NARROW or any(row.buttons for row in table.rows)


def entry(table: Table, row: Row, say: Speech) -> list[JSON]:
    """A row as a few lines: what it is about, and then the rest of it by name."""
    first, *others = zip(table.head, row.cells, strict=True)
    lines = [paragraph(say(first[1]), weight="Bolder")]
    told = ((say(head), say(cell)) for head, cell in others)
    lines += [paragraph(f"{head}: {cell}", spacing="None") for head, cell in told if cell]
    return lines
