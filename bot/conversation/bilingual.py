"""A message for a room of two languages: all of it in the one, then all of it in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from bot.dialog import Button, Message, Paper, Phrase, Row, Table, as_is
from bot.domain.languages import Language


def in_languages(message: Message, languages: Sequence[Language]) -> Message:
    """One message that is said in each of the languages; what is pressed stands there once."""
    if len(languages) == 1:
        return message
    return replace(
        message,
        text=tuple(said(text, one) for one, text in product(languages, message.text)),
        tables=tuple(told(table, one) for one, table in product(languages, message.tables)),
        buttons=tuple(
            replace(button, label=side_by_side(button.label, languages))
            for button in message.buttons
        ),
        pictures=tuple(titled(paper, languages) for paper in message.pictures),
        documents=tuple(titled(paper, languages) for paper in message.documents),
    )


def said(phrase: Phrase, language: Language) -> Phrase:
    return replace(phrase, language=language)


def told(table: Table, language: Language) -> Table:
    return Table(
        said(table.caption, language),
        tuple(said(cell, language) for cell in table.head),
        tuple(row_told(row, language) for row in table.rows),
    )


def row_told(row: Row, language: Language) -> Row:
    buttons = tuple(pinned(button, language) for button in row.buttons)
    return Row(tuple(said(cell, language) for cell in row.cells), buttons)


def pinned(button: Button, language: Language) -> Button:
    return replace(button, label=said(button.label, language))


def titled(paper: Paper, languages: Sequence[Language]) -> Paper:
    return replace(paper, title=side_by_side(paper.title, languages))


def side_by_side(label: Phrase, languages: Sequence[Language]) -> Phrase:
    """A label in each of the languages: "Tulen mukaan / Jag kommer"."""
    first, *others = languages
    parts = [("label", said(label, first))]
    for language in others:
        parts += [("between", as_is(" / ")), ("label", said(label, language))]
    return Phrase("", parts=tuple(parts), verbatim=True)
