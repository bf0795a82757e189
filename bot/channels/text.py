"""A message as plain text: what is said, the first open question, and what may be pressed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialog import (
    Answered,
    Ask,
    Button,
    Chosen,
    Message,
    Move,
    Phrase,
    Table,
    YesNo,
    _,
)
from bot.language.speak import Speech

LISTED = 12
"""How many options are listed; a longer list is answered by writing the name."""


def draw(message: Message, speech: Speech) -> str:
    """Lines to be read from top to bottom; the buttons last, lettered as `pressed` reads them."""
    return "\n".join(lines(message, speech))


def lines(message: Message, speech: Speech) -> Iterator[str]:
    yield from map(speech, message.text)
    for table in message.tables:
        yield from rows(table, speech)
    if message.moves and not message.asks:
        yield from read_back(message.answered, speech)
    for ask in message.asks[:1]:
        yield from asked(ask, speech)
    for paper in message.pictures + message.documents:
        yield f"[{speech(paper.title)}]"
    for letter, button in pressable(message).items():
        yield f"{letter}) {speech(button.label)}"
    if message.moves:
        yield speech(ways_out(message.moves))


def rows(table: Table, speech: Speech) -> Iterator[str]:
    """Where there are two columns, the first names the second."""
    yield speech(table.caption)
    for row in table.rows:
        cells = [speech(cell) for cell in row.cells]
        pairs = zip(map(speech, table.head), cells, strict=True)
        named = (
            [f"{head}: {cell}" for head, cell in pairs] if len(cells) > 2 else [": ".join(cells)]
        )
        yield "– " + "; ".join(named)


def read_back(answered: tuple[Answered, ...], speech: Speech) -> Iterator[str]:
    for number, each in enumerate(answered, 1):
        yield f"{number}. {speech(each.prompt)} {speech(each.answer)}"
    yield speech(_("Shall I send this?"))


def asked(ask: Ask, speech: Speech) -> Iterator[str]:
    if ask.problem:
        yield speech(ask.problem)
    yield speech(ask.question.prompt)
    if ask.question.hint:
        yield speech(ask.question.hint)
    if isinstance(ask.question, YesNo):
        yield speech(_("Answer yes or no."))
    if len(ask.options) <= LISTED:
        for number, option in enumerate(ask.options, 1):
            yield f"{number}. {speech(option.label)}"
    elif isinstance(ask.question, Chosen):
        yield speech(
            _(
                "Write the name; there are {count} to choose from.",
                count=len(ask.options),
            )
        )


def pressable(message: Message) -> dict[str, Button]:
    """The buttons by the letter that stands before each, those of tables after the message's."""
    buttons = [*message.buttons]
    for table in message.tables:
        buttons += [button for row in table.rows for button in row.buttons]
    return dict(zip("abcdefghijklmnopqrstuvwxyz", buttons, strict=False))


def ways_out(moves: tuple[Move, ...]) -> Phrase:
    words = tuple(MOVES[move] for move in moves)
    return _("You can also write: {ways}", ways=words)


MOVES = {
    Move.BACK: _("back"),
    Move.SKIP: _("skip"),
    Move.EDIT: _("change 1"),
    Move.SEND: _("yes"),
    Move.CANCEL: _("cancel"),
}
"""What to write for a step."""

PRESSED = {
    Move.BACK: _("Back"),
    Move.SKIP: _("Skip"),
    Move.EDIT: _("Change"),
    Move.SEND: _("Send"),
    Move.CANCEL: _("Cancel"),
}
"""What a button for a step says."""
