"""The parts of a card that are read: paragraphs, tables, answers read back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.dialog import Answered, Row, Table
from bot.language.speak import Speech

from .place import JSON

MARKUP = re.compile(r"[*_`\[\]#>~|\\]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)
"""What a text block of a card would take for formatting."""
NARROW = 3
"""A table of more columns, or with buttons in it, is drawn as a list: a phone is narrow."""


def paragraph(words: str, **look: object) -> JSON:
    """Text as it is: where it would be taken for formatting, as a block that knows none."""
    if not MARKUP.search(words):
        return {"type": "TextBlock", "text": words, "wrap": True, **look}
    spacing = {"spacing": look.pop("spacing")} if "spacing" in look else {}
    run = {"type": "TextRun", "text": words, **look}
    return {"type": "RichTextBlock", "inlines": [run], **spacing}


def heading(words: str) -> JSON:
    return {
        "type": "TextBlock",
        "text": words,
        "wrap": True,
        "style": "heading",
        "size": "Medium",
        "weight": "Bolder",
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
    rows = [table.head, *(row.cells for row in table.rows)]
    return {
        "type": "Table",
        "columns": [{"width": 1} for _cell in table.head],
        "firstRowAsHeader": True,
        "rows": [
            {
                "type": "TableRow",
                "cells": [
                    {"type": "TableCell", "items": [paragraph(say(cell), **bold)]} for cell in row
                ],
            }
            for row, bold in zip(rows, ({"weight": "Bolder"}, *({} for _row in rows)), strict=False)
        ],
    }


def wide(table: Table) -> bool:
    return len(table.head) > NARROW or any(row.buttons for row in table.rows)


def entry(table: Table, row: Row, say: Speech) -> list[JSON]:
    """A row as a few lines: what it is about, and then the rest of it by name."""
    first, *others = zip(table.head, row.cells, strict=True)
    lines = [paragraph(say(first[1]), weight="Bolder")]
    told = ((say(head), say(cell)) for head, cell in others)
    lines += [paragraph(f"{head}: {cell}", spacing="None") for head, cell in told if cell]
    return lines
