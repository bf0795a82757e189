"""What a message tells, block by block, alike in a modal, a post and the home tab."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.dialog import Answered, Button, Form, Message, Move, Paper, Phrase, Row, Table, Weight
from bot.language.speak import Speech

from . import words
from .blocks import JSON, actions, bold, button, context, escape, heading, marked, pair, paragraphs
from .limits import SECTION, clip
from .presses import fetches, moves, opens

STYLES = {Weight.PLAIN: "", Weight.MAIN: "primary", Weight.GRAVE: "danger"}


def told(message: Message, speech: Speech) -> Iterator[JSON]:
    """The words, the tables and the papers; of buttons alone, what they are for."""
    if message.buttons and not (message.text or message.tables or message.form):
        yield heading(speech(words.MENU))
    for phrase in message.text:
        yield from paragraphs(speech(phrase))
    for table in message.tables:
        yield from rows(table, speech)
    yield from papers(message.pictures + message.documents, speech)


def rows(table: Table, speech: Speech) -> Iterator[JSON]:
    """Rows with nothing to press stand together, as many as fit into a section."""
    yield heading(speech(table.caption))
    waiting: list[str] = []
    for row in table.rows:
        line = clip(cells(table.head, row, speech), SECTION)
        if waiting and (row.buttons or len("\n".join([*waiting, line])) > SECTION):
            yield lines_of(waiting)
            waiting = []
        waiting.append(line)
        if row.buttons:
            yield lines_of(waiting)
            yield from pressable(row.buttons, speech)
            waiting = []
    if waiting:
        yield lines_of(waiting)


def lines_of(lines: list[str]) -> JSON:
    return {"type": "section", "text": marked("\n".join(lines))}


def cells(head: tuple[Phrase, ...], row: Row, speech: Speech) -> str:
    """The first cell names the row."""
    name, *rest = (speech(cell) for cell in row.cells)
    heads = [speech(each) for each in head[1:]]
    told = [f"{escape(of)}: {escape(what)}" for of, what in zip(heads, rest, strict=True) if what]
    return " · ".join([bold(name), *told])


def papers(handed: Iterable[Paper], speech: Speech) -> Iterator[JSON]:
    """Each is made when its button is pressed, and comes into the private conversation."""
    titled = ((paper, speech(paper.title)) for paper in handed)
    carried = ((title, fetches(paper, title)) for paper, title in titled)
    yield from actions(
        button(f"📄 {title}", value, "press") for title, value in carried if value is not None
    )


def pressable(buttons: Iterable[Button], speech: Speech) -> Iterator[JSON]:
    """Buttons; one that has too much to carry is told instead."""
    carried = [(each, opens(each)) for each in buttons]
    yield from actions(
        button(speech(each.label), value, "press", STYLES[each.weight])
        for each, value in carried
        if value is not None
    )
    for each, value in carried:
        if value is None:
            yield context(speech(words.too_long(each.label)))


def read_back(answered: Iterable[Answered], form: Form | None, speech: Speech) -> Iterator[JSON]:
    """Each answer with a button to change it."""
    for each in answered:
        change = moves(Move.EDIT, form, each.name)
        accessory = button(speech(words.CHANGE), change) if form else None
        yield pair(speech(each.prompt), speech(each.answer), accessory)


def steps(message: Message, speech: Speech) -> Iterator[JSON]:
    """The moves there are, but for an edit, which stands beside each answer."""
    yield from actions(
        button(
            speech(words.PRESSED[move]),
            moves(move, message.form),
            style="primary" if move is Move.SEND else "",
        )
        for move in message.moves
        if move in words.PRESSED
    )
