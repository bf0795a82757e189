"""A text with masks for what it tells besides a wish: places, days, sums and distances.

"varaa vierailu Loimaalle 12.5." is judged as "varaa vierailu xxto xxday".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from bot.language.understand.amounts import unit
from bot.language.understand.days import Found, found_days
from bot.language.understand.gazetteer import Gazetteer, Mention
from bot.language.understand.words import Words, words

PLACE = {"": "xxplace", "from": "xxfrom", "to": "xxto", "in": "xxin", "of": "xxof"}
NUMBER = r"(?<![\w.,])\d+(?:[ ]\d{3})*(?:[.,]\d{1,2})?"
SUM = re.compile(
    rf"{NUMBER}\s?{unit('euro')}(?:\s?\d{{1,2}}\s?{unit('cent')})?|€\s?{NUMBER}|{NUMBER}\s?{unit('cent')}"
    r"|(?<![\w.,:])\d+,\d{2}(?![\w.,:]|\s?(?:km|min|h)\b)"
)
DISTANCE = re.compile(rf"{NUMBER}\s?{unit('kilometre', 'mile')}")


class Stretch(NamedTuple):
    """Where in the text something is told, and the mask that stands for it."""

    start: int
    end: int
    mask: str


def masked(text: str, *, today: date, places: Gazetteer) -> str:
    """In lower case, with one mask for each thing that is told."""
    known = words(text)
    days, mentions = found_days(text, today=today), places.find(text)
    return covered(known.text, apart(sorted(stretches(known, days, mentions))))


def stretches(
    known: Words, days: Sequence[Found], mentions: Sequence[Mention]
) -> Iterator[Stretch]:
    for day in days:
        yield Stretch(day.start, day.end, "xxday" if day.one_day else "xxdays")
    for pattern, mask in ((SUM, "xxeur"), (DISTANCE, "xxkm")):
        for match in pattern.finditer(known.folded):
            if not any(day.start < match.end() and match.start() < day.end for day in days):
                yield Stretch(match.start(), match.end(), mask)
    yield from (Stretch(each.start, each.end, PLACE[each.direction]) for each in mentions)


def apart(found: Iterable[Stretch]) -> Iterator[Stretch]:
    """Those that do not overlap one before them."""
    end = 0
    for stretch in found:
        if stretch.start >= end:
            yield stretch
            end = stretch.end


def covered(text: str, found: Iterable[Stretch]) -> str:
    pieces, place = [], 0
    for start, end, mask in found:
        pieces += [text[place:start], mask]
        place = end
    return "".join((*pieces, text[place:]))
