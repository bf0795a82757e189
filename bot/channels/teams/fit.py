"""Cards that stay under what Teams takes, however much there is to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import orjson

from bot.dialog import Message, Phrase, Table, as_is, n_

from .place import JSON

MOST = 19_000
"""Characters of a card as JSON: Teams has refused messages of 40 kB, two bytes a character, and
around the card there is something more."""


@dataclass(frozen=True)
class Measure:
    """`rows` of a table are shown and `words` of a paragraph; of more than `options` characters
    of options none are sent, but searched for as one types.
    """

    rows: int
    options: int
    words: int = 4_000
    fallback: int = 3_000


MEASURES = (
    Measure(rows=50, options=8_000),
    Measure(rows=25, options=4_000),
    Measure(rows=12, options=1_500, fallback=1_500),
    Measure(rows=6, options=700, words=1_000, fallback=700),
    Measure(rows=2, options=300, words=300, fallback=300),
    Measure(rows=0, options=0, words=100, fallback=100),
)


def size(card: JSON) -> int:
    return len(orjson.dumps(card).decode())


def trimmed(message: Message, measure: Measure) -> Message:
    """The message with what does not fit left out, and that said."""
    text = tuple(brief(phrase, measure.words) for phrase in message.text)
    left = sum(max(0, len(table.rows) - measure.rows) for table in message.tables)
    if left:
        text += (n_("One row is left out here.", "{count} rows are left out here.", left),)
    tables = tuple(topped(table, measure.rows) for table in message.tables)
    return replace(message, text=text, tables=tables)


def topped(table: Table, rows: int) -> Table:
    return replace(table, rows=table.rows[:rows])


def brief(phrase: Phrase, most: int) -> Phrase:
    """A person's own words, shortened; the bot's own sentences are short."""
    return as_is(shortened(phrase.text, most)) if phrase.verbatim and not phrase.parts else phrase


def shortened(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: max(0, most - 1)].rstrip()}…"


def measured(message: Message) -> Iterator[tuple[Message, Measure]]:
    """From the roomiest to the tightest."""
    for measure in MEASURES:
        yield trimmed(message, measure), measure
